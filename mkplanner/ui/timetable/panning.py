"""Moving the chart under the pointer: the middle button drags it any way, a drag of its headings along the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

if TYPE_CHECKING:
    from mkplanner.ui.timetable.scaledarea import ScaledArea

_Type = QEvent.Type


class Panning(QObject):
    """Watches a chart and its headings; what it takes, nobody else sees. Esc puts the chart back where it was.

    `opened` brings the place of a double click on the headings.
    """

    opened = Signal(QPoint)

    def __init__(self, chart: ScaledArea, head: QWidget) -> None:
        super().__init__(chart)
        self._chart = chart
        self._ways: dict[QObject, tuple[Qt.MouseButton, bool]] = {
            chart.viewport(): (Qt.MouseButton.MiddleButton, True),
            head: (Qt.MouseButton.LeftButton, False),
        }
        self._head = head
        self._at: QPoint | None = None
        self._begun = (0, 0)
        self._is_going = False
        for watched in self._ways:
            watched.installEventFilter(self)

    @property
    def is_going(self) -> bool:
        """Whether the chart is being dragged."""
        return self._is_going

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from press to release, and Esc meanwhile."""
        if isinstance(event, QKeyEvent):
            return self._key(event)
        way = self._ways.get(watched)
        if way is None or not isinstance(event, QMouseEvent):
            return False
        button, is_free = way
        if event.type() == _Type.MouseButtonDblClick and watched is self._head and event.button() == button:
            self.opened.emit(event.position().toPoint())
            return True
        if event.type() == _Type.MouseButtonPress and event.button() == button:
            self._press(event)
            return True
        if self._at is None:
            return False
        if event.type() == _Type.MouseMove:
            self._move(event, is_free)
            return True
        if event.type() == _Type.MouseButtonRelease and event.button() == button:
            self._stop()
            return True
        return False

    def _bars(self) -> tuple[int, int]:
        area: QAbstractScrollArea = self._chart
        return area.horizontalScrollBar().value(), area.verticalScrollBar().value()

    def _press(self, event: QMouseEvent) -> None:
        self._at, self._begun, self._is_going = event.globalPosition().toPoint(), self._bars(), False

    def _move(self, event: QMouseEvent, is_free: bool) -> None:
        assert self._at is not None
        way = event.globalPosition().toPoint() - self._at
        if not self._is_going and way.manhattanLength() < QApplication.startDragDistance():
            return
        if not self._is_going:
            self._is_going = True
            QApplication.setOverrideCursor(Qt.CursorShape.ClosedHandCursor)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._chart.horizontalScrollBar().setValue(self._begun[0] - way.x())
        if is_free:
            self._chart.verticalScrollBar().setValue(self._begun[1] - way.y())

    def _key(self, event: QKeyEvent) -> bool:
        if not self._is_going or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == _Type.KeyPress:
            self._chart.horizontalScrollBar().setValue(self._begun[0])
            self._chart.verticalScrollBar().setValue(self._begun[1])
            self._stop()
        return True

    def _stop(self) -> None:
        if self._is_going:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QApplication.restoreOverrideCursor()
        self._at, self._is_going = None, False
