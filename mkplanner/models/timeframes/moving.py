"""A segment on other days: what it may still call itself there, and how exactly its days are then known.

"March 2027" a month later is "April 2027"; ten days later it is no month any more but the days from 11 March to 10 April.
The year of moved days is known, wherever it came from before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.periods import Span
from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment

_NAMED = frozenset(
    {Kind.MONTH, Kind.QUARTER, Kind.HALF_YEAR, Kind.SEASON, Kind.YEAR, Kind.FINANCIAL_YEAR, Kind.POINT, Kind.RANGE}
)
_MONTHS = {Precision.QUARTER: 3, Precision.HALF_YEAR: 6}


def moved(segment: Segment, *, days: int = 0, months: int = 0) -> Segment:
    """The segment so many months, then so many days later or earlier; one without days, or done already, as it is.

    The end of a month stays the end of a month where no exact day was written, and weeks stay whole. Raises ValueError or
    OverflowError where the calendar ends.
    """
    if not can_move(segment):
        return segment
    step = timedelta(days)
    start = periods.add_months(segment.start, months) + step if segment.start else None
    end = _moved_end(segment, months) + step if segment.end else None
    if segment.precision is Precision.WEEK and segment.start and segment.end and start:
        end = start + (segment.end - segment.start)
    recurrence = _moved_months(segment.recurrence, months) if segment.recurrence else None
    return with_days(replace(segment, recurrence=recurrence), start, end)


def can_move(segment: Segment) -> bool:
    """Whether a segment has days that may change; what is complete stays when it was."""
    return segment.is_dated and segment.kind is not Kind.STATUS_LIKE


def with_days(segment: Segment, start: date | None, end: date | None) -> Segment:
    """The segment on these days, under the most telling kind and precision that hold for them."""
    kind, precision = segment.kind, segment.precision
    if not _holds(segment, start, end):
        whole = (start is None or start.day == 1) and (end is None or periods.is_month_end(end))
        precision = Precision.MONTH if whole and precision is not Precision.DAY else Precision.DAY
        kind = Kind.RANGE if kind in _NAMED else kind
    if kind is Kind.RANGE and start and end:
        kind = _telling(start, end, precision)
    return replace(segment, kind=kind, start=start, end=end, precision=precision, flags=_known(segment))


def _moved_end(segment: Segment, months: int) -> date:
    assert segment.end
    later = periods.add_months(segment.end, months)
    if segment.precision is not Precision.DAY and periods.is_month_end(segment.end):
        return periods.last_of_month(later.year, later.month)
    return later


def _moved_months(recurrence: Recurrence, months: int) -> Recurrence:
    return replace(recurrence, months=tuple((month - 1 + months) % 12 + 1 for month in recurrence.months))


def _known(segment: Segment) -> Flags:
    return replace(segment.flags, inferred_year=False)


def _telling(start: date, end: date, precision: Precision) -> Kind:
    if start == end:
        return Kind.POINT
    is_month = precision is Precision.MONTH and Span(start, end) == periods.months_span(start.year, start.month)
    return Kind.MONTH if is_month else Kind.RANGE


def _holds(segment: Segment, start: date | None, end: date | None) -> bool:
    """Whether these days are of the sort that the segment's kind and precision speak of."""
    precision = segment.precision
    if precision is Precision.DAY:
        return segment.kind is not Kind.POINT or start == end
    if segment.kind not in _NAMED or start is None or end is None:
        return _holds_alone(segment, start, end)
    span = Span(start, end)
    if end < start:
        return False
    match segment.kind, precision:
        case _, Precision.WEEK:
            return ((end - start).days + 1) % 7 == 0 and (
                segment.kind is Kind.RANGE or span == periods.week_span(start)
            )
        case (Kind.MONTH, _):
            return span == periods.months_span(start.year, start.month)
        case (Kind.QUARTER | Kind.HALF_YEAR, Precision.QUARTER | Precision.HALF_YEAR):
            return span == periods.months_span(start.year, start.month, _MONTHS[precision])
        case _, Precision.SEASON:
            return segment.kind is Kind.SEASON and any(span == periods.season_span(start.year, s) for s in range(4))
        case _, Precision.TERM:
            return any(span == periods.term_span(start.year, season) for season in periods.TERM_MONTHS)
        case _, Precision.YEAR:
            return _same_day_of_year(segment.start, start) and _same_day_of_year(segment.end, end)
    return precision is Precision.MONTH and start.day == 1 and periods.is_month_end(end)


def _holds_alone(segment: Segment, start: date | None, end: date | None) -> bool:
    """The same for a deadline, an open end or a rhythm, where either day may be missing."""
    if segment.precision is Precision.MONTH:
        return (start is None or start.day == 1) and (end is None or periods.is_month_end(end))
    return _same_day_of_year(segment.start, start) and _same_day_of_year(segment.end, end)


def _same_day_of_year(old: date | None, new: date | None) -> bool:
    return (old and (old.month, old.day)) == (new and (new.month, new.day))
