"""The plan as a Qt tree model: thin, quick, and patched from the news of each command.

Indexes carry serials (see `treerows.py`). `flags` returns constants, `sibling` is overridden and texts are kept until the
row they belong to is named in a `Changes`: views ask for them at every frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mkplanner.models.asking.query import NOTHING, Query
from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rowcommands import add_at_end, name_fresh
from mkplanner.models.commands.rows import SetField
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.cellflags import EDITABLE, LEAF, PLAIN, ROW
from mkplanner.ui.itemmodels.celltext import cell_text, new_row_text, tip_of
from mkplanner.ui.itemmodels.columns import COLUMNS, REF, TITLE
from mkplanner.ui.itemmodels.filtering import Question
from mkplanner.ui.itemmodels.spokencells import spoken_about, spoken_cell
from mkplanner.ui.itemmodels.touched import has_other_refs, retold_ends, touched_items
from mkplanner.ui.itemmodels.treechange import turn_into
from mkplanner.ui.itemmodels.treerows import NEW_ROW, ROOT, Serials, TreeRows, build, rebuild, stretches

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_create = QAbstractItemModel.createIndex
"""Spares the tens of thousands of questions of a whole plan laid out the search for the method in the model."""
_WIDTH = len(COLUMNS)


class PlanTree(QAbstractItemModel):
    """Rows answer `question`, columns are `COLUMNS`; below the last row stands the line where a new action is typed.

    `found` is the newest answer; `is_open` tells of a serial whether the view shows the rows below it.
    `filled` brings serials that stay and have rows below them for the first time.
    `patched` brings the serials whose texts changed, for whoever keeps something worked out from them; `shifted` the serials
    that will stand further right or left, `renumbered` says
    that numbers may differ. An edit becomes a command; one that is refused leaves the cell as it was.
    """

    patched = Signal(object)
    shifted = Signal(object)
    renumbered = Signal()
    filled = Signal(object)

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._plan = bridge.plan
        self._serials = Serials()
        self.question = Question()
        self.found = NOTHING
        self.is_open: Callable[[int], bool] = lambda _serial: True
        self._texts: dict[int, list[str | None]] = {}
        self._was_rearranged = False
        self.rows = self._ask()
        bridge.changed.connect(self._absorb)

    # What the views ask

    @property
    def plan(self) -> Plan:
        """The plan that is shown."""
        return self._plan

    @property
    def bridge(self) -> SessionBridge:
        """Where edits go."""
        return self._bridge

    @property
    def filter(self) -> str:
        """The words that rows are filtered by; empty where all are shown."""
        return self.question.query.words

    @property
    def is_rearranged(self) -> bool:
        """Whether rows are sorted or grouped, so that they do not stand in the plan's own order."""
        return self.question.query.is_rearranged

    @property
    def serials(self) -> Serials:
        """Which serial is which row."""
        return self._serials

    def item_id(self, index: Index) -> str | None:
        """Return the id of the row at an index; None for the line for a new action and outside."""
        return self._serials.ids[index.internalId()] or None if index.isValid() else None

    def item(self, serial: int) -> Item | None:
        """Return the row with a serial, None for the line for a new action or a row that is gone."""
        return self._plan.items.get(self._serials.ids[serial])

    def index_of(self, item_id: str, column: int = 0) -> QModelIndex:
        """Return the index of a row, an invalid one where it is not shown."""
        serial = self._serials.find(item_id)
        return self.index_at(serial, column) if serial is not None and serial in self.rows.present else QModelIndex()

    def serials_of(self, item_id: str) -> list[int]:
        """Return the serials under which a row is shown: one, or several where it stands in several groups."""
        return [serial for serial in self._serials.all_of(item_id) if serial in self.rows.present]

    def index_at(self, serial: int, column: int = 0) -> QModelIndex:
        """Return the index of a serial that is shown."""
        return self.createIndex(self.rows.row[serial], column, serial) if serial else QModelIndex()

    def text(self, serial: int, column: int) -> str:
        """Return what a cell shows."""
        if column == REF:
            return self.rows.number[serial]
        texts = self._texts.get(serial)
        if texts is None:
            texts = self._texts[serial] = [None] * len(COLUMNS)
        found = texts[column]
        if found is None:
            found = texts[column] = self.fresh_text(serial, column)
        return found

    def fresh_text(self, serial: int, column: int) -> str:
        """Return what a cell shows without keeping it, for those who look at every row once."""
        item = self.item(serial)
        if item is not None:
            return self.rows.number[serial] if column == REF else cell_text(self._plan, item, COLUMNS[column])
        if serial == NEW_ROW:
            is_empty = len(self.rows.kids[ROOT]) <= 1
            return new_row_text(self._plan, self.question.query.is_narrow, is_empty) if column == TITLE else ""
        heading = self.rows.headings.get(serial)
        if heading is not None:
            return f"{heading.title} ({heading.size})" if column == TITLE else ""
        return ""

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        kids = self.rows.kids[parent.internalId()]
        if 0 <= row < len(kids) and 0 <= column < _WIDTH and parent.column() <= 0:
            return _create(self, row, column, kids[row])
        return _NOWHERE

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        parent = self.rows.parent[index.internalId()]
        return _create(self, self.rows.row[parent], 0, parent) if parent else _NOWHERE

    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:
        if row == index.row() and index.isValid() and 0 <= column < _WIDTH:
            return self.createIndex(row, column, index.internalId())
        return self.index(row, column, self.parent(index))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.rows.kids[parent.internalId()]) if parent.column() <= 0 else 0

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return bool(self.rows.kids[parent.internalId()]) and parent.column() <= 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return _WIDTH

    def flags(self, index: Index) -> Qt.ItemFlag:
        serial, rows = index.internalId(), self.rows
        if serial > NEW_ROW and serial not in rows.headings:
            return (ROW if rows.kids[serial] else LEAF)[index.column()]
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return EDITABLE if index.column() == TITLE and serial == NEW_ROW else PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        speak = _ROLES.get(role)
        return speak(self, index.internalId(), index.column()) if speak is not None and index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return COLUMNS[section].heading if 0 <= section < len(COLUMNS) else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Make an edit of a cell into a command; what is not altered makes none."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        serial, column = index.internalId(), index.column()
        if serial == NEW_ROW:
            words = " ".join(str(value or "").split())
            return bool(words) and self.run(add_at_end(self._plan, words))
        item = self.item(serial)
        if item is None or value == self._edit_text(serial, column):
            return False
        if column == TITLE and not item.title:
            return self.run(name_fresh(item, str(value or "")))
        return self.run(SetField(item.id, COLUMNS[column].field.key, value))

    def run(self, command: Command) -> bool:
        """Hand over a command; whether it was carried out."""
        return self._bridge.run(command, origin=self) is not None

    def _edit_text(self, serial: int, column: int) -> str:
        """What an editor starts with: the reference of a row's own rather than its number, and no "was" line."""
        item = self.item(serial)
        return COLUMNS[column].field.show(self._plan, item) if item is not None else ""

    # News

    def ask(self, query: Query) -> bool:
        """Show what answers a question; whether that is another one than before."""
        before = self.question.query
        if not self.question.ask(query):
            return False
        self._restructure(afresh=before.is_flat or query.is_flat)
        return True

    def ask_again(self) -> None:
        """Answer the question afresh: rows that were changed since may go, come or stand elsewhere."""
        self.question.apply_again()
        self._restructure(afresh=self.question.query.is_flat)

    def set_filter(self, words: str) -> bool:
        """Show only the rows that hold every one of these words, with the rows above them; whether that is another choice."""
        return self.ask(replace(self.question.query, words=words))

    def _absorb(self, changes: Changes) -> None:
        before, self._plan = self._plan, self._bridge.plan
        touched = touched_items(before, self._plan, changes)
        if changes.origin is self and touched:
            self.question.keep(touched)
        serials = [s for id_ in touched for s in self._serials.all_of(id_)] if touched is not None else None
        self._forget(serials)
        query = self.question.query
        if changes.is_structural or (query.is_narrow and not query.is_rearranged):
            self._restructure()
            self._retell_links(before)
        elif touched is None or has_other_refs(before, self._plan, touched):
            self._renumber()
            self._retell_links(before)
        self._announce(serials)

    def _forget(self, serials: list[int] | None) -> None:
        if serials is None:
            self._texts.clear()
        else:
            for serial in serials:
                self._texts.pop(serial, None)

    def _announce(self, serials: list[int] | None) -> None:
        shown = [s for s in serials if s in self.rows.present] if serials is not None else None
        self.patched.emit(shown)
        last = len(COLUMNS) - 1
        whole = ((kids[0], kids[-1]) for kids in self.rows.kids if kids)
        for first, end in whole if shown is None else stretches(shown, self.rows):
            self.dataChanged.emit(self.index_at(first, 0), self.index_at(end, last))

    def _renumber(self) -> None:
        fresh = numbers(self._plan)
        for serial in self.rows.present - self.rows.headings.keys():
            self.rows.number[serial] = fresh.get(self._serials.ids[serial], "")
        self.renumbered.emit()

    def _retell_links(self, before: Plan) -> None:
        """Links are told by numbers, so the cells of linked rows may say something else now."""
        linked = [s for id_ in retold_ends(before, self._plan) for s in self._serials.all_of(id_)]
        if linked:
            self._forget(linked)
            self.patched.emit(linked)

    def _ask(self, afresh: bool = True) -> TreeRows:
        before, self.found = self.found, self.question.answer(self._plan)
        if afresh:
            return build(self.found.lines, self._serials)
        return rebuild(self.rows, before.lines, self.found.lines, self._serials)

    def _restructure(self, afresh: bool = False) -> None:
        """Turn the rows that stood into the rows that stand now, telling views as exactly as is quick."""
        rows, depths = self._ask(afresh or self._was_rearranged or self.is_rearranged), self.rows.depth
        self._was_rearranged = self.is_rearranged
        self.rows.grow(len(rows.parent))
        self._texts.pop(NEW_ROW, None)
        shifted = [s for s in rows.present if s < len(depths) and depths[s] != rows.depth[s]]
        if shifted:
            self.shifted.emit(shifted)  # first, so that views measure these afresh when they lay the rows out
        turn_into(self, rows, afresh)
        self.renumbered.emit()


_ROLES: dict[int, Callable[[PlanTree, int, int], object]] = {
    Qt.ItemDataRole.DisplayRole: PlanTree.text,
    Qt.ItemDataRole.EditRole: PlanTree._edit_text,
    Qt.ItemDataRole.ToolTipRole: lambda tree, serial, column: tip_of(tree.plan, tree.item(serial), column),
    Qt.ItemDataRole.AccessibleTextRole: lambda tree, serial, column: spoken_cell(
        tree.plan, tree.item(serial), column, tree.text(serial, column), tree.rows.number[serial]
    ),
    Qt.ItemDataRole.AccessibleDescriptionRole: spoken_about,
}
