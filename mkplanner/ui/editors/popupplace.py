"""Where a popup stands by its cell so that it hides neither the cell nor its own end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP, EDGE = 6, 4


def near(cell: QRect, size: QSize, around: QRect) -> QPoint | None:
    """Return the place under a cell, or above it; None where there is room for neither."""
    x = min(max(EDGE, cell.center().x() - size.width() // 2), around.right() - size.width() - EDGE)
    below = cell.bottom() + GAP
    if below + size.height() <= around.bottom():
        return QPoint(x, below)
    above = cell.top() - GAP - size.height()
    return QPoint(x, above) if above >= around.top() else None


def room_beside(cell: QRect, around: QRect) -> int:
    """Return how wide a popup beside a cell may be, on the side with more room."""
    return max(around.right() - cell.right(), cell.left() - around.left()) - GAP - EDGE


def beside(cell: QRect, size: QSize, around: QRect) -> QPoint:
    """Return the place at the side of a cell where there is more room, as high as fits."""
    is_right = around.right() - cell.right() >= cell.left() - around.left()
    x = cell.right() + GAP if is_right else cell.left() - GAP - size.width()
    y = min(cell.center().y() - size.height() // 2, around.bottom() - size.height() - EDGE)
    return QPoint(max(x, around.left()), max(y, around.top()))
