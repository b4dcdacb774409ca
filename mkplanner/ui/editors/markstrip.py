"""A strip of the chart about one date: months above, the mark below, today and the date before it was revised."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.marks import marks_for
from mkplanner.charts.marks.metrics import SCREEN, RowGeometry
from mkplanner.charts.marks.words import spoken
from mkplanner.charts.timescale.head import SCREEN_HEAD, grid_shapes, head_shapes, today_line
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import COUNCIL_YEAR, Calendar
from mkplanner.models.timeframes.periods import add_months
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint

_HEAD, _LINE = 48, 22
_LEAST_MONTHS, _MOST_MONTHS = 12, 72


def strip_span(frame: Timeframe, original: Timeframe | None, today: date) -> tuple[date, date]:
    """Return the first and last day to show: the date with room about it, a year at least, six at most."""
    days = [day for one in (frame, original) if one for day in (one.first_day, one.last_day) if day] or [today]
    first, last = add_months(min(days).replace(day=1), -3), add_months(max(days).replace(day=1), 3)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < _LEAST_MONTHS:
        last = add_months(first, _LEAST_MONTHS)
    return first, min(last, add_months(first, _MOST_MONTHS))


class MarkStrip(QWidget):
    """Draws one date as the chart would; `span` is the first and last day to show, None for what suits the date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = Timeframe("")
        self._original: Timeframe | None = None
        self._today = date.today()
        self._calendar = COUNCIL_YEAR
        self.span: tuple[date, date] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How it is drawn"))

    def show_frame(self, frame: Timeframe, original: Timeframe | None, today: date, calendar: Calendar) -> None:
        """Show a date, with the one it takes the place of."""
        self._frame, self._original, self._today, self._calendar = frame, original, today, calendar
        self.setAccessibleDescription(spoken(frame, None, False, None, original))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = max(1, len(self._frame.segments)) + (0.6 if self._original is not None else 0)
        return QSize(theme.px(300), theme.px(_HEAD + 10 + _LINE * lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 3, 3)
        painter.setClipPath(path)
        self._draw(painter)
        painter.setClipping(False)
        painter.strokePath(path, QPen(theme.colour("grid2"), 1))
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        width, height, head, palette = self.width(), self.height(), theme.px(_HEAD), theme.current()
        scale = Timescale.fitting(*(self.span or strip_span(self._frame, self._original, self._today)), width)
        factor = theme.px(120) / 120
        letters = SCREEN_HEAD.scaled(factor)
        body = Rect(0, head, width, height - head)
        painter.fillRect(0, 0, width, head, theme.colour("header"))
        painter.fillRect(0, head, width, height - head, theme.colour("base"))
        paint(painter, head_shapes(scale, Rect(0, 0, width, head), self._calendar, letters), palette)
        paint(painter, grid_shapes(scale, body, self._calendar, letters), palette)
        paint(painter, today_line(scale, self._today, body, letters), palette)
        layout = marks_for(
            self._frame,
            scale,
            RowGeometry(head, height - head, theme.px(_LINE)),
            visible=(0, width),
            original=self._original,
            metrics=SCREEN.scaled(factor),
            calendar=self._calendar,
        )
        paint(painter, layout.shapes, palette)
