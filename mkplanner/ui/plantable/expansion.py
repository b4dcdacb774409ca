"""Which rows of the table are open: all of them at first, and as the user left them whatever comes, goes or moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from mkplanner.ui.itemmodels.treerows import NEW_ROW

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

_MANY = 2000
"""With more rows than this a plan opens with its themes shut, so that it is on the screen at once."""


class Expansion(QObject):
    """Remembers the rows that were shut, and keeps selection and place across a fresh start of the model.

    `restored` counts the fresh starts, after which rows are open as they should be.
    """

    def __init__(self, table: PlanTable) -> None:
        super().__init__(table)
        self._table = table
        self._model = table.plan_tree
        self._shut: set[str] = set()
        self._kept: tuple[tuple[str, ...], str | None, int, int] = ((), None, 0, 0)
        self._quiet = False
        self.restored = 0
        table.collapsed.connect(self._remember_shut)
        table.expanded.connect(self._remember_open)
        self._model.rowsInserted.connect(self._open_new)
        self._model.filled.connect(self._open_filled)
        self._model.modelAboutToBeReset.connect(self._keep)
        self._model.modelReset.connect(self._restore)
        self._is_fresh = True

    def open_first(self) -> None:
        """Open the rows just before they are first shown, when the widths of columns are known; later calls do nothing."""
        if not self._is_fresh:
            return
        self._is_fresh = False
        if len(self._model.rows.present) > _MANY:
            self._shut |= self._every_parent() - self._above_current()
        else:
            self._table.opening.at_once()
            self._shut_again()

    def _every_parent(self) -> set[str]:
        kids = self._model.rows.kids
        parents = (serial for serial in self._model.rows.present if kids[serial])
        return {item.id for item in map(self._model.item, parents) if item is not None}

    def _above_current(self) -> set[str]:
        """The rows above the current one, which were opened to show it."""
        found: set[str] = set()
        above = self._table.currentIndex().parent()
        while above.isValid():
            found.add(self._model.item_id(above) or "")
            above = above.parent()
        return found

    def open_all(self) -> None:
        """Open every row."""
        self._shut.clear()
        self._table.opening.start()
        self._table.moved.emit()

    def shut_all(self) -> None:
        """Shut every row; the current one moves to the row that now hides it."""
        current = self._table.currentIndex()
        while current.parent().isValid():
            current = current.parent().siblingAtColumn(current.column())
        self._table.opening.stop()
        self._table.scroll_range.note_all(is_open=False)
        self._table.blockSignals(True)  # a signal for each row costs more than shutting them
        self._table.collapseAll()
        self._table.blockSignals(False)
        self._shut = self._every_parent()
        if current.isValid():
            self._table.go_to(current)
        self._table.moved.emit()

    def show_found(self, is_filtered: bool) -> None:
        """Open what a filter found, or go back to what was open without it."""
        self._open_but(set() if is_filtered else self._shut)
        self._table.moved.emit()

    def _open_but(self, shut: set[str]) -> None:
        if not shut:
            self._table.opening.start()
            return
        self._table.opening.at_once()
        self._shut_again()

    def _shut_again(self) -> None:
        self._quiet = True
        for id_ in self._shut:
            index = self._model.index_of(id_)
            if index.isValid():
                self._table.collapse(index)
        self._quiet = False

    def _remember_shut(self, index: QModelIndex) -> None:
        id_ = self._model.item_id(index)
        if id_ and not self._quiet:
            self._shut.add(id_)

    def _remember_open(self, index: QModelIndex) -> None:
        if not self._quiet:
            self._shut.discard(self._model.item_id(index) or "")

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        with self._table.scroll_range.standing_still():
            if parent.isValid():
                self._table.setExpanded(parent.siblingAtColumn(0), True)
            stack = [self._model.index(row, 0, parent) for row in range(first, last + 1)]
            while stack:
                index = stack.pop()
                if self._model.hasChildren(index) and (
                    self._model.question.query.is_narrow or self._model.item_id(index) not in self._shut
                ):
                    self._table.setExpanded(index, True)
                    stack += [self._model.index(row, 0, index) for row in range(self._model.rowCount(index))]

    def _open_filled(self, serials: list[int]) -> None:
        """Open rows that others were moved below, which else would be out of sight."""
        for serial in serials:
            self._table.setExpanded(self._model.index_at(serial), True)

    def _keep(self) -> None:
        table = self._table
        current = table.currentIndex()
        is_new = current.isValid() and current.internalId() == NEW_ROW
        kept = "" if is_new else self._model.item_id(current)
        self._kept = (table.chosen_ids(), kept, current.column(), table.verticalScrollBar().value())

    def _restore(self) -> None:
        chosen, current, column, scrolled = self._kept
        table, model = self._table, self._model
        self.restored += 1
        query = model.question.query
        self._open_but(set() if query.is_narrow or query.is_flat else self._shut)
        selection = table.selectionModel()
        index = table.new_row_index() if current == "" else model.index_of(current or "", max(column, 0))
        if index.isValid():
            selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
        for id_ in chosen:
            row = model.index_of(id_)
            if row.isValid():
                selection.select(row, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        table.executeDelayedItemsLayout()
        table.verticalScrollBar().setValue(scrolled)
        table.chosen.emit()
