"""Where a mark comes to rest while it is dragged: whole days, weeks or months, as finely as the zoom lets one aim."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import COUNCIL_YEAR, LAST_DAY, Calendar, Unit
from mkplanner.models.timeframes.apart import step_words
from mkplanner.records import frozen

_DAYS, _WEEKS = 4.6, 1.6
"""The least pixels a day at which one can aim at a day, and at a week."""
_LONG = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 365.25 / 12}


@frozen
class Step:
    """How far something moves: whole months, then days; below 0 earlier."""

    days: int = 0
    months: int = 0

    def __bool__(self) -> bool:
        return bool(self.days or self.months)

    def words(self) -> str:
        """Return the step in words: "3 weeks later", "1 month earlier", "not moved"."""
        return step_words(self.months, self.days) or "not moved"


def snap_unit(scale: Timescale, letter: float = 1.0) -> Unit:
    """Return what a drag moves by at this zoom: days, weeks or months. `letter` is the text size against the usual."""
    if scale.pixels_per_day >= _DAYS * letter:
        return Unit.DAY
    return Unit.WEEK if scale.pixels_per_day >= _WEEKS * letter else Unit.MONTH


def steps(scale: Timescale, distance: float, unit: Unit) -> Step:
    """Return the whole units nearest to a distance in x."""
    return stepped(unit, round(distance / scale.pixels_per_day / _LONG[unit]))


def stepped(unit: Unit, number: int) -> Step:
    """Return so many units as a step."""
    if unit is Unit.MONTH:
        return Step(months=number)
    return Step(days=number * (7 if unit is Unit.WEEK else 1))


def nearest_start(scale: Timescale, x: float, unit: Unit, calendar: Calendar = COUNCIL_YEAR) -> date:
    """Return the first day of the unit whose beginning is nearest to x."""
    at = scale.ordinal(x)
    starts = [start for start in calendar.starts(unit, max(at - 1, 1), at) if 1 <= start <= LAST_DAY]
    best = min(starts, key=lambda start: abs(scale.x(date.fromordinal(start)) - x))
    return date.fromordinal(best)


def nearest_end(scale: Timescale, x: float, unit: Unit, calendar: Calendar = COUNCIL_YEAR) -> date:
    """Return the last day of the unit whose end is nearest to x."""
    following = nearest_start(scale, x, unit, calendar).toordinal()
    return date.fromordinal(max(following - 1, 1))
