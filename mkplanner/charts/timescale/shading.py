"""Weekends and bank holidays behind the rows of a chart, once its days are wide enough to be told apart.

Holidays have thin stripes besides, so that they can be told from weekends without colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkplanner.charts.geometry import Rect, corners
from mkplanner.charts.shapes import Fade, Hatch, Shape
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.timeframes.holidays import bank_holidays

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
    closed = [day for day in days if day.weekday() >= _SATURDAY or day in free]
    shapes: list[Shape] = [Fade(area, "text", _STRENGTH, _STRENGTH) for area in _stretches(scale, rect, closed)]
    holidays = _stretches(scale, rect, [day for day in closed if day in free])
    return [*shapes, *(Hatch(corners(area), "grid2", _STEP, _LINE) for area in holidays)]


def _stretches(scale: Timescale, rect: Rect, days: list[date]) -> Iterator[Rect]:
    """Where days stand, those that follow one another in one piece: a weekend is one rectangle."""
    at = 0
    while at < len(days):
        last = at
        while last + 1 < len(days) and (days[last + 1] - days[last]).days == 1:
            last += 1
        left, right = max(scale.x(days[at]), rect.x), min(scale.end_x(days[last]), rect.right)
        if right > left:
            yield Rect(left, rect.y, right - left, rect.height)
        at = last + 1
