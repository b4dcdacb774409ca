"""What the wheel and the touchpad do on the chart: rows up and down, days sideways with Shift, zoom with Ctrl or a pinch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar

from mkplanner.ui.timetable.zoom import STEP

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

_NOTCH = 120


def turn_wheel(chart: ChartCanvas, event: QWheelEvent) -> None:
    """Scroll, or zoom about the pointer."""
    delta = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        turned = delta.y() or delta.x()
        chart.zoom_by(STEP ** (turned / _NOTCH), event.position().x())
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
        _roll(chart.horizontalScrollBar(), delta.x() or delta.y(), event.pixelDelta().x())
    else:
        _roll(chart.table.verticalScrollBar(), delta.y(), event.pixelDelta().y())
    event.accept()


def _roll(bar: QScrollBar, turned: int, pixels: int) -> None:
    """Scroll by what the wheel turned, or by exactly the pixels that a touchpad asks for."""
    bar.setValue(bar.value() - (pixels or turned * QApplication.wheelScrollLines() * bar.singleStep() // _NOTCH))


def pinch(chart: ChartCanvas, event: QNativeGestureEvent) -> bool:
    """Zoom as two fingers on a touchpad move apart or together; whether the gesture was such a one."""
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return False
    chart.zoom_by(max(1 + event.value(), 0.1), event.position().x())
    event.accept()
    return True
