"""A scroll area with a timescale: the days it shows, its head, zooming, and the bar that goes along the years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.plan import Plan
from mkplanner.models.timeframes.periods import Span
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.header import HEAD
from mkplanner.ui.timetable.heading import HeadBand, HeadCorner
from mkplanner.ui.timetable.panning import Panning
from mkplanner.ui.timetable.span import first_years, is_within, marked_days, plan_years
from mkplanner.ui.timetable.zoom import STEP, Zoom
from mkplanner.ui.timetable.zoomslider import ZoomSlider

_STRIDE, _MARGIN, _ROOM = 24, 40, 300
"""Steps of the scroll bar, what stays free beside days brought in, and the least width that has room for the slider."""


class ScaledArea(QAbstractScrollArea):
    """Keeps the scale of one plan. `zoomed` says that the zoom's words may differ; `scale_shown` is for whoever draws on it.

    `day` tells today's date; tests give another.
    """

    zoomed = Signal()

    def __init__(self, model: PlanTree, day: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.day = day
        self._is_settled = False
        self.zoom = Zoom(plan_years(model.plan, day()), first_years(model.plan, day()))
        self.head = HeadBand(self)
        self.slider = ZoomSlider(self)
        self.slider.asked.connect(self.zoom_to)
        self.slider.stepped.connect(lambda way: self.zoom_by(STEP**way))
        self.addScrollBarWidget(self.slider, Qt.AlignmentFlag.AlignRight)
        self.corner = HeadCorner(self)
        self.addScrollBarWidget(self.corner, Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.panning = Panning(self, self.head)
        self.panning.opened.connect(lambda at: self.show_days(self.head.days_at(at)))

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return self._model.plan

    @property
    def calendar(self) -> Calendar:
        """How this plan counts years and quarters."""
        return Calendar.of(self._model.plan.context())

    def zoom_by(self, factor: float, about: float | None = None) -> None:
        """Zoom about a place, the middle unless told otherwise."""
        self.zoom.zoom(factor, self.viewport().width() / 2 if about is None else about)
        self._scale_moved()

    def zoom_in(self) -> None:
        """Make days wider by a quarter."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Make days narrower by a quarter."""
        self.zoom_by(1 / STEP)

    def whole_plan(self) -> None:
        """Show everything that is drawn, from the first mark to the last."""
        self._take_years(plan_years(self._model.plan, self.day()))
        self.zoom.fit(marked_days(self._model.plan, self.day()))
        self._scale_moved()

    def zoom_to(self, pixels: float) -> None:
        """Make a day this many pixels wide, about the middle."""
        self.zoom_by(pixels / self.zoom.scale.pixels_per_day)

    def show_day(self, day: date) -> None:
        """Bring a day into view."""
        self.zoom.show_day(day)
        self.zoom.is_fitted = False
        self._scale_moved()

    def show_days(self, days: Span | None) -> None:
        """Show some days as wide as the chart, such as a year or quarter of the headings; None shows nothing else."""
        if days is not None:
            self.zoom.fit(days)
            self.zoom.is_fitted = False
            self._scale_moved()

    def today(self) -> None:
        """Bring today into view."""
        self.show_day(self.day())

    def bring_in(self, first: date, last: date) -> None:
        """Scroll as little as brings a stretch of days into view; its end where it is wider than the chart."""
        left, right = self.zoom.scale.span(first, last)
        margin, bar = theme.px(_MARGIN), self.horizontalScrollBar()
        if right > self.viewport().width() - margin:
            bar.setValue(bar.value() + round(right - self.viewport().width() + margin))
        elif left < margin:
            bar.setValue(bar.value() + round(left - margin))

    def _scale_moved(self) -> None:
        """Show the zoom's scale: scroll bar, headings, marks."""
        bar = self.horizontalScrollBar()
        bar.blockSignals(True)
        bar.setPageStep(self.zoom.width)
        bar.setSingleStep(theme.px(_STRIDE))
        bar.setRange(min(0, self.zoom.offset), max(self.zoom.longest, self.zoom.offset))
        bar.setValue(self.zoom.offset)
        bar.blockSignals(False)
        self._show_scale()
        self.zoomed.emit()

    def _scrolled(self, offset: int) -> None:
        self.zoom.scroll_to(offset)
        self.zoom.is_fitted = False
        self._show_scale()

    def _show_scale(self) -> None:
        self.head.nation = self.plan.info.nation
        self.head.show_scale(self.zoom.scale, self.calendar)
        self.slider.show_pixels(self.zoom.scale.pixels_per_day)
        self.viewport().update()

    def refresh_look(self) -> None:
        """Take up colours, fonts and measures afresh."""
        self.setViewportMargins(0, theme.px(HEAD), 0, 0)
        self.corner.setFixedHeight(theme.px(HEAD))
        self.zoom.letter = theme.px(120) / 120
        self._place_head()
        self.slider.refresh_look()
        self.head.update()
        self.viewport().update()

    def _place_head(self) -> None:
        self.head.setGeometry(self.viewport().x(), 0, self.viewport().width(), theme.px(HEAD))

    def take_news(self, serials: list[int] | None) -> None:
        """Take up the plan's years after a change of some rows, every row for None; what is on the screen stays there."""
        years = self._years_after(serials)
        if years != self.zoom.years:
            fitted = self.zoom.is_fitted
            self._take_years(years)
            if fitted:
                self._fit_again()
            self._scale_moved()
        elif serials is None:
            self.head.show_scale(self.zoom.scale, self.calendar)
        self.viewport().update()

    def _fit_again(self) -> None:
        if self.zoom.whole is not None:
            self.zoom.whole = marked_days(self._model.plan, self.day())
        self.zoom.fit_again(self.day())

    def _take_years(self, years: Span) -> None:
        self.zoom.set_years(years, first_years(self._model.plan, self.day()))

    def _years_after(self, serials: list[int] | None) -> Span:
        """The plan's years after a change of some rows; asked of every row only where a date left the years there were."""
        if serials is not None and all(is_within(self.zoom.years, self._model.item(serial)) for serial in serials):
            return self.zoom.years
        return plan_years(self._model.plan, self.day())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()
        width = self.viewport().width()
        self.slider.setVisible(width >= theme.px(_ROOM))
        if width == self.zoom.width and self._is_settled:
            return
        self.zoom.width = width
        if not self._is_settled or self.zoom.is_fitted:
            self.zoom.fit_again(self.day())
            self._is_settled = self.isVisible()
        self._scale_moved()

    def to_screen(self, x: float, y: float) -> QPoint:
        """Return where a place of the chart is on the screen."""
        return self.viewport().mapToGlobal(QPoint(round(x), round(y)))
