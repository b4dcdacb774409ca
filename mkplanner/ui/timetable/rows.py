"""The rows that can be seen, as the table has placed them: the chart has no row geometry of its own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex

from mkplanner.records import frozen
from mkplanner.ui.plantable.view import PlanTable


@frozen
class VisibleRow:
    """A row on the screen: its index, its serial, and its top and height in pixels of the viewport."""

    index: QModelIndex
    serial: int
    top: int
    height: int


def visible_rows(table: PlanTable, top: int, bottom: int) -> Iterator[VisibleRow]:
    """Yield the rows that reach into the stretch from top to bottom, where the table's `visualRect` has them."""
    index = table.row_at(max(top, 0))
    while index.isValid():
        row = index.siblingAtColumn(0)
        rect = table.visualRect(row)
        if rect.top() > bottom or rect.height() <= 0:
            return
        yield VisibleRow(row, row.internalId(), rect.top(), rect.height())
        index = table.indexBelow(index)
