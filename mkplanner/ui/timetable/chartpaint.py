"""Paints the chart: everything once, and while dates are held only what moves over a picture of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mkplanner.charts.extent import bounds, overlap
from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.drawing import outline_of
from mkplanner.charts.marks.marks import MarkLayout
from mkplanner.charts.marks.metrics import SCREEN
from mkplanner.charts.shapes import Circle, Shape
from mkplanner.charts.timescale.head import SCREEN_HEAD, grid_shapes, today_flag, today_line
from mkplanner.charts.timescale.shading import shading
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint
from mkplanner.ui.timetable.rows import VisibleRow

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

_CLEAR = 2
"""Pixels that stay free between the flag of today and what stands in the first row."""

_BEYOND, _RINGS = 24, 12
"""How far, at 12 px type, a row's marks and the rings beside them may reach beyond it, so that they are painted with it."""

Layer = tuple[int, list[Shape]]


class ChartPaint:
    """Paints one chart. What is loose stands above everything while it is held: shapes, and how far down each lot stands."""

    def __init__(self, chart: ChartCanvas) -> None:
        self._chart = chart
        self._ground: QPixmap | None = None
        self._loose: list[Layer] = []
        self._area = QRect()
        self._known: tuple[object, ...] | None = None
        self._reasons: list[Shape] = []
        self._covers = False

    def forget(self) -> None:
        """Paint everything afresh next time."""
        self._ground = self._known = None

    def tint(self, places: Iterable[tuple[int, int]]) -> None:
        """Paint rows that have got another ground, by their tops and heights, with the rings beside their marks."""
        port = self._chart.viewport()
        if self._chart.hand.is_busy:
            self.forget()
            port.update()
            return
        for top, height in places:
            port.update(0, top - theme.px(_RINGS), port.width(), height + 2 * theme.px(_RINGS))

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the part of the chart that is asked for."""
        if self._chart.hand.is_busy:
            self._paint_held(painter, area)
        else:
            self._ground = None
            self._paint_all(painter, area)

    def show_loose(self, layers: list[Layer], bounds: Iterable[Rect]) -> None:
        """Take up what moves now, and have only the places repainted where it was and where it is."""
        area = QRect()
        for rect in bounds:
            area = area.united(QRectF(rect.x, rect.y, rect.width, rect.height).toAlignedRect().adjusted(-3, -3, 3, 3))
        self._loose = layers
        self._chart.viewport().update(area.united(self._area))
        self._area = area

    def _paint_held(self, painter: QPainter, area: QRect) -> None:
        port = self._chart.viewport()
        if self._ground is None:
            ratio = port.devicePixelRatioF()
            self._ground = QPixmap(port.size() * ratio)
            self._ground.setDevicePixelRatio(ratio)
            below = QPainter(self._ground)
            self._paint_all(below, port.rect())
            below.end()
        ratio = self._ground.devicePixelRatio()
        source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
        painter.drawPixmap(QRectF(area), self._ground, source)
        for down, shapes in self._loose:
            painter.translate(0, down)
            paint(painter, shapes, theme.current())
            painter.translate(0, -down)

    def _paint_all(self, painter: QPainter, area: QRect) -> None:
        chart, palette = self._chart, theme.current()
        whole = Rect(0, 0, chart.viewport().width(), chart.viewport().height())
        letters = SCREEN_HEAD.scaled(chart.zoom.letter)
        rows = chart.rows()
        grounds = {row.serial: chart.ground_of(row) for row in rows}
        layouts = {row.serial: chart.layout_of(row, grounds[row.serial]) for row in rows}
        scale, today = chart.zoom.scale, chart.day()
        flag = today_flag(scale, today, whole, letters)
        self._look_up(rows, layouts, scale, bounds(flag))
        high, low = area.top() - theme.px(_BEYOND), area.bottom() + theme.px(_BEYOND)
        asked = [row for row in rows if row.top <= low and row.top + row.height >= high]
        self._paint_grounds(painter, asked, grounds)
        paint(painter, shading(scale, whole, chart.plan.info.nation, chart.zoom.letter), palette)
        paint(painter, grid_shapes(scale, whole, chart.calendar, letters), palette)
        paint(painter, today_line(scale, today, whole, letters), palette)
        paint(painter, chart.links.arrows_within(Rect(area.x(), area.y(), area.width(), area.height())), palette)
        for row in asked:
            layout = layouts[row.serial] if row.serial not in chart.hand.serials else None
            if layout is not None and layout.shapes:
                painter.translate(0, row.top)
                paint(painter, layout.shapes, palette)
                if row.serial == chart.pointer.over and not chart.hand.is_busy:
                    paint(painter, port_shapes(layout), palette)
                painter.translate(0, -row.top)
        paint(painter, self._reasons, palette)
        chart.head.show_today(today if self._covers else None)
        if not self._covers:
            paint(painter, flag, palette)

    def _look_up(
        self, rows: list[VisibleRow], layouts: Mapping[int, MarkLayout | None], scale: Timescale, flag: Rect | None
    ) -> None:
        """Find the links in sight and whether the flag of today lies upon a mark, where either may be another than before."""
        chart, links = self._chart, self._chart.links
        size = (chart.viewport().width(), chart.viewport().height())
        choice = (links.chosen, links.strong, links.without, chart.table.current_id())
        known = (chart.plan, scale, size, choice, flag, tuple((row.serial, row.top) for row in rows))
        if self._known is None or self._known[0] is not known[0] or self._known[1:] != known[1:]:
            self._known = known
            self._reasons = links.shapes(rows, lambda row: layouts[row.serial], scale, size)[1]
            self._covers = flag is not None and _is_covered(flag, rows, layouts)

    def _paint_grounds(self, painter: QPainter, rows: list[VisibleRow], grounds: Mapping[int, str]) -> None:
        chart, look = self._chart, self._chart.table.painter.look
        wide = chart.viewport().width()
        painter.fillRect(chart.viewport().rect(), look.colour("base"))
        for row in rows:
            is_heading = chart.table.rows.row(row.serial).is_heading
            look.paint(painter, QRect(0, row.top, wide, row.height), grounds[row.serial], is_heading)


def _is_covered(flag: Rect, rows: list[VisibleRow], layouts: Mapping[int, MarkLayout | None]) -> bool:
    """Whether the flag of today would lie on a mark or a label of the rows at the top."""
    for row in rows:
        layout = layouts[row.serial] if row.top < flag.bottom + _CLEAR else None
        for shape in layout.shapes if layout is not None else ():
            place = bounds([shape])
            if place is not None and overlap(replace(place, y=place.y + row.top), flag, _CLEAR):
                return True
    return False


def port_shapes(layout: MarkLayout) -> list[Shape]:
    """Return the rings beside a row's marks from which a link can be drawn."""
    metrics = SCREEN.scaled(theme.px(120) / 120)
    return [Circle(x, y, metrics.port, "base", "accent", 1.5) for x, y in layout.ports or ()]


def ghosts(layout: MarkLayout | None, parts: Iterable[int]) -> list[Shape]:
    """Return the outlines of the marks that some segments had, for where they were taken from."""
    metrics = SCREEN.scaled(theme.px(120) / 120)
    wanted = set(parts)
    return [outline_of(place, metrics) for place in (layout.places if layout else ()) if place.index in wanted]
