"""Which stretch of time a printed chart shows, and how it is cut into tiles; whole quarters, so that headings are whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mkplanner.charts.timescale.units import MONTHS, Calendar, Unit
from mkplanner.models.plan import Plan
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.records import frozen

_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""A year outside these is a slip of the pen; it does not stretch the chart over centuries."""


@frozen
class Stretch:
    """Days from first to last, both inclusive."""

    first: date
    last: date

    @property
    def words(self) -> str:
        """The stretch in months: "April 2025 to September 2026"."""
        return f"{MONTHS[self.first.month - 1]} {self.first.year} to {MONTHS[self.last.month - 1]} {self.last.year}"

    def holds(self, day: date) -> bool:
        """Whether a day lies inside."""
        return self.first <= day <= self.last


def stretch_of(
    plan: Plan, today: date, calendar: Calendar, begin: date | None = None, end: date | None = None
) -> Stretch:
    """Return the whole quarters that hold the plan's years and all its dates; the coming year for a plan without any.

    `begin` and `end` are days that somebody asks for instead.
    """
    days = [day for day in _days(plan) if _EARLIEST <= day <= _LATEST]
    if not days:
        days = [today, today + timedelta(days=364)]
    first, last = begin or min(days), end or max(days)
    first, last = min(first, last), max(first, last)
    starts = list(calendar.starts(Unit.QUARTER, first.toordinal(), last.toordinal()))
    return Stretch(date.fromordinal(starts[0]), date.fromordinal(starts[-1] - 1))


def tiles_of(whole: Stretch, count: int) -> list[Stretch]:
    """Cut a stretch at the starts of months into at most so many parts of about the same length."""
    months = Calendar().starts(Unit.MONTH, whole.first.toordinal(), whole.last.toordinal())
    starts = [date.fromordinal(day) for day in months][:-1]
    count = min(count, len(starts))
    cuts = [starts[round(number * len(starts) / count)] for number in range(count)]
    ends = [cut - timedelta(days=1) for cut in cuts[1:]] + [whole.last]
    return [Stretch(first, last) for first, last in zip(cuts, ends, strict=True)]


def _days(plan: Plan) -> Iterable[date]:
    yield from (day for day in (plan.info.start, plan.info.end) if day)
    for item in plan.items.values():
        yield from _days_of(item.by_when)
        yield from _days_of(item.original)


def _days_of(timeframe: Timeframe | None) -> Iterable[date]:
    if timeframe is None:
        return ()
    return (day for segment in timeframe.segments for day in (segment.start, segment.end) if day)
