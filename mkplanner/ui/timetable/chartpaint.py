"""Paints the chart: everything once, and while dates are held only what moves over a picture of the rest."""

from __future__ import annotations

from collections.abc import Iterable
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
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint
from mkplanner.ui.timetable.rows import VisibleRow

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

_CLEAR = 2
"""Pixels that stay free between the flag of today and what stands in the first row."""

Layer = tuple[int, list[Shape]]


class ChartPaint:
    """Paints one chart. What is loose stands above everything while it is held: shapes, and how far down each lot stands."""

    def __init__(self, chart: ChartCanvas) -> None:
        self._chart = chart
        self._ground: QPixmap | None = None
        self._loose: list[Layer] = []
        self._area = QRect()

    def forget(self) -> None:
        """Paint everything afresh next time."""
        self._ground = None

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the part of the chart that is asked for."""
        if self._chart.hand.is_busy:
            self._paint_held(painter, area)
        else:
            self._ground = None
            self._paint_all(painter)

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
            self._paint_all(below)
            below.end()
        ratio = self._ground.devicePixelRatio()
        source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
        painter.drawPixmap(QRectF(area), self._ground, source)
        for down, shapes in self._loose:
            painter.translate(0, down)
            paint(painter, shapes, theme.current())
            painter.translate(0, -down)

    def _paint_all(self, painter: QPainter) -> None:
        chart, palette = self._chart, theme.current()
        area = chart.viewport().rect()
        whole = Rect(0, 0, area.width(), area.height())
        letters = SCREEN_HEAD.scaled(chart.zoom.letter)
        rows = chart.rows()
        self._paint_grounds(painter, rows, area)
        scale, today = chart.zoom.scale, chart.day()
        paint(painter, shading(scale, whole, chart.plan.info.nation, chart.zoom.letter), palette)
        paint(painter, grid_shapes(scale, whole, chart.calendar, letters), palette)
        paint(painter, today_line(scale, today, whole, letters), palette)
        arrows, reasons = chart.links.shapes(rows, chart.layout_of, scale, (whole.width, whole.height))
        paint(painter, arrows, palette)
        for row in rows:
            layout = chart.layout_of(row) if row.serial not in chart.hand.serials else None
            if layout is not None and layout.shapes:
                painter.translate(0, row.top)
                paint(painter, layout.shapes, palette)
                if row.serial == chart.pointer.over and not chart.hand.is_busy:
                    paint(painter, port_shapes(layout), palette)
                painter.translate(0, -row.top)
        paint(painter, reasons, palette)
        flag = today_flag(scale, today, whole, letters)
        covers = self._covers(bounds(flag), rows)
        chart.head.show_today(today if covers else None)
        if not covers:
            paint(painter, flag, palette)

    def _covers(self, flag: Rect | None, rows: list[VisibleRow]) -> bool:
        """Whether the flag of today would lie on a mark or a label of the rows at the top."""
        if flag is None:
            return False
        for row in rows:
            layout = self._chart.layout_of(row) if row.top < flag.bottom + _CLEAR else None
            for shape in layout.shapes if layout is not None else ():
                place = bounds([shape])
                if place is not None and overlap(replace(place, y=place.y + row.top), flag, _CLEAR):
                    return True
        return False

    def _paint_grounds(self, painter: QPainter, rows: list[VisibleRow], area: QRect) -> None:
        chart, look = self._chart, self._chart.table.painter.look
        painter.fillRect(area, look.colour("base"))
        for row in rows:
            is_heading = chart.table.rows.row(row.serial).is_heading
            look.paint(painter, QRect(0, row.top, area.width(), row.height), chart.ground_of(row), is_heading)


def port_shapes(layout: MarkLayout) -> list[Shape]:
    """Return the rings beside a row's marks from which a link can be drawn."""
    metrics = SCREEN.scaled(theme.px(120) / 120)
    return [Circle(x, y, metrics.port, "base", "accent", 1.5) for x, y in layout.ports or ()]


def ghosts(layout: MarkLayout | None, parts: Iterable[int]) -> list[Shape]:
    """Return the outlines of the marks that some segments had, for where they were taken from."""
    metrics = SCREEN.scaled(theme.px(120) / 120)
    wanted = set(parts)
    return [outline_of(place, metrics) for place in (layout.places if layout else ()) if place.index in wanted]
