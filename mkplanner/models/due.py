"""When something is due, overdue or late, as filters, groups and counts ask it; open ends and rhythms are never overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Status
from mkplanner.models.timeframes.periods import Span, add_months, months_span, quarter_span, year_span
from mkplanner.models.timeframes.timeframe import Kind, Segment, Timeframe

CLOSED = (Status.COMPLETE, Status.SUSPENDED)
"""Where a row stands so, nothing more is due."""


def due_days(item: Item) -> Iterator[date]:
    """Yield the days by which something of a row is due, one for each target; a rhythm and an open end have none."""
    for segment in item.by_when.segments if item.by_when else ():
        if not _repeats(segment) and not segment.flags.ongoing:
            day = segment.end or (segment.start if segment.kind is Kind.POINT else None)
            if day is not None:
                yield day


def part_due(part: Segment) -> date | None:
    """Return the day by which one part of a date is due; None where it has no end, repeats or names no day."""
    if _repeats(part) or (part.end is None and (part.flags.ongoing or part.kind is not Kind.POINT)):
        return None
    return part.end or part.start


def last_due(item: Item) -> date | None:
    """Return the day by which all of a row is due; None where it has no end, repeats or names no day."""
    last: date | None = None
    for part in item.by_when.segments if item.by_when else ():
        if _repeats(part) or (part.end is None and (part.flags.ongoing or part.start is not None)):
            return None
        day = part.end or part.start
        if day is not None and (last is None or day > last):
            last = day
    return last


def _repeats(segment: Segment) -> bool:
    return segment.kind is Kind.RECURRING or segment.flags.recurring


def is_overdue(item: Item, today: date) -> bool:
    """Whether the last day of a row has gone by and it is neither complete nor suspended."""
    last = last_due(item)
    return last is not None and last < today and item.status not in CLOSED


def is_late(item: Item, today: date) -> bool:
    """Whether a row is said to be late, or is overdue."""
    return item.status is Status.LATE or is_overdue(item, today)


def is_undated(frame: Timeframe | None) -> bool:
    """Whether nothing can be drawn: there are no words, or none that name a day."""
    return frame is None or not frame.is_dated


def quarter_of(plan: Plan, day: date) -> tuple[date, str]:
    """Return the first day of the plan's quarter that holds a day, and its name: "Q2 2025/26"; by the calendar "Q3 2025"."""
    return _quarter(day.year, day.month, _first_month(plan))


@lru_cache(maxsize=512)
def _quarter(year: int, month: int, first_month: int) -> tuple[date, str]:
    begun = year if month >= first_month else year - 1
    number = (month - first_month) % 12 // 3 + 1
    years = f"{begun}" if first_month == 1 else f"{begun}/{(begun + 1) % 100:02}"
    return quarter_span(begun, number, first_month).first, f"Q{number} {years}"


def _first_month(plan: Plan) -> int:
    return 1 if plan.info.quarters == "calendar" else plan.info.financial_month


def _this_quarter(plan: Plan, today: date) -> Span:
    first, _ = quarter_of(plan, today)
    return months_span(first.year, first.month, 3)


def _next_quarter(plan: Plan, today: date) -> Span:
    return _this_quarter(plan, add_months(_this_quarter(plan, today).first, 3))


def _this_year(plan: Plan, today: date) -> Span:
    month = plan.info.financial_month
    return year_span(today.year if today.month >= month else today.year - 1, month)


PERIODS: dict[str, tuple[str, Callable[[Plan, date], Span]]] = {
    "month": ("Due this month", lambda plan, today: months_span(today.year, today.month)),
    "soon": ("Due in 30 days", lambda plan, today: Span(today, today + timedelta(30))),
    "quarter": ("Due this quarter", _this_quarter),
    "next_quarter": ("Due next quarter", _next_quarter),
    "year": ("Due this year", _this_year),
}
"""Stretches of time that rows are asked for, by key: their words, and their days as seen from a day."""


def is_due_in(item: Item, span: Span) -> bool:
    """Whether any target of a row falls into a stretch of days."""
    return any(span.first <= day <= span.last for day in due_days(item))
