"""Rows that are dated alike: many rows of a large plan share a date, so what is asked of dates alone is asked of each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe


def rows_dated(plan: Plan, is_so: Callable[[Timeframe], object], items: Iterable[Item] | None = None) -> list[Item]:
    """Return the rows whose date is so, in the order in which the plan holds its rows; where `items` are given, of those."""
    if items is not None:
        return [item for item in items if item.by_when is not None and is_so(item.by_when)]
    found = {key for key, frame in dates_of(plan).items() if is_so(frame)}
    return [item for item in plan.items.values() if id(item.by_when) in found] if found else []


def dates_of(plan: Plan) -> Mapping[int, Timeframe]:
    """Return every date of a plan by its identity in memory, under which its rows find it; made once for each plan."""
    found: dict[int, Timeframe] | None = plan.__dict__.get("_dates")
    if found is None:
        frames = list(map(attrgetter("by_when"), plan.items.values()))
        found = dict(zip(map(id, frames), frames, strict=True))
        found.pop(id(None), None)
        plan.__dict__["_dates"] = found
    return found
