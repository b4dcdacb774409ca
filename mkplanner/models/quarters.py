"""The quarters and years of a plan as a council counts them, and in which of them a row falls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from mkplanner.models.outline import ancestors
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.periods import ONE_DAY, add_months
from mkplanner.models.timeframes.recurrence import occurrences
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Segment, Timeframe
from mkplanner.records import frozen

MOST_QUARTERS = 24
"""A plan that runs longer than six years is counted by years."""
_MOST_YEARS = 40
"""A date mistyped by a century must not make a table of a hundred columns."""


@frozen
class Period:
    """A quarter or a year by its first and last day, and as councils write it: "Q1 2026/27", or "2026/27"."""

    first: date
    last: date
    words: str


def quarters_between(first: date, last: date, context: PlanContext) -> tuple[Period, ...]:
    """Return the quarters from the one that holds `first` to the one that holds `last`."""
    month = 1 if context.quarters == "calendar" else context.financial_month
    return tuple(
        Period(start, end, f"Q{(start.month - month) % 12 // 3 + 1} {_year_words(start, month)}")
        for start, end in _pieces(first, last, 3, month)
    )


def years_between(first: date, last: date, context: PlanContext) -> tuple[Period, ...]:
    """Return the financial years from the one that holds `first` to the one that holds `last`."""
    month = context.financial_month
    return tuple(Period(start, end, _year_words(start, month)) for start, end in _pieces(first, last, 12, month))


def periods_of(plan: Plan, items: Sequence[Item]) -> tuple[Period, ...]:
    """Return the quarters in which the plan and these rows lie, or its years where there would be too many; perhaps none."""
    info, context = plan.info, plan.context()
    frames = [frame for item in items if (frame := frame_of(plan, item))]
    days = [day for frame in frames for day in (frame.first_day, frame.last_day) if day]
    days += [day for day in (info.start, info.end) if day]
    if not days:
        return ()
    first, last = min(days), max(days)
    if last.year - first.year > _MOST_YEARS:
        first = max(first, info.start or date(last.year - _MOST_YEARS, 1, 1))
        last = min(last, info.end or date(min(first.year + _MOST_YEARS, date.max.year - 1), 1, 1))
    months = (last.year - first.year) * 12 + last.month - first.month
    between = quarters_between if months <= 3 * MOST_QUARTERS else years_between
    return between(first, max(first, last), context)


def frame_of(plan: Plan, item: Item) -> Timeframe | None:
    """Return the date that counts for a row: its own words if it has any, else those of the nearest action above it."""
    for row in (item, *ancestors(plan, item.id)):
        if row is not item and row.kind.is_heading:
            return None
        if row.by_when is not None and row.by_when.words.strip():
            return row.by_when
    return None


def touched(frame: Timeframe, periods: Sequence[Period], context: PlanContext) -> frozenset[int]:
    """Return the places of the periods that a date touches: an ongoing one all from its start, a deadline its own."""
    return frozenset(at for segment in frame.segments for at in _touched(segment, periods, context))


def due(frame: Timeframe, periods: Sequence[Period], context: PlanContext) -> frozenset[int]:
    """Return the places of the periods in which something falls due: an end or a turn; what runs on is due in none."""
    return frozenset(at for segment in frame.segments for at in _due(segment, periods, context))


def place_of(day: date, periods: Sequence[Period]) -> int | None:
    """Return the place of the period that holds a day, or None."""
    at = bisect_right(periods, day, key=lambda period: period.first) - 1
    return at if at >= 0 and day <= periods[at].last else None


def _touched(segment: Segment, periods: Sequence[Period], context: PlanContext) -> Iterator[int]:
    if not periods:
        return
    if segment.kind is Kind.RECURRING:
        yield from _turns(segment, periods, context)
        return
    is_open = segment.flags.ongoing or (segment.start is not None and segment.end is None)
    first = segment.start or (segment.end if not is_open else None) or (periods[0].first if is_open else None)
    last = segment.end or (periods[-1].last if is_open else segment.start)
    if first is None or last is None:
        return
    for at, period in enumerate(periods):
        if period.first <= last and period.last >= first:
            yield at


def _due(segment: Segment, periods: Sequence[Period], context: PlanContext) -> Iterator[int]:
    if not periods:
        return
    if segment.kind is Kind.RECURRING:
        yield from _turns(segment, periods, context)
        return
    day = segment.end or (segment.start if segment.kind is Kind.POINT else None)
    at = place_of(day, periods) if day else None
    if at is not None:
        yield at


def _turns(segment: Segment, periods: Sequence[Period], context: PlanContext) -> Iterator[int]:
    for day in occurrences(segment, periods[0].first, periods[-1].last, context):
        at = place_of(day, periods)
        if at is not None:
            yield at


def _pieces(first: date, last: date, months: int, offset: int) -> Iterator[tuple[date, date]]:
    start = add_months(date(first.year, first.month, 1), -((first.month - offset) % months))
    while start <= last and start.year < date.max.year - 1:
        after = add_months(start, months)
        yield start, after - ONE_DAY
        start = after


def _year_words(day: date, month: int) -> str:
    if month == 1:
        return str(day.year)
    year = day.year if day.month >= month else day.year - 1
    return f"{year}/{(year + 1) % 100:02d}"
