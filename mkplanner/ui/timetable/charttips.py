"""What the chart says where the pointer rests: a mark or its words, a link, the line of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from mkplanner.models.timeframes.day_words import weekday_words
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.rowmarks import mark_tip
from mkplanner.ui.timetable.spoken import link_spoken

if TYPE_CHECKING:
    from mkplanner.ui.timetable.canvas import ChartCanvas

_NEAR, _FLAG = 3, 20
"""How near to the line of today counts as on it, and how high its flag is at the top of the chart."""


def tip_at(chart: ChartCanvas, at: QPoint) -> str:
    """Return the words for a point of the chart; empty where nothing is drawn."""
    row = chart.row_under(at)
    layout = chart.layout_of(row) if row is not None else None
    hit = layout.hit_at(at.x(), at.y() - row.top) if layout is not None and row is not None else None
    if hit is None and (link := chart.links.at(at.x(), at.y())) is not None:
        return link_spoken(chart.plan, link.id)
    if row is not None and (hit is not None or (layout is not None and layout.has_words_at(at.x(), at.y() - row.top))):
        return mark_tip(chart.table.plan_tree, row.serial)
    return _today(chart, at)


def _today(chart: ChartCanvas, at: QPoint) -> str:
    day = chart.day()
    near = theme.px(_NEAR) if at.y() > theme.px(_FLAG) else theme.px(2 * _FLAG)
    return f"Today, {weekday_words(day)}" if abs(at.x() - chart.zoom.scale.middle_x(day)) <= near else ""
