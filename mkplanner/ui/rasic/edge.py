"""The free edge of a head, which can be dragged to make the head wider or higher."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget

REACH = 4
"""How many pixels from the edge the mouse takes hold of it."""


class Edge:
    """Watches the mouse of a head; `resize` is told the new measure in pixels while the edge is dragged."""

    def __init__(self, head: QHeaderView, direction: Qt.Orientation, resize: Callable[[int], None]) -> None:
        self._head = head
        self._upright = direction is Qt.Orientation.Vertical
        self._resize = resize
        self._held = False

    def _is_near(self, event: QMouseEvent) -> bool:
        place = event.position()
        size = self._head.size()
        return size.height() - place.y() <= REACH if self._upright else size.width() - place.x() <= REACH

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of the edge if the mouse is there."""
        self._held = event.button() is Qt.MouseButton.LeftButton and self._is_near(event)
        return self._held

    def move(self, event: QMouseEvent) -> bool:
        """Drag the edge if it is held, else show by the cursor whether it could be."""
        if self._held:
            self._resize(round(event.position().y() if self._upright else event.position().x()))
            return True
        shape = Qt.CursorShape.SizeVerCursor if self._upright else Qt.CursorShape.SizeHorCursor
        if self._is_near(event):
            self._head.viewport().setCursor(shape)
            return True
        self._head.viewport().unsetCursor()
        return False

    def release(self) -> bool:
        """Let go; whether the edge was held."""
        held, self._held = self._held, False
        return held


class EdgedHead(QHeaderView):
    """A head whose free edge can be dragged; `edge` watches the mouse."""

    def __init__(self, orientation: Qt.Orientation, resize: Callable[[int], None], parent: QWidget) -> None:
        super().__init__(orientation, parent)
        across = Qt.Orientation.Horizontal if orientation is Qt.Orientation.Vertical else Qt.Orientation.Vertical
        self.edge = Edge(self, across, resize)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.edge.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.edge.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.edge.release():
            super().mouseReleaseEvent(event)
