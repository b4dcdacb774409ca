"""Where a day stands on a chart, which day stands here, and what is written above and ruled between.

The same numbers serve screen (pixels) and paper (points). End days are inclusive everywhere: a span of days reaches
from the left of its first day to the right of its last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from mkplanner.charts.timescale.units import COUNCIL_YEAR, LAST_DAY, MONTHS, Calendar, Unit
from mkplanner.records import frozen

LEAST, MOST = 0.03, 48.0
"""The smallest and largest width of a day that zooming reaches: forty years, or ten days, in a chart of 450 pixels."""
_SLIP = 1e-6


@frozen
class Timescale:
    """A straight ruler of days: `origin` begins at x = `left`, and every day is `pixels_per_day` wide."""

    origin: date
    pixels_per_day: float
    left: float = 0.0

    @classmethod
    def fitting(cls, first: date, last: date, width: float, left: float = 0.0) -> Timescale:
        """The scale on which first to last, inclusive, fill a width exactly."""
        days = max(1, last.toordinal() - first.toordinal() + 1)
        return cls(first, width / days, left)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day.toordinal() - self.origin.toordinal()) * self.pixels_per_day

    def end_x(self, day: date) -> float:
        """Where a day ends, which is where the next one begins."""
        return self.left + (day.toordinal() + 1 - self.origin.toordinal()) * self.pixels_per_day

    def middle_x(self, day: date) -> float:
        """The middle of a day, where a mark for that very day stands."""
        return self.left + (day.toordinal() + 0.5 - self.origin.toordinal()) * self.pixels_per_day

    def span(self, first: date, last: date) -> tuple[float, float]:
        """The left and right of a stretch of days, both inclusive."""
        return self.x(first), self.end_x(last)

    def day(self, x: float) -> date:
        """The day that stands at an x; beyond the calendar's ends, its first or last day."""
        return date.fromordinal(self.ordinal(x))

    def ordinal(self, x: float) -> int:
        """The same, counted as `date.toordinal()` does."""
        days = int(((x - self.left) / self.pixels_per_day + _SLIP) // 1)
        return min(max(days + self.origin.toordinal(), 1), LAST_DAY)

    def moved(self, distance: float) -> Timescale:
        """The same scale shifted to the right by a distance."""
        return replace(self, left=self.left + distance)

    def zoomed(self, factor: float, about: float) -> Timescale:
        """A larger (factor over 1) or smaller scale on which whatever stood at x = `about` stays there."""
        width = min(max(self.pixels_per_day * factor, LEAST), MOST)
        left = about - (about - self.left) * width / self.pixels_per_day
        return replace(self, pixels_per_day=width, left=left)


@frozen
class Cell:
    """One heading: its words, centred between left and right; both are cut to the visible stretch.

    `opens` tells whether the unit truly begins at `left`; a cut one needs no rule there. `words` is empty where they
    would not fit.
    """

    left: float
    right: float
    words: str
    opens: bool


@frozen
class Tier:
    """One row of headings, such as the months."""

    unit: Unit
    cells: tuple[Cell, ...]


@frozen
class GridLine:
    """A vertical rule where a unit begins; the longest unit that begins there decides its weight."""

    x: float
    unit: Unit


@frozen
class _Wording:
    """One way to write a tier: the unit, a name for the style of its words, and the width they need (label size 10)."""

    unit: Unit
    style: str
    needs: float


_YEARS = _Wording(Unit.YEAR, "year", 48)
_LEVELS: tuple[tuple[float, tuple[_Wording, ...]], ...] = (
    (15.0, (_Wording(Unit.MONTH, "month year", 90), _Wording(Unit.WEEK, "week", 40), _Wording(Unit.DAY, "day", 13))),
    (
        4.6,
        (
            _Wording(Unit.QUARTER, "quarter year", 66),
            _Wording(Unit.MONTH, "month", 58),
            _Wording(Unit.WEEK, "week", 30),
        ),
    ),
    (0.72, (_YEARS, _Wording(Unit.QUARTER, "quarter", 16), _Wording(Unit.MONTH, "short month", 19))),
    (0.38, (_YEARS, _Wording(Unit.QUARTER, "quarter", 16), _Wording(Unit.MONTH, "initial", 8))),
    (0.2, (_YEARS, _Wording(Unit.QUARTER, "quarter", 15))),
    (0.09, (_Wording(Unit.FIVE_YEARS, "years", 80), _Wording(Unit.YEAR, "short year", 27))),
    (0.05, (_Wording(Unit.FIVE_YEARS, "years", 80),)),
    (0.0, (_Wording(Unit.FIVE_YEARS, "first year", 30),)),
)


@lru_cache(maxsize=64)
def tiers(
    scale: Timescale, x0: float, x1: float, calendar: Calendar = COUNCIL_YEAR, letter: float = 1.0, most: int = 3
) -> tuple[Tier, ...]:
    """Rows of headings for what is visible from x0 to x1, the longest unit first: three, or fewer when zoomed far out.

    `letter` is the size of the chart's labels against the usual 10, so that larger type asks for wider cells. Of `most` 2 the
    longest and the shortest units are kept.
    """
    wordings = next(wordings for least, wordings in _LEVELS if scale.pixels_per_day >= least * letter)
    if len(wordings) > most:
        wordings = (wordings[0], wordings[-1])
    return tuple(Tier(w.unit, tuple(_cells(scale, x0, x1, calendar, w, letter))) for w in wordings)


def _cells(
    scale: Timescale, x0: float, x1: float, calendar: Calendar, wording: _Wording, letter: float
) -> Iterator[Cell]:
    if x1 <= x0:
        return
    starts = list(calendar.starts(wording.unit, scale.ordinal(x0), scale.ordinal(x1)))
    base = scale.origin.toordinal()
    for start, following in pairwise(starts):
        begins = scale.left + (start - base) * scale.pixels_per_day
        left, right = max(begins, x0), min(scale.left + (following - base) * scale.pixels_per_day, x1)
        if right <= left:
            continue
        fits = right - left >= wording.needs * letter
        words = _words(wording.style, date.fromordinal(max(start, 1)), calendar) if fits else ""
        yield Cell(left, right, words, begins >= x0)


def _words(style: str, day: date, calendar: Calendar) -> str:
    """What stands above a unit that begins on a day."""
    month = MONTHS[day.month - 1]
    match style:
        case "day":
            return str(day.day)
        case "week":
            return f"w/c {day.day}"
        case "initial":
            return month[0]
        case "short month":
            return month[:3]
        case "month":
            return month
        case "month year":
            return f"{month} {day.year}"
        case "quarter":
            return f"Q{calendar.quarter_of(day)}"
        case "quarter year":
            return calendar.quarter_words(day)
        case "year":
            return calendar.year_words(day)
        case "short year":
            return calendar.year_words(day)[2:]
        case "first year":
            return str(day.year)
        case "years":
            return f"{day.year} – {day.year + (4 if calendar.financial_month == 1 else 5)}"
    return ""


_RULED: tuple[tuple[float, tuple[Unit, ...]], ...] = (
    (15.0, (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)),
    (4.6, (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)),
    (0.38, (Unit.MONTH, Unit.QUARTER, Unit.YEAR)),
    (0.09, (Unit.QUARTER, Unit.YEAR)),
    (0.05, (Unit.YEAR,)),
    (0.0, (Unit.FIVE_YEARS,)),
)


@lru_cache(maxsize=64)
def grid_lines(
    scale: Timescale, x0: float, x1: float, calendar: Calendar = COUNCIL_YEAR, letter: float = 1.0
) -> tuple[GridLine, ...]:
    """The vertical rules between x0 and x1, from left to right, one for each place; crowded units are left out."""
    units = next(units for least, units in _RULED if scale.pixels_per_day >= least * letter)
    first, last = scale.ordinal(x0), scale.ordinal(x1)
    heaviest = {start: unit for unit in units for start in calendar.starts(unit, first, last)}
    base = scale.origin.toordinal()
    places = ((scale.left + (start - base) * scale.pixels_per_day, unit) for start, unit in sorted(heaviest.items()))
    return tuple(GridLine(x, unit) for x, unit in places if x0 <= x <= x1)
