"""Which rows of the table are chosen, which cell is the current one, and going from one to another."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.itemmodels.refusing import refused
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.knownchoice import KnownChoice
from mkplanner.ui.plantable.wrappedtree import WrappedTree

_Index = QModelIndex | QPersistentModelIndex
_ANY = QAbstractItemView.EditTrigger.AllEditTriggers


class ChoosingTree(WrappedTree):
    """A tree that knows its chosen rows by their ids; `chosen` says that the selection or the current cell is another one."""

    chosen = Signal()

    def __init__(self, model: PlanTree, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.choice = KnownChoice(self)

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected rows, from top to bottom of the plan."""
        return self.choice.ids()

    def is_chosen(self, serial: int) -> bool:
        """Whether a row is selected."""
        return serial in self.choice.serials()

    def choose_all(self) -> None:
        """Select every row that is open to sight."""
        choice, everything = self.selectionModel(), self.choice.everything()
        with QSignalBlocker(choice):  # else Qt would compare each stretch chosen before with each one chosen now
            choice.clearSelection()
        choice.select(everything, QItemSelectionModel.SelectionFlag.Select)

    def current_id(self) -> str | None:
        """Return the id of the current row."""
        return self.plan_tree.item_id(self.currentIndex())

    def choose(self, item_id: str | None, column: int | None = None) -> None:
        """Make a row the selected and current one and bring it into view; None deselects."""
        if item_id is None:
            self.clearSelection()
            return
        index = self.plan_tree.index_of(item_id, self._column(column))
        if index.isValid():
            self.go_to(index)

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one, its row the only selected one."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _column(self, column: int | None) -> int:
        if column is not None:
            return column
        now = self.currentIndex().column()
        return now if now >= 0 else TITLE

    def new_row_index(self) -> QModelIndex:
        """Return the cell in which a new action is typed."""
        return self.plan_tree.index_at(NEW_ROW, TITLE)

    def edit_or_refuse(self, index: QModelIndex) -> bool:
        """Open the editor of a cell; False where it is worked out, or the heading of a group, and cannot be written."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.edit(index)
        return True

    def edit(self, index: _Index, trigger: QAbstractItemView.EditTrigger = _ANY, event: QEvent | None = None) -> bool:  # type: ignore[override]
        """Open the editor of a cell; where the plan can only be looked at, say so before anything is typed."""
        return not refused(self, self.plan_tree.bridge, trigger) and super().edit(index, trigger, event)  # type: ignore[arg-type]

    def edit_cell(self, item_id: str, column: int = TITLE) -> None:
        """Open the editor of a cell."""
        self.choose(item_id, column)
        self.executeDelayedItemsLayout()
        self.edit(self.plan_tree.index_of(item_id, column))

    def selectionChanged(self, selected, deselected) -> None:  # type: ignore[no-untyped-def]
        if self._is_ready:
            self.choice.forget()
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.chosen.emit()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """All in sight is painted when the choice changes; Qt would look up, and so measure, every row that is chosen."""
        return QRegion(self.viewport().rect())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin on the first action's words, not on its number, when no cell is current yet."""
        if not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(
                self.plan_tree.index(0, TITLE), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        super().focusInEvent(event)
