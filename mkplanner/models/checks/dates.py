"""Checks of dates: what cannot be drawn, what contradicts itself, what falls outside. They tell, and never move a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Kind, Timeframe


def check_readable(plan: Plan) -> Iterator[Notice]:
    """Words that name no date are listed, kept as they are and not drawn; words with two readings ask for one."""
    for item in plan.items.values():
        frame = item.by_when
        if frame is None:
            continue
        number = numbers(plan)[item.id]
        for remark in frame.remarks:
            yield Notice("date-remark", Severity.WARNING, f"{number}: {remark}", item.id, "by_when")
        if not frame.is_dated and _says_nothing(frame):
            words = " ".join(frame.words.split())
            yield Notice("no-date", Severity.INFO, f"{number} has no date: “{words}”.", item.id, "by_when")


def _says_nothing(frame: Timeframe) -> bool:
    return not any(s.flags.ongoing or s.flags.recurring for s in frame.segments)


def check_ambiguous(plan: Plan) -> Iterator[Notice]:
    """Dates with more than one likely reading are asked about once for the plan, at the first of them."""
    doubtful = [item for item in plan.items.values() if item.by_when and item.by_when.is_ambiguous]
    if not doubtful:
        return
    order = {id_: place for place, id_ in enumerate(numbers(plan))}
    first = min(doubtful, key=lambda item: order[item.id])
    assert first.by_when is not None
    words = " ".join(first.by_when.words.split())
    rest = f" and {len(doubtful) - 1} more" if len(doubtful) > 1 else ""
    sentence = f"{numbers(plan)[first.id]} “{words}”{rest} can be read in two ways; check the reading in Details."
    yield Notice("ambiguous-date", Severity.INFO, sentence, first.id, "by_when")


def check_order(plan: Plan) -> Iterator[Notice]:
    """No timeframe ends before it starts."""
    for item in plan.items.values():
        for segment in item.by_when.segments if item.by_when else ():
            if segment.start and segment.end and segment.end < segment.start:
                sentence = (
                    f"{numbers(plan)[item.id]} ends on {_day(segment.end)}, before it starts on {_day(segment.start)}."
                )
                yield Notice("ends-before-start", Severity.ERROR, sentence, item.id, "by_when")


def check_within_parent(plan: Plan) -> Iterator[Notice]:
    """A row ends no later than the row it belongs to."""
    for item in plan.items.values():
        parent = plan.items.get(item.parent or "")
        mine, above = _end(item), _end(parent) if parent else None
        if parent and mine and above and mine > above:
            sentence = (
                f"{numbers(plan)[item.id]} ends on {_day(mine)}, after {numbers(plan)[parent.id]}, "
                f"which it belongs to, ends on {_day(above)}."
            )
            yield Notice("after-parent", Severity.WARNING, sentence, item.id, "by_when")


def check_within_plan(plan: Plan) -> Iterator[Notice]:
    """A row's days lie within the plan's years, where the plan has any."""
    start, end = plan.info.start, plan.info.end
    for item in plan.items.values():
        frame = item.by_when
        if frame is None or (first := frame.first_day) is None or (last := frame.last_day) is None:
            continue
        if end and first > end:
            sentence = f"{numbers(plan)[item.id]} is dated {_day(first)}, after the plan ends on {_day(end)}."
            yield Notice("outside-plan", Severity.WARNING, sentence, item.id, "by_when")
        elif start and last < start and not frame.is_open_ended:
            sentence = f"{numbers(plan)[item.id]} is dated {_day(last)}, before the plan starts on {_day(start)}."
            yield Notice("outside-plan", Severity.WARNING, sentence, item.id, "by_when")


def _end(item: Item) -> date | None:
    """The last day of a row that has one: an open end binds nobody."""
    frame = item.by_when
    if frame is None or frame.is_open_ended or frame.kind in (Kind.ONGOING, Kind.RECURRING):
        return None
    return frame.last_day


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
