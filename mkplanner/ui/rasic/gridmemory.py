"""Where somebody was in the matrix, kept while its rows and columns are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from mkplanner.ui.rasic.grid import MatrixGrid


class GridMemory(QObject):
    """Remembers the cursor by its row and party, and how far the table is scrolled."""

    def __init__(self, view: MatrixGrid) -> None:
        super().__init__(view)
        self._view = view
        self._item, self._party = "", ""
        self._right, self._down = 0, 0

    def keep(self) -> None:
        """Remember the place before the rows go."""
        view = self._view
        self._item, self._party = view.current_item(), view.current_party()
        self._right, self._down = view.horizontalScrollBar().value(), view.verticalScrollBar().value()

    def restore(self) -> None:
        """Measure the new rows and go back to the place; a row that is gone leaves the cursor in the first cell."""
        view = self._view
        view.measure()
        row, column = view.grid.row_of(self._item), view.grid.column_of(self._party)
        if row is not None and view.is_letter_row(row):
            view.setCurrentIndex(view.grid.index(row, column if column is not None else 0))
        view.horizontalScrollBar().setValue(self._right)
        view.verticalScrollBar().setValue(self._down)
        if view.currentIndex().isValid():
            view.scrollTo(view.currentIndex())
