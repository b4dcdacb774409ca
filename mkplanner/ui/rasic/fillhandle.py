"""The small square at the corner of the chosen cells: dragging it fills them on, down or to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from mkplanner.ui.look import theme

if TYPE_CHECKING:
    from mkplanner.ui.rasic.grid import MatrixGrid

SIDE = 7
REACH = 6


class FillHandle:
    """Watches the mouse over the grid; while dragged, `target` is the block that would be filled."""

    def __init__(self, view: MatrixGrid) -> None:
        self._view = view
        self._from: tuple[list[int], list[int]] | None = None
        self.target: tuple[list[int], list[int]] | None = None

    def place(self) -> QRect | None:
        """Return where the handle stands, None where no cell is chosen or its corner is out of sight."""
        rows, columns = self._view.chosen_span()
        if not rows or not columns or columns[-1] >= self._view.grid.check_column:
            return None
        cell = self._view.visualRect(self._view.grid.index(rows[-1], columns[-1]))
        side = theme.px(SIDE)
        return QRect(cell.right() - side + 1, cell.bottom() - side + 1, side, side)

    def is_over(self, point: QPoint) -> bool:
        """Whether a point is close enough to take hold."""
        place = self.place()
        return place is not None and place.adjusted(-REACH, -REACH, REACH, REACH).contains(point)

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of the handle."""
        if event.button() is not Qt.MouseButton.LeftButton or not self.is_over(event.position().toPoint()):
            return False
        self._from = self._view.chosen_span()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Drag the handle; the block grows in one direction only, as in Excel."""
        point = event.position().toPoint()
        if self._from is None:
            shape = Qt.CursorShape.CrossCursor if self.is_over(point) else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
            return False
        rows, columns = self._from
        row, column = self._view.rowAt(point.y()), self._view.columnAt(point.x())
        row = row if row >= 0 else self._view.grid.rowCount() - 1
        column = min(column if column >= 0 else self._view.grid.check_column, self._view.grid.check_column - 1)
        down, right = max(0, row - rows[-1]), max(0, column - columns[-1])
        if down >= right:
            self.target = [*rows, *self._view.letter_rows(rows[-1] + 1, row)], columns
        else:
            self.target = rows, [*columns, *range(columns[-1] + 1, column + 1)]
        self._view.viewport().update()
        return True

    def release(self) -> bool:
        """Let go and fill; whether the handle was held."""
        source, target = self._from, self.target
        self._from = self.target = None
        if source is None:
            return False
        if target is not None and target != source:
            self._view.lettering.fill_from(source, *target)
            self._view.choose(*target)
        self._view.viewport().update()
        return True

    def draw(self, painter: QPainter) -> None:
        """Draw the handle, and a frame round what would be filled."""
        place = self.place()
        if place is not None and self._view.hasFocus():
            painter.fillRect(place, theme.colour("base"))
            painter.fillRect(place.adjusted(1, 1, 0, 0), theme.colour("focus"))
        if self.target is not None:
            rows, columns = self.target
            first = self._view.visualRect(self._view.grid.index(rows[0], columns[0]))
            last = self._view.visualRect(self._view.grid.index(rows[-1], columns[-1]))
            painter.setPen(QPen(theme.colour("focus"), theme.px(2), Qt.PenStyle.DashLine))
            painter.drawRect(first.united(last).adjusted(1, 1, -2, -2))
