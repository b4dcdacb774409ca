"""A term: one named piece of calendar, such as "31 March 15", "early autumn 2014" or "Q2 2014/15", as it was written.

A term may lack its year; `with_year` gives it one and `span_of` turns it into days. Which words are read as which term is
the business of `calendar_terms`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.periods import Span
from mkplanner.models.timeframes.timeframe import PlanContext, Precision
from mkplanner.records import frozen


class Unit(Enum):
    """The sort of calendar a term names; the value is the precision a reading of it has."""

    DAY = (Precision.DAY, "day")
    WEEK = (Precision.WEEK, "week")
    WEEK_ENDING = (Precision.WEEK, "week ending")
    MONTH = (Precision.MONTH, "month")
    QUARTER = (Precision.QUARTER, "quarter")
    HALF = (Precision.HALF_YEAR, "half-year")
    SEASON = (Precision.SEASON, "season")
    TERM = (Precision.TERM, "term")
    YEAR = (Precision.YEAR, "calendar year")
    FINANCIAL = (Precision.YEAR, "financial year")
    ACADEMIC = (Precision.YEAR, "academic year")
    MUNICIPAL = (Precision.YEAR, "municipal year")

    @property
    def precision(self) -> Precision:
        """How exactly a term of this sort is known."""
        return self.value[0]


class Part(Enum):
    """Which part of the term is meant."""

    WHOLE = ""
    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


@frozen
class Term:
    """One piece of calendar.

    `index` is the month, quarter, half or season; `day` the day of a month (a week's first day; -1 the month's last week).
    `split` is set where the year is of the 2014/15 sort. `years` counts the years a span of years holds. `first_month` is
    the month a quarter or half-year was said to begin in. `other` is a second way to read the same words. `weak` marks
    words that are a date only in good company (a bare month, a bare year); `shift` counts years from the plan's first, for
    "this financial year" (0) and the next (1).
    """

    unit: Unit
    year: int | None = None
    index: int = 0
    day: int = 0
    part: Part = Part.WHOLE
    split: bool = False
    years: int = 1
    first_month: int = 0
    weekday: int | None = None
    weak: bool = False
    approximate: bool = False
    inferred: bool = False
    shift: int | None = None
    short_number: int = 0
    other: Term | None = None

    @property
    def order(self) -> tuple[int, int]:
        """Where in a year the term stands, to see whether one yearless term comes before another."""
        if self.unit is Unit.SEASON:
            return periods.SEASON_MONTHS[self.index], 0
        if self.unit is Unit.TERM:
            return periods.TERM_MONTHS[self.index][0], 0
        if self.unit is Unit.QUARTER:
            return self.first_month or self.index * 3, 0
        if self.unit is Unit.HALF:
            return self.first_month or self.index * 6, 0
        return self.index, self.day

    def with_year(self, year: int, *, inferred: bool = False) -> Term:
        """The term in the given year."""
        return replace(self, year=year, inferred=inferred)


def span_of(term: Term, context: PlanContext) -> Span | None:
    """The days a term covers, or None where its year is unknown or there is no such day."""
    if term.year is None:
        return None
    try:
        whole = _whole(term, term.year, context)
        return _part(term, whole)
    except (ValueError, OverflowError):
        return None


def counts_financial(term: Term, context: PlanContext) -> bool:
    """Whether a quarter or half is one of the financial year: as written, else by the plan's setting.

    A plan that has no setting yet and runs from January to December counts calendar quarters; all others financial ones.
    Half of a plain year ("first half of 2015") is half of that year.
    """
    if term.split:
        return True
    if context.quarters is not None:
        return context.quarters == "financial"
    if term.unit is Unit.HALF and not term.inferred:
        return False
    return not (context.start and context.end and context.start.month == 1 and context.end.month == 12)


def _whole(term: Term, year: int, context: PlanContext) -> Span:
    match term.unit:
        case Unit.DAY:
            day = date(_calendar_year(term, year, context), term.index, term.day)
            return Span(day, day)
        case Unit.WEEK:
            return _week(term, year)
        case Unit.WEEK_ENDING:
            last = date(year, term.index, term.day)
            return Span(last - timedelta(days=last.weekday() or 6), last)
        case Unit.MONTH:
            return periods.months_span(_calendar_year(term, year, context), term.index)
        case Unit.QUARTER | Unit.HALF:
            return _fraction(term, year, context)
        case Unit.SEASON:
            return periods.season_span(year, term.index)
        case Unit.TERM:
            return periods.term_span(year + (1 if term.split and term.index != periods.AUTUMN else 0), term.index)
    return _years(term, year, context)


def _years(term: Term, year: int, context: PlanContext) -> Span:
    first_month = {
        Unit.FINANCIAL: context.financial_month,
        Unit.ACADEMIC: periods.ACADEMIC_MONTH,
        Unit.MUNICIPAL: periods.MUNICIPAL_MONTH,
    }.get(term.unit, 1)
    first = periods.year_span(year, first_month).first
    last = periods.year_span(year + term.years - 1, first_month).last
    if term.unit is Unit.MUNICIPAL and not term.first_month:  # up to the next annual meeting, some day in May
        last = periods.last_of_month(last.year, periods.MUNICIPAL_MONTH)
    return Span(first, last)


def _calendar_year(term: Term, year: int, context: PlanContext) -> int:
    """March of 2014/15 is in 2015."""
    return year + 1 if term.split and term.index < context.financial_month else year


def _week(term: Term, year: int) -> Span:
    if term.day < 0:
        last = periods.last_of_month(year, term.index)
        return Span(last - timedelta(days=6), last)
    return periods.week_span(date(year, term.index, term.day))


def _fraction(term: Term, year: int, context: PlanContext) -> Span:
    months = 3 if term.unit is Unit.QUARTER else 6
    if term.first_month:
        first_year = year + 1 if term.split and term.first_month < context.financial_month else year
        return periods.months_span(first_year, term.first_month, months)
    first_month = context.financial_month if counts_financial(term, context) else 1
    if term.unit is Unit.QUARTER:
        return periods.quarter_span(year, term.index, first_month)
    return periods.half_span(year, term.index, first_month)


def _part(term: Term, whole: Span) -> Span:
    first, last = whole
    match term.part:
        case Part.WHOLE:
            return whole
        case Part.END:
            return Span(last, last)
        case Part.START:
            return Span(first, min(last, first + timedelta(days=9)))
        case Part.FIRST_HALF:
            return Span(first, date(first.year, first.month, 15))
        case Part.SECOND_HALF:
            return Span(date(first.year, first.month, 16), last)
    return _third(whole, (Part.EARLY, Part.MID, Part.LATE).index(term.part))


def _third(whole: Span, third: int) -> Span:
    """Early, mid or late: ten days of a month, one month of a quarter or season, four months of a year."""
    first, last = whole
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        starts = (first, first + timedelta(days=10), first + timedelta(days=20))
        return Span(starts[third], last if third == 2 else starts[third + 1] - periods.ONE_DAY)
    size = max(1, months // 3)
    start = periods.add_months(first, size * third)
    return Span(start, last if third == 2 else periods.add_months(start, size) - periods.ONE_DAY)


def precision_of(term: Term) -> Precision:
    """How exactly the term is known: "mid July" is a matter of days, "early 2011" of months."""
    if term.part in (Part.WHOLE, Part.END):
        return term.unit.precision
    if term.unit in (Unit.MONTH, Unit.DAY, Unit.WEEK, Unit.WEEK_ENDING) or term.part is Part.START:
        return Precision.DAY
    return Precision.MONTH


def is_real(term: Term) -> bool:
    """Whether such a day or month can exist at all; 31 June does not."""
    if term.unit not in (Unit.DAY, Unit.MONTH, Unit.WEEK):
        return True
    longest = 29 if term.index == 2 else 30 if term.index in (4, 6, 9, 11) else 31
    return 1 <= term.index <= 12 and term.day <= longest and (term.unit is not Unit.DAY or term.day >= 1)
