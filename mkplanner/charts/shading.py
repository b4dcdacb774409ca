"""Weekends and bank holidays behind the rows of a chart, once its days are wide enough to be told apart.

Holidays have thin stripes besides, so that they can be told from weekends without colour.
"""

from __future__ import annotations

from datetime import date

from mkplanner.charts.geometry import Rect
from mkplanner.charts.mark_shapes import corners
from mkplanner.charts.shapes import Fade, Hatch, Shape
from mkplanner.charts.timescale import Timescale
from mkplanner.models.holidays import bank_holidays

_LEAST = 4.6
"""The least pixels a day: the chart then has weeks or days in its head."""
_STRENGTH, _STEP, _LINE = 0.06, 6.0, 0.8
_SATURDAY = 5


def shading(scale: Timescale, rect: Rect, nation: str, letter: float = 1.0) -> list[Shape]:
    """Return the shades for what is visible; nothing at zooms of months and more."""
    if scale.pixels_per_day < _LEAST * letter:
        return []
    first, last = scale.ordinal(rect.x), scale.ordinal(rect.right)
    days = [date.fromordinal(number) for number in range(first, last + 1)]
    free = {day for year in {day.year for day in days} for day in bank_holidays(nation, year)}
    shapes: list[Shape] = []
    for day in days:
        is_holiday = day in free
        if day.weekday() < _SATURDAY and not is_holiday:
            continue
        left, right = max(scale.x(day), rect.x), min(scale.end_x(day), rect.right)
        if right > left:
            area = Rect(left, rect.y, right - left, rect.height)
            shapes.append(Fade(area, "text", _STRENGTH, _STRENGTH))
            if is_holiday:
                shapes.append(Hatch(corners(area), "grid2", _STEP, _LINE))
    return shapes
