"""Checks of days: what contradicts itself, its action or the plan. They tell, and never move a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from mkplanner.models.checks.alike import dates_of, rows_dated
from mkplanner.models.checks.saying import name_said
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.timeframes.ends import ends_of
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe

_FINE = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})
_NO_STRETCH = frozenset({Kind.RECURRING, Kind.STATUS_LIKE, Kind.PHASED, Kind.RELATIVE})


def check_order(plan: Plan) -> Iterator[Notice]:
    """No part of a date ends before it starts, nor is due before it starts in a part beside it."""
    for item in rows_dated(plan, _may_contradict_itself):
        segments = item.by_when.segments if item.by_when else ()
        for part, segment in enumerate(segments):
            if segment.start and segment.end and segment.end < segment.start:
                ends = f"ends on {day_words(segment.end)}, before it starts on {day_words(segment.start)}"
                yield _notice(plan, item, "ends-before-start", Severity.ERROR, ends, part)
        yield from _due_before_start(plan, item, segments)


def _may_contradict_itself(frame: Timeframe) -> bool:
    """Whether a date has several parts, or one that ends before it starts."""
    if len(frame.segments) != 1:
        return True
    start, end = frame.segments[0].start, frame.segments[0].end
    return start is not None and end is not None and end < start


def _due_before_start(plan: Plan, item: Item, segments: tuple[Segment, ...]) -> Iterator[Notice]:
    for one, other in combinations(range(len(segments)), 2):
        for due, start in ((one, other), (other, one)):
            end, begins = segments[due].end, segments[start].start
            if (
                segments[due].kind is Kind.BY_DEADLINE
                and segments[start].kind is Kind.OPEN_ENDED_FROM
                and _speak_of_the_same(segments[due], segments[start])
                and end
                and begins
                and end < begins
            ):
                said = f"is due by {day_words(end)}, before it starts on {day_words(begins)}"
                yield _notice(plan, item, "due-before-start", Severity.ERROR, said, due)


def check_overlap(plan: Plan) -> Iterator[Notice]:
    """Two stretches of one date, with nothing to tell what each is for, do not overlap.

    A stretch that lies wholly inside another tells it more exactly ("2026/27, in March 2027") and is no contradiction; nor
    are stretches with labels or conditions of their own, which may well run side by side.
    """
    for item in rows_dated(plan, _has_overlap):
        segments = item.by_when.segments if item.by_when else ()
        for (_, one), (part, other) in combinations(enumerate(segments), 2):
            if _speak_of_the_same(one, other) and _overlap(one, other):
                assert other.start
                assert one.end
                shared = max(one.start or other.start, other.start), min(one.end, other.end or one.end)
                said = f"has two stretches of time that overlap from {day_words(shared[0])} to {day_words(shared[1])}"
                yield _notice(plan, item, "overlapping-dates", Severity.WARNING, said, part)


def _has_overlap(frame: Timeframe) -> bool:
    return len(frame.segments) > 1 and any(
        _speak_of_the_same(*both) and _overlap(*both) for both in combinations(frame.segments, 2)
    )


def _speak_of_the_same(one: Segment, other: Segment) -> bool:
    return (one.label, one.condition, one.status) == (other.label, other.condition, other.status)


def _overlap(one: Segment, other: Segment) -> bool:
    """Whether two bars share days without one holding the other."""
    if one.kind in _NO_STRETCH or other.kind in _NO_STRETCH:
        return False
    if not (one.start and one.end and other.start and other.end):
        return False
    early, late = sorted(((one.start, one.end), (other.start, other.end)))
    return early[0] < late[0] <= early[1] < late[1]


def check_within_parent(plan: Plan) -> Iterator[Notice]:
    """A row ends no later than the row it belongs to."""
    ends = {key: day for key, frame in dates_of(plan).items() if (day := ends_of(frame).end)}
    items = plan.items
    for item in items.values():
        mine = ends.get(id(item.by_when))
        if mine is None or (parent := items.get(item.place.parent or "")) is None:
            continue
        above = ends.get(id(parent.by_when))
        if above is not None and mine > above:
            name = name_said(plan, parent)
            said = f"ends on {day_words(mine)}, after {name}, which it belongs to, ends on {day_words(above)}"
            yield _notice(plan, item, "after-parent", Severity.WARNING, said)


def check_within_plan(plan: Plan) -> Iterator[Notice]:
    """A row's days lie within the plan's years, where the plan has any.

    Work that began before the plan and runs into it is usual and not told. A year or a season that only reaches beyond the
    plan's last day is not told either: "2028" was not written to mean 31 December.
    """
    outside: dict[int, str] = {}
    for key, frame in dates_of(plan).items():
        if said := _outside(frame, plan.info.start, plan.info.end):
            outside[key] = said
    for item in plan.items.values() if outside else ():
        if said := outside.get(id(item.by_when), ""):
            yield _notice(plan, item, "outside-plan", Severity.WARNING, said)


def _outside(frame: Timeframe, start: date | None, end: date | None) -> str:
    """What is to be said of a date that lies outside the plan's years, or nothing."""
    first, last, *_ = ends_of(frame)
    if first is None or last is None:
        return ""
    if end and first > end:
        return f"is dated {day_words(first)}, after the plan ends on {day_words(end)}"
    if end and last > end and any(_reaches_past(segment, end) for segment in frame.segments):
        return f"runs on to {day_words(last)}, after the plan ends on {day_words(end)}"
    if start and last < start and not frame.is_open_ended:
        return f"is dated {day_words(last)}, before the plan starts on {day_words(start)}"
    return ""


def _reaches_past(segment: Segment, end: date) -> bool:
    late = segment.end if segment.end and segment.end > end else segment.start
    return late is not None and late > end and segment.precision in _FINE


def last_day(item: Item) -> date | None:
    """The last day of a row that has one: an open end or a rhythm binds nobody."""
    return ends_of(item.by_when).end


def _notice(plan: Plan, item: Item, id_: str, severity: Severity, said: str, part: int | None = None) -> Notice:
    return Notice(id_, severity, f"{name_said(plan, item)} {said}.", item.id, "by_when", part=part)
