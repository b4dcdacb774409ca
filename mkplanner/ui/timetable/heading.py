"""The band above the chart: financial years, quarters and months, or whatever the zoom asks for."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mkplanner.charts.geometry import Rect
from mkplanner.charts.timescale import Timescale
from mkplanner.charts.timescale_head import SCREEN_HEAD, head_shapes
from mkplanner.charts.timescale_units import Calendar
from mkplanner.ui import theme
from mkplanner.ui.painting import paint


class HeadBand(QWidget):
    """Paints the tiers of one timescale; as high as the head of the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chart_head")
        self.setAccessibleName("Timescale")
        self._scale: Timescale | None = None
        self._calendar = Calendar()

    def show_scale(self, scale: Timescale, calendar: Calendar) -> None:
        """Show the headings of a timescale."""
        self._scale, self._calendar = scale, calendar
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        painter.fillRect(self.rect(), theme.colour("header"))
        if self._scale is not None:
            metrics = SCREEN_HEAD.scaled(theme.px(120) / 120)
            paint(
                painter,
                head_shapes(self._scale, Rect(0, 0, width, height), self._calendar, metrics),
                theme.current(),
            )
        painter.fillRect(QRect(0, height - 1, width, 1), theme.colour("grid2"))
        painter.end()
