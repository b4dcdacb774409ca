"""The place of a panel that is made a moment later, so that the plan's rows are on the screen before what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

P = TypeVar("P", bound=QWidget)


class LaterPanel(QWidget, Generic[P]):
    """Keeps the room of a panel, an empty sheet at first; `make` is called once: when the sheet has been seen, or earlier
    where somebody asks for the `panel`.

    `usual` and `least` are the sizes that the panel will want, so that nothing moves when it comes.
    """

    def __init__(self, make: Callable[[QWidget], P], usual: QSize, least: QSize) -> None:
        super().__init__()
        self._make = make
        self._usual, self._least = usual, least
        self._panel: P | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    @property
    def is_made(self) -> bool:
        """Whether the panel is there."""
        return self._panel is not None

    @property
    def panel(self) -> P:
        """The panel itself."""
        if self._panel is None:
            self._panel = self._make(self)
            self._panel.setUpdatesEnabled(False)
            QTimer.singleShot(0, self, self._reveal)
            self._layout.addWidget(self._panel)
            self._panel.show()
            self._layout.activate()
        return self._panel

    def _reveal(self) -> None:
        """Let the panel be seen when it is laid out, all of it at once."""
        if self._panel is not None:
            self._panel.setUpdatesEnabled(True)

    def sizeHint(self) -> QSize:
        return self._panel.sizeHint() if self._panel is not None else self._usual

    def minimumSizeHint(self) -> QSize:
        return self._panel.minimumSizeHint() if self._panel is not None else self._least

    def fill(self) -> None:
        """Make the panel now where it is on show."""
        if self.isVisible():
            _ = self.panel

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._panel is None:
            QTimer.singleShot(0, self, self.fill)
