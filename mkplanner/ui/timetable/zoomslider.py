"""The slider at the foot of the chart that makes days wider and narrower."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QWidget

from mkplanner.charts.timescale.timescale import LEAST, MOST
from mkplanner.ui.look import icons, theme

_STEPS = 100
_WIDTH = 104


class ZoomSlider(QWidget):
    """`asked` brings the pixels a day that are wanted; equal ways along the slider make days wider by equal shares."""

    asked = Signal(float)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zoom_slider")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("zoom_place")
        self.slider.setAccessibleName(self.tr("Zoom"))
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(10)
        self.slider.setFixedWidth(theme.px(_WIDTH))
        self.slider.setToolTip(self.tr("Zoom of the chart: Ctrl++, Ctrl+−, or Ctrl and the wheel"))
        self.slider.valueChanged.connect(lambda place: self.asked.emit(_pixels(place)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(6), 0, theme.px(2), 0)
        layout.setSpacing(0)
        self._buttons = [
            self._button(-1, "zoom-out", self.tr("Zoom out")),
            self._button(1, "zoom-in", self.tr("Zoom in")),
        ]
        for widget in (self._buttons[0], self.slider, self._buttons[1]):
            layout.addWidget(widget)

    def _button(self, way: int, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"foot_{name}")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("picture", name)
        button.clicked.connect(lambda: self.stepped.emit(way))
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the pictures once they are to be seen."""
        super().showEvent(event)
        self.refresh_look()

    def refresh_look(self) -> None:
        """Take up colours and sizes afresh; no taller than the scroll bar beside it."""
        self.slider.setFixedWidth(theme.px(_WIDTH))
        for button in self._buttons:
            button.setStyleSheet("QToolButton { border: 0; padding: 0; min-height: 0; background: transparent; }")
            button.setIcon(icons.icon(button.property("picture")))
            button.setFixedSize(theme.px(16), theme.px(13))

    def show_pixels(self, pixels: float) -> None:
        """Show how wide a day is, without asking for anything."""
        self.slider.blockSignals(True)
        self.slider.setValue(_place(pixels))
        self.slider.blockSignals(False)


def _pixels(place: int) -> float:
    return LEAST * math.exp(math.log(MOST / LEAST) * place / _STEPS)


def _place(pixels: float) -> int:
    return round(_STEPS * math.log(min(max(pixels, LEAST), MOST) / LEAST) / math.log(MOST / LEAST))
