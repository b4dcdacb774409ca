"""Which years a plan covers on its chart, and between which days its marks stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.periods import ONE_DAY, Span, add_months, financial_year_of, year_span
from mkplanner.models.timeframes.timeframe import Kind

_MARGIN_BEFORE, _MARGIN_AFTER = 12, 24
_WIDEST = 60
_NEAR = timedelta(100)
"""How far beyond the first or last mark the plan's own first or last day still belongs to what is shown: about a quarter."""


def plan_years(plan: Plan, today: date) -> Span:
    """Return the whole financial years that hold every dated row; this year where nothing is dated."""
    days = list(_days(plan.items.values()))
    days += [day for day in (plan.info.start, plan.info.end) if day]
    first, last = min(days, default=today), max(days, default=today)
    month = plan.info.financial_month
    start, end = financial_year_of(first, month), financial_year_of(last, month)
    if end - start > _WIDEST:
        start, end = _sensible(start, end, financial_year_of(today, month))
    return Span(year_span(start, month).first, year_span(end, month).last)


def first_years(plan: Plan, today: date) -> Span:
    """Return the years to show first: the plan's own where it names them, even if a date or two lie outside."""
    info = plan.info
    if info.start is None or info.end is None or info.end < info.start:
        return plan_years(plan, today)
    month = info.financial_month
    start, end = financial_year_of(info.start, month), financial_year_of(info.end, month)
    return Span(year_span(start, month).first, year_span(end, month).last)


def marked_days(plan: Plan, today: date) -> Span:
    """Return the days from the first mark to the last, and to the plan's own first and last day where these are near.

    What has gone on for some time already ("commenced 2007 and ongoing") says nothing of where the plan begins. The
    plan's years stand in where nothing is dated, or where a date is so far away that it must be a slip of the pen.
    """
    days = list(_days(plan.items.values(), _RUNNING)) or list(_days(plan.items.values()))
    first, last = min(days, default=None), max(days, default=None)
    if first is None or last is None or last.year - first.year > _WIDEST:
        return first_years(plan, today)
    start, end = plan.info.start, plan.info.end
    return Span(
        start if start is not None and start < first <= start + _NEAR else first,
        end if end is not None and last < end <= last + _NEAR else last,
    )


def is_within(years: Span, item: Item | None) -> bool:
    """Tell whether every date of a row lies in these years."""
    return item is None or all(years.first <= day <= years.last for day in _days((item,)))


_RUNNING = frozenset({Kind.COMMENCED_AND_ONGOING})


def _days(items: Collection[Item], without: frozenset[Kind] = frozenset()) -> Iterable[date]:
    """Every day that rows name; a date that many rows share is looked at once."""
    frames = {id(item.by_when): item.by_when for item in items}
    frames.update((id(item.original), item.original) for item in items if item.original is not None)
    for frame in frames.values():
        if frame is not None:
            for segment in frame.segments:
                if segment.kind in without:
                    continue
                if segment.start:
                    yield segment.start
                if segment.end:
                    yield segment.end


def _sensible(start: int, end: int, now: int) -> tuple[int, int]:
    """A slip of the pen ("March 2214") must not press a plan of three years into a few pixels."""
    half = _WIDEST // 2
    return max(start, now - half), min(end, now + half)


def with_margins(years: Span) -> Span:
    """Return the days that the chart can be scrolled over."""
    first, last = years
    try:
        return Span(add_months(first, -_MARGIN_BEFORE), add_months(last + ONE_DAY, _MARGIN_AFTER) - ONE_DAY)
    except (ValueError, OverflowError):
        return years
