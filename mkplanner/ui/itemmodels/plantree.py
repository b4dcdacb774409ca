"""The plan as a Qt tree model: thin, quick, and patched from the news of each command.

Indexes carry serials (see `treerows.py`). `flags` returns constants, `sibling` is overridden and texts are kept until the
row they belong to is named in a `Changes`: views ask for them at every frame.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import SetField
from mkplanner.models.outline import outline
from mkplanner.models.plan import Item, Plan
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.celltext import cell_text, new_row_text, spoken_cell, spoken_reading, tip_of
from mkplanner.ui.itemmodels.filtering import matching_rows
from mkplanner.ui.itemmodels.touched import touched_items
from mkplanner.ui.itemmodels.treerows import NEW_ROW, ROOT, Difference, Serials, TreeRows, build, compare, runs
from mkplanner.ui.plantable.columns import COLUMNS, REF, TITLE
from mkplanner.ui.plantable.rowcommands import add_at_end, name_fresh

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_WHOLE_PLAN = 40
"""When more runs of rows than this come or go at once, starting afresh is quicker than telling each."""


class PlanTree(QAbstractItemModel):
    """Rows are the outline's, columns `COLUMNS`; below the last row stands the line where a new action is typed.

    `patched` brings the serials whose texts changed, for whoever keeps something worked out from them; `renumbered` says
    that numbers may differ. An edit becomes a command; one that is refused leaves the cell as it was.
    """

    patched = Signal(object)
    renumbered = Signal()

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._plan = bridge.plan
        self._serials = Serials()
        self._filter = ""
        self._texts: dict[int, list[str | None]] = {}
        self.rows: TreeRows = build(outline(self._plan), self._serials, None)
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
        return self._filter

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
            found = texts[column] = self._fresh_text(serial, column)
        return found

    def _fresh_text(self, serial: int, column: int) -> str:
        if serial == NEW_ROW:
            return new_row_text(self._plan, self._filter) if column == TITLE else ""
        item = self.item(serial)
        return cell_text(self._plan, item, COLUMNS[column]) if item is not None else ""

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        kids = self.rows.kids[parent.internalId()]
        if 0 <= row < len(kids) and 0 <= column < len(COLUMNS) and parent.column() <= 0:
            return self.createIndex(row, column, kids[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        parent = self.rows.parent[index.internalId()] if index.isValid() else ROOT
        return self.createIndex(self.rows.row[parent], 0, parent) if parent else QModelIndex()

    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:
        if row == index.row() and index.isValid() and 0 <= column < len(COLUMNS):
            return self.createIndex(row, column, index.internalId())
        return self.index(row, column, self.parent(index))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.rows.kids[parent.internalId()]) if parent.column() <= 0 else 0

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return bool(self.rows.kids[parent.internalId()]) and parent.column() <= 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.internalId() > NEW_ROW:
            return _EDITABLE
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if index.column() == TITLE else _PLAIN

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

    def set_filter(self, words: str) -> bool:
        """Show only the rows that hold every one of these words, with the rows above them; whether that is another choice."""
        if words.casefold().split() == self._filter.casefold().split():
            return False
        self._filter = words
        self._restructure()
        return True

    def _absorb(self, changes: Changes) -> None:
        before, self._plan = self._plan, self._bridge.plan
        touched = touched_items(before, self._plan, changes)
        serials = [s for s in map(self._serials.find, touched) if s is not None] if touched is not None else None
        self._forget(serials)
        if changes.is_structural or self._filter:
            self._restructure()
        elif touched is None or any(_ref(before, id_) != _ref(self._plan, id_) for id_ in touched):
            self._renumber()
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
        for serial in self.rows.present if shown is None else shown:
            self.dataChanged.emit(self.index_at(serial, 0), self.index_at(serial, last))

    def _renumber(self) -> None:
        self.rows.number = build(outline(self._plan), self._serials, self._wanted()).number
        self.renumbered.emit()

    def _wanted(self) -> Set[str] | None:
        return matching_rows(self._plan, self._filter)

    def _restructure(self) -> None:
        """Turn the rows that stood into the rows that stand now, telling views as exactly as is quick."""
        rows = build(outline(self._plan), self._serials, self._wanted())
        self.rows.grow(len(rows.parent))
        difference = compare(self.rows, rows)
        self._texts.pop(NEW_ROW, None)
        if difference.moved and (difference.gone or difference.come):
            self._start_afresh(rows)
        elif difference.moved:
            self._rearrange(rows)
        else:
            self._come_and_go(rows, difference)
        self.renumbered.emit()

    def _start_afresh(self, rows: TreeRows) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _rearrange(self, rows: TreeRows) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        self.rows = rows
        new = [self.index_at(index.internalId(), index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _come_and_go(self, rows: TreeRows, difference: Difference) -> None:
        self.rows.depth, self.rows.number = rows.depth, rows.number
        going = runs(difference.gone, self.rows)
        coming = runs(difference.come, rows)[::-1]
        if len(going) + len(coming) > _WHOLE_PLAN:
            self._start_afresh(rows)
            return
        for parent, first, last in going:
            self.beginRemoveRows(self.index_at(parent), first, last)
            self._take_away(parent, first, last)
            self.endRemoveRows()
        for parent, first, last in coming:
            self.beginInsertRows(self.index_at(parent), first, last)
            self._put_in(rows, parent, first, last)
            self.endInsertRows()
        self.rows = rows

    def _take_away(self, parent: int, first: int, last: int) -> None:
        kids = self.rows.kids[parent]
        self.rows.kids[parent] = kids[:first] + kids[last + 1 :]
        self.rows.renumber(parent)

    def _put_in(self, rows: TreeRows, parent: int, first: int, last: int) -> None:
        fresh = rows.kids[parent][first : last + 1]
        self.rows.kids[parent][first:first] = fresh
        self.rows.renumber(parent)
        stack = list(fresh)
        for serial in fresh:
            self.rows.parent[serial] = parent
        while stack:
            serial = stack.pop()
            self.rows.kids[serial] = list(rows.kids[serial])
            for kid in rows.kids[serial]:
                self.rows.parent[kid], self.rows.row[kid] = serial, rows.row[kid]
            stack += rows.kids[serial]


_ROLES: dict[int, Callable[[PlanTree, int, int], object]] = {
    Qt.ItemDataRole.DisplayRole: PlanTree.text,
    Qt.ItemDataRole.EditRole: PlanTree._edit_text,
    Qt.ItemDataRole.ToolTipRole: lambda tree, serial, column: tip_of(tree.plan, tree.item(serial), column),
    Qt.ItemDataRole.AccessibleTextRole: lambda tree, serial, column: spoken_cell(
        tree.plan, tree.item(serial), column, tree.text(serial, column), tree.rows.number[serial]
    ),
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda tree, serial, column: spoken_reading(tree.item(serial), column),
}


def _ref(plan: Plan, id_: str) -> str | None:
    item = plan.items.get(id_)
    return item.ref if item is not None else None
