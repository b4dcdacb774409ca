"""The pieces of a calendar that a timescale is ruled in: where each begins, and what stands in its heading.

Days are counted as `date.toordinal()` does, because a chart asks for thousands of them while it is painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import IntEnum

from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.models.timeframes.words import MONTH_NAMES
from mkplanner.records import frozen

MONTHS = MONTH_NAMES[1:]
LAST_DAY = date.max.toordinal()


class Unit(IntEnum):
    """A piece of the calendar, from short to long."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    YEAR = 5
    FIVE_YEARS = 6


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.FIVE_YEARS: 60}


@frozen
class Calendar:
    """How this plan counts years and quarters: the month its year starts in, and whether Q1 means January to March."""

    financial_month: int = 4
    calendar_quarters: bool = False

    @classmethod
    def of(cls, context: PlanContext) -> Calendar:
        """The calendar that a plan's settings ask for; quarters nobody was asked about are financial ones."""
        return cls(context.financial_month, context.quarters == "calendar")

    def starts(self, unit: Unit, first: int, last: int) -> Iterator[int]:
        """The days on which a unit begins: from the one that holds day `first` up to the first one after `last`."""
        if unit in (Unit.DAY, Unit.WEEK):
            step = 1 if unit is Unit.DAY else 7
            monday = first if unit is Unit.DAY else first - (first - 1) % 7
            yield from range(monday, last + step + 1, step)
            return
        months = MONTHS_IN[unit]
        offset = self._offset(unit)
        day = date.fromordinal(min(max(first, 1), LAST_DAY))
        at = (day.year * 12 + day.month - 1 - offset) // months * months + offset
        start = _month_start(at)
        yield start
        while start <= last and start < LAST_DAY:
            at += months
            start = _month_start(at)
            yield start

    def _offset(self, unit: Unit) -> int:
        """How many months after January the unit's first one begins."""
        if unit is Unit.MONTH or (unit is Unit.QUARTER and self.calendar_quarters):
            return 0
        return self.financial_month - 1

    def quarter_of(self, day: date) -> int:
        """Which quarter, 1 to 4, a day lies in."""
        first = 1 if self.calendar_quarters else self.financial_month
        return (day.month - first) % 12 // 3 + 1

    def year_words(self, day: date) -> str:
        """The year a day lies in, as councils write it: "2025/26", or "2025" where the year starts in January."""
        if self.financial_month == 1:
            return str(day.year)
        year = day.year - (day.month < self.financial_month)
        return f"{year}/{(year + 1) % 100:02d}"

    def quarter_words(self, day: date) -> str:
        """A quarter with its year: "Q1 2025/26", or "Q2 2025" where quarters follow the calendar year."""
        year = str(day.year) if self.calendar_quarters else self.year_words(day)
        return f"Q{self.quarter_of(day)} {year}"


COUNCIL_YEAR = Calendar()
"""April to March in financial quarters, which a plan has until somebody says otherwise."""


def _month_start(index: int) -> int:
    """The first day of a month counted from January of year 0, kept inside the days that a date can be."""
    if index < 12:
        return 1
    return date(index // 12, index % 12 + 1, 1).toordinal() if index < 120_000 else LAST_DAY
