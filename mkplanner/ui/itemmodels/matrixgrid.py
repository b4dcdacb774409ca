"""Qt item model over the RASIC matrix: a row for each row of the outline, a column for each party and one for the checks."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mkplanner.models.changes import Changes
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.matrix import Matrix, spoken
from mkplanner.models.outline import Entry
from mkplanner.models.people import Party
from mkplanner.models.plan import Item
from mkplanner.models.rasic import Assignment, read_cell
from mkplanner.ui.bridge import SessionBridge

Index = QModelIndex | QPersistentModelIndex

_CELL_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_TEXT_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled


class MatrixModel(QAbstractTableModel):
    """Answers what stands in each cell as text, words and speech; edits become commands.

    A changed letter repaints its row and the rows below it; everything else makes the matrix anew.
    """

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.matrix = Matrix(bridge.plan)
        bridge.changed.connect(self._on_changed)

    @property
    def check_column(self) -> int:
        """The column of the checks, the last one."""
        return len(self.matrix.parties)

    def entry(self, row: int) -> Entry:
        """Return the row of the outline at a row of the grid."""
        return self.matrix.rows[row]

    def party(self, column: int) -> Party | None:
        """Return the party of a column, None for the checks."""
        return self.matrix.parties[column] if 0 <= column < len(self.matrix.parties) else None

    def row_of(self, item: str) -> int | None:
        """Return the row of an item, or None."""
        return next((place for place, entry in enumerate(self.matrix.rows) if entry.item.id == item), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.matrix.parties) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the letters, the full words for a tooltip, or the sentence a screen reader speaks."""
        if not index.isValid():
            return None
        party = self.party(index.column())
        item = self.entry(index.row()).item
        if party is None:
            return self.matrix.remark(item)[1] if role in _WORDS else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(item, party)
        if role in _SPEECH and not item.kind.is_heading:
            return spoken(self.matrix, item.id, party)
        return None

    def _text(self, item: Item, party: Party) -> str:
        cell = self.matrix.cell(item.id, party.id)
        letters = ", ".join(cell.letters)
        return f"{letters} ({cell.qualifier})" if cell.qualifier else letters

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put letters with an optional note into a cell, as "R (assist)"."""
        party = self.party(index.column())
        read = read_cell(str(value or ""))
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
        """Return a party's name above, number and title at the left."""
        if role not in (*_WORDS, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            party = self.party(section)
            return party.full_name if party else "Checks"
        entry = self.entry(section)
        return f"{entry.number} {entry.item.title}"

    def _on_changed(self, changes: Changes) -> None:
        letters_only = all(kind is Assignment for kind, _ in changes.keys)
        fresh = Matrix(self._bridge.plan)
        if letters_only and fresh.parties == self.matrix.parties:
            self.matrix = fresh
            last = self.index(len(fresh.rows) - 1, len(fresh.parties))
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.matrix = fresh
        self.endResetModel()


_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_SPEECH = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
