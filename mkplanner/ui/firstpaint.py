"""Does something right after a window has been painted for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Watches one window and calls `deed` once, when what it painted is on its way to the screen."""

    def __init__(self, window: QWidget, deed: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._deed = deed
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._deed)
        return False
