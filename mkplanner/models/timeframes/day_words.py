"""Days, months and years in British words, as exactly as they are known and no more."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.periods import Span
from mkplanner.models.timeframes.timeframe import Precision, Segment
from mkplanner.models.timeframes.words import MONTH_NAMES, WEEKDAY_NAMES

_THIRDS = ("early", "mid", "late")


@lru_cache(maxsize=4096)
def day_words(day: date, short: bool = False) -> str:
    """A day as "4 January 2027", its month in three letters where it must be short."""
    month = MONTH_NAMES[day.month]
    return f"{day.day} {month[:3] if short else month} {day.year:04}"


def weekday_words(day: date) -> str:
    """A day with its weekday: "Monday 4 January 2027"."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day_words(day)}"


def month_words(day: date, short: bool = False) -> str:
    """The month that holds a day."""
    month = MONTH_NAMES[day.month]
    return f"{month[:3] if short else month} {day.year:04}"


def first_words(segment: Segment, short: bool) -> str:
    """The start as exactly as it is known."""
    assert segment.start
    if segment.precision is Precision.DAY or segment.start.day != 1:
        return day_words(segment.start, short)
    if segment.precision is Precision.YEAR:
        return year_words(periods.year_span(segment.start.year, segment.start.month))
    return month_words(segment.start, short)


def last_words(segment: Segment, short: bool) -> str:
    """The end as exactly as it is known: "March 2015" where the month was meant and not its last day."""
    assert segment.end
    if segment.precision is Precision.DAY or not periods.is_month_end(segment.end):
        return day_words(segment.end, short)
    if segment.precision is Precision.YEAR:
        # a municipal year ends in the month that it begins in
        first_month = segment.end.month % 12 + 1 if segment.end.month != periods.MUNICIPAL_MONTH else segment.end.month
        return year_words(periods.year_span(segment.end.year - (1 if first_month > 1 else 0), first_month))
    return month_words(segment.end, short)


def rough_words(segment: Segment, short: bool) -> str:
    """ "Mid August 2015", "early 2015": the third of a month or year that an approximate range covers, or nothing."""
    first, last = segment.start, segment.end
    if not (segment.flags.approximate and first and last) or first.year != last.year:
        return ""
    if segment.precision is Precision.DAY and first.month == last.month:
        ends = {1: 10, 11: 20, 21: periods.last_of_month(last.year, last.month).day}
        if ends.get(first.day) == last.day:
            return f"{_THIRDS[first.day // 10]} {month_words(first, short)}"
    whole = first.day == 1 and periods.is_month_end(last) and segment.precision is Precision.MONTH
    if whole and first.month % 4 == 1 and last.month == first.month + 3:
        return f"{_THIRDS[first.month // 4]} {first.year:04}"
    return ""


def rough_day_words(segment: Segment, short: bool) -> str:
    """ "Mid June 2015" for an approximate deadline on the last day of a third of its month, or nothing."""
    day = segment.end
    if day is None or not segment.flags.approximate or segment.precision is not Precision.DAY:
        return ""
    third = 2 if periods.is_month_end(day) else {10: 0, 20: 1}.get(day.day)
    return "" if third is None else f"{_THIRDS[third]} {month_words(day, short)}"


def year_words(span: Span) -> str:
    """A year by its first month: 2014, 2014/15, academic or municipal year 2014/15."""
    first = span.first
    if first.month == 1:
        return f"{first.year:04}"
    name = {4: "", 5: "municipal year ", 9: "academic year "}.get(first.month)
    if name is None:
        return month_words(span.last)
    return f"{name}{first.year:04}/{(first.year + 1) % 100:02}"
