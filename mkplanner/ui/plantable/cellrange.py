"""Which cells are chosen: the chosen rows in the current column, or in several columns side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

from mkplanner.ui.itemmodels.columns import REF

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable


class CellRange:
    """Columns from an anchor to the current one, by their places in the head; going anywhere else makes it one column again."""

    def __init__(self, table: PlanTable) -> None:
        self._table = table
        self._span: tuple[int, int] | None = None
        self._at: tuple[int, int] = (0, 0)

    def columns(self) -> list[int]:
        """Return the chosen columns, from left to right."""
        head, current = self._table.head, self._table.currentIndex()
        if not current.isValid():
            return []
        if self._span is None or self._at != self._here():
            return [current.column()]
        first, last = min(self._span), max(self._span)
        places = (head.logicalIndex(place) for place in range(first, last + 1))
        return [column for column in places if not head.isSectionHidden(column)]

    def is_wide(self) -> bool:
        """Whether several columns are chosen."""
        return self._span is not None and len(self.columns()) > 1

    def _here(self) -> tuple[int, int]:
        index = self._table.currentIndex()
        return index.internalId(), index.column()

    def extend(self, step: int) -> None:
        """Choose one more column to the right (1) or left (-1), or one less."""
        head = self._table.head
        place = head.visualIndex(self._table.currentIndex().column())
        anchor, end = self._span if self._span is not None and self._at == self._here() else (place, place)
        end += step
        while 0 <= end < head.count() and head.isSectionHidden(head.logicalIndex(end)):
            end += step
        if 0 <= end < head.count():
            self._take(anchor, end)

    def whole_rows(self) -> None:
        """Choose every shown column of the chosen rows but the number."""
        head = self._table.head
        self._take(head.visualIndex(REF) + 1, head.count() - 1)
        current = self._table.currentIndex()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().select(current, flags)

    def whole_column(self) -> None:
        """Choose the current column in every row that is in sight."""
        self._span = None
        self._table.selectAll()

    def _take(self, anchor: int, end: int) -> None:
        self._span, self._at = (anchor, end), self._here()
        self._table.viewport().update()

    def clear(self) -> None:
        """Go back to the current column."""
        self._span = None
        self._table.viewport().update()
