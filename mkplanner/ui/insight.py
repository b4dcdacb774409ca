"""A page that scrolls up and down and follows the cursor: where the keyboard is, is always in sight, however it came there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from mkplanner.ui.look import theme

_AIR = 24
"""Pixels of what stands around the cursor that are brought in with it, such as the caption above a field."""


class InSight(QScrollArea):
    """Tab brings what it reaches into sight by itself; this also hears letters with Alt, and fields that others choose."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight; of what is higher than the page its upper end."""
        inside = self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        place = QRect(now.mapTo(inside, QPoint(0, 0)), now.size())
        air, bar = theme.px(_AIR), self.verticalScrollBar()
        high = self.viewport().height()
        if place.bottom() + air > bar.value() + high:
            bar.setValue(place.bottom() + air - high)
        if place.top() - air < bar.value():
            bar.setValue(place.top() - air)
