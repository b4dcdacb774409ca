"""Qt item model over the RASIC matrix: a row for each row of the outline, a column for each party and one for the checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from mkplanner.models.changes import Changes
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.outline import Entry, ancestors, descendants, numbers
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Item
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.rasic.lettersets import LetterSet, letter_set
from mkplanner.models.rasic.matrix import Matrix, spoken
from mkplanner.models.rasic.matrixupdate import updated
from mkplanner.models.rasic.questions import Asked, Question, rows_of
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.shutrows import without_shut

Index = QModelIndex | QPersistentModelIndex
Groups = tuple[tuple[str, tuple[Party, ...]], ...]

REST = 150
"""Milliseconds without a key after which the whole plan is looked at again."""
HIDDEN_SETTING = "rasic/hidden/"
"""The setting that hides a party's column is named by this and the party's id."""
_CELL_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_TEXT_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled


class MatrixModel(QAbstractTableModel):
    """Answers what stands in each cell as text, words and speech; edits become commands.

    It shows the rows that answer the `question`, without those below a row that is `shut`. A changed letter repaints its rows
    and leaves them as they are, so that a gap does not vanish while it is being filled; everything else asks afresh.
    `settled` says that the whole plan was looked at again, a moment after letters were typed.
    """

    settled = Signal()

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.question = Question()
        self.shut: set[str] = set()
        self.matrix = Matrix(bridge.plan)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._settle)
        self._read()
        bridge.changed.connect(self._on_changed)

    def _read(self) -> None:
        rows = rows_of(self.matrix, self.question)
        self.rows = without_shut(rows, self.shut) if self.question.is_open else rows
        self.groups = self._shown_groups()
        self.columns = tuple(party for _, group in self.groups for party in group)
        self._place_of = {entry.item.id: place for place, entry in enumerate(self.rows)}
        self.first_columns = self._find_first_columns()

    def _shown_groups(self) -> Groups:
        only = {self.question.party, self.question.other} if self.question.asked is Asked.COMPARE else None
        hidden = {name.removeprefix(HIDDEN_SETTING) for name in self.matrix.plan.settings_under(HIDDEN_SETTING[:-1])}
        found = []
        for name, group in self.matrix.groups:
            shown = tuple(p for p in group if (p.id in only if only is not None else p.id not in hidden))
            if shown:
                found.append((name, shown))
        return tuple(found)

    def _find_first_columns(self) -> frozenset[int]:
        found, place = {len(self.columns)}, 0
        for _, parties in self.groups:
            found.add(place)
            place += len(parties)
        return frozenset(found)

    @property
    def letters(self) -> LetterSet:
        """The letters that the plan speaks in."""
        return letter_set(self.matrix.plan)

    @property
    def hidden(self) -> int:
        """How many parties have a column that is hidden."""
        return len(self.matrix.parties) - len(self.columns)

    @property
    def check_column(self) -> int:
        """The column of the checks, the last one."""
        return len(self.columns)

    def entry(self, row: int) -> Entry:
        """Return the row of the outline at a row of the grid."""
        return self.rows[row]

    def party(self, column: int) -> Party | None:
        """Return the party of a column, None for the checks."""
        return self.columns[column] if 0 <= column < len(self.columns) else None

    def row_of(self, item: str) -> int | None:
        """Return the row of an item, or None."""
        return self._place_of.get(item)

    def column_of(self, party: str) -> int | None:
        """Return the column of a party, or None."""
        return next((place for place, shown in enumerate(self.columns) if shown.id == party), None)

    # ---- what is shown

    def ask(self, question: Question) -> None:
        """Show what answers a question."""
        self._anew(lambda: setattr(self, "question", question))

    def stand(self, question: Question, shut: set[str]) -> None:
        """Show what answers a question, with these rows shut."""
        self.shut = shut
        self.ask(question)

    def is_shut(self, item: str) -> bool:
        """Whether the rows below a row are not shown."""
        return item in self.shut and self.question.is_open

    def has_parts(self, item: str) -> bool:
        """Whether rows stand below a row."""
        return bool(self.matrix.plan.children.get(item))

    def open_row(self, item: str, wanted: bool) -> None:
        """Open or shut a row."""
        if self.has_parts(item) and wanted == (item in self.shut):
            self._anew(lambda: self.shut.discard(item) if wanted else self.shut.add(item))

    def open_all(self, wanted: bool) -> None:
        """Open every row, or shut every row down to the actions."""
        shut = () if wanted else (e.item.id for e in self.matrix.rows if not e.item.kind.is_heading)
        self._anew(lambda: setattr(self, "shut", {item for item in shut if self.has_parts(item)}))

    def reveal(self, item: str) -> None:
        """Make sure that a row is shown: open what stands above it, and drop a question that leaves it out."""
        if item not in self.matrix.plan.items or item in self._place_of:
            return
        self.shut.difference_update(above.id for above in ancestors(self.matrix.plan, item))
        self.ask(self.question)
        if item not in self._place_of:
            self.ask(Question())

    def _anew(self, change: Callable[[], object]) -> None:
        self.beginResetModel()
        change()
        self._read()
        self.endResetModel()

    # ---- as Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the letters, the full words for a tooltip, or the sentence a screen reader speaks."""
        if not index.isValid() or role not in _ANSWERED:
            return None
        party = self.party(index.column())
        item = self.entry(index.row()).item
        if party is None:
            return self._check_words(item, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(item, party)
        return spoken(self.matrix, item.id, party) if not item.kind.is_heading else None

    def _check_words(self, item: Item, role: int) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.matrix.remark(item)[1]
        if item.kind.is_heading:
            return None
        notice = self.matrix.problems.get(item.id)
        words = notice.sentence if notice is not None else self.matrix.remark(item)[1]
        settled = "in order" if self.matrix.is_settled(item) else "nothing to look at"
        spoken_only = role != Qt.ItemDataRole.ToolTipRole
        return f"{numbers(self.matrix.plan)[item.id]}, Checks: {words or settled}" if spoken_only else words

    def text(self, item: Item, party: Party) -> str:
        """Return a cell as it is written: "A, R" or "R (assist)"."""
        cell = self.matrix.cell(item.id, party.id)
        return self.letters.show(cell.letters, cell.qualifier)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put letters with an optional note into a cell, as "R (assist)"."""
        party = self.party(index.column())
        read = self.letters.read(str(value or ""))
        if role != Qt.ItemDataRole.EditRole or party is None or read is None:
            return False
        letters, note = read
        return self._bridge.run(SetLetters(self.entry(index.row()).item.id, party.id, letters, note), self) is not None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings hold no letters, the checks cannot be typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.entry(index.row()).item.kind.is_heading:
            return _HEADING_FLAGS
        return _CELL_FLAGS if index.column() < self.check_column else _TEXT_FLAGS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a party's name above, number and title at the left; a tooltip says all there is to say about it."""
        if role not in (*_WORDS, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            party = self.party(section)
            if party is None:
                return "Checks"
            return party.full_name if role == Qt.ItemDataRole.DisplayRole else self._party_words(party)
        if not 0 <= section < len(self.rows):
            return None
        entry = self.entry(section)
        return f"{entry.number} {entry.item.title}"

    def _party_words(self, party: Party) -> str:
        home = self.matrix.plan.parties.get(party.organisation or "")
        parts = [party.full_name, home.name if home else "", str(party.kind), "retired" if party.retired else ""]
        lines = [", ".join(part for part in parts if part)]
        lines += [notice.sentence for notice in self.matrix.party_problems.get(party.id, ())]
        return "\n".join(lines)

    # ---- news

    def _on_changed(self, changes: Changes) -> None:
        if not changes.keys or not all(kind is Assignment for kind, _ in changes.keys) or self._asks_anew(changes):
            self._rest.stop()
            fresh = Matrix(self._bridge.plan)
            self._anew(lambda: setattr(self, "matrix", fresh))
            return
        before = self.matrix
        self.matrix = updated(before, self._bridge.plan, [id_ for _, id_ in changes.keys])
        for first, last in self._rows_touched(before, changes):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns)))
        self._rest.start()

    def _asks_anew(self, changes: Changes) -> bool:
        """Whether letters came or went that bring or take a column: of a council, or of somebody retired."""
        held = [
            self.matrix.plan.assignments.get(id_) or self._bridge.plan.assignments.get(id_) for _, id_ in changes.keys
        ]
        parties = {cell.party for cell in held if cell is not None}
        shown = {party.id for party in self.matrix.parties if party.kind is not PartyKind.ORGANISATION}
        retired = {party.id for party in self.matrix.parties if party.retired}
        return not parties <= shown - retired

    def _rows_touched(self, before: Matrix, changes: Changes) -> list[tuple[int, int]]:
        """The spans of rows in which something may look different: the changed ones with their parts and what they are
        part of.
        """
        plan = self._bridge.plan
        cells = (before.plan.assignments.get(id_) or plan.assignments.get(id_) for _, id_ in changes.keys)
        items = {cell.item for cell in cells if cell is not None and cell.item in plan.items}
        near = set(items)
        for item in items:
            near.update(row.id for row in ancestors(plan, item))
            near.update(row.id for row in descendants(plan, item))
        rows = sorted(self._place_of[item] for item in near if item in self._place_of)
        spans: list[tuple[int, int]] = []
        for row in rows:
            if spans and row <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], row)
            else:
                spans.append((row, row))
        return spans

    def _settle(self) -> None:
        """Look at the whole plan again, once the keys rest: what a party carries, and what is said of all rows."""
        self.matrix = Matrix(self._bridge.plan)
        self.settled.emit()

    def counts(self) -> Mapping[str, int]:
        """Return how many rows that can hold letters and how many parties are shown."""
        return {
            "rows": sum(not entry.item.kind.is_heading for entry in self.rows),
            "parties": len(self.columns),
        }


_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_SPEECH = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_ANSWERED = frozenset((Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, *_SPEECH))
