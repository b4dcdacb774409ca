"""The band above the chart: financial years, quarters and months, or whatever the zoom asks for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mkplanner.charts.extent import bounds
from mkplanner.charts.geometry import Rect
from mkplanner.charts.timescale.head import SCREEN_HEAD, head_flag, head_shapes
from mkplanner.charts.timescale.timescale import Timescale, tiers
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.timeframes.day_words import weekday_words
from mkplanner.models.timeframes.holidays import ENGLAND_AND_WALES, holiday_name
from mkplanner.models.timeframes.periods import Span
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint


class HeadCorner(QWidget):
    """Goes on with the band above the scroll bar of the rows, so that the bar begins where the rows do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("header"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour("grid2"))
        painter.end()


class HeadBand(QWidget):
    """Paints the tiers of one timescale; as high as the head of the table.

    `most` is how many tiers are wanted; tooltips name the day under the pointer, and its bank holiday in the `nation`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all that lies below is painted each time
        self.setObjectName("chart_head")
        self.setAccessibleName("Timescale")
        self._scale: Timescale | None = None
        self._calendar = Calendar()
        self.today: date | None = None
        self.most = 3
        self.nation = ENGLAND_AND_WALES

    def show_scale(self, scale: Timescale, calendar: Calendar) -> None:
        """Show the headings of a timescale."""
        self._scale, self._calendar = scale, calendar
        self.update()

    def show_today(self, day: date | None) -> None:
        """Stand the flag of today here, where it would cover a mark of the chart's first row; None takes it away."""
        if day != self.today:
            self.today = day
            self.update()

    def words_at(self, x: float) -> str:
        """Return what a place of the band says: the day, its holiday, its quarter."""
        if self._scale is None:
            return ""
        day = self._scale.day(x)
        holiday = holiday_name(day, self.nation)
        named = weekday_words(day) + (f" – {holiday}" if holiday else "")
        return f"{named}\n{self._calendar.quarter_words(day)}"

    def days_at(self, at: QPoint) -> Span | None:
        """Return the days of the heading at a point: its year, quarter, month, week or day."""
        if self._scale is None:
            return None
        rows = tiers(self._scale, 0, self.width(), self._calendar, theme.px(120) / 120, self.most)
        unit = rows[min(max(at.y() * len(rows) // max(self.height(), 1), 0), len(rows) - 1)].unit
        day = self._scale.ordinal(at.x())
        first, following = list(self._calendar.starts(unit, day, day))[:2]
        return Span(date.fromordinal(max(first, 1)), date.fromordinal(max(following - 1, 1)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        painter.fillRect(self.rect(), theme.colour("header"))
        if self._scale is not None:
            painter.fillRect(QRect(0, height - 1, width, 1), theme.colour("grid2"))
            metrics, whole = SCREEN_HEAD.scaled(theme.px(120) / 120), Rect(0, 0, width, height)
            flag = head_flag(self._scale, self.today, whole, metrics) if self.today is not None else []
            words = head_shapes(self._scale, whole, self._calendar, metrics, self.most, bounds(flag))
            paint(painter, [*words, *flag], theme.current())
        painter.end()
