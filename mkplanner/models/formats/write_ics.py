"""Dated rows as entries of a calendar: whole days, and repeated where the words repeat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.owners import show_owners
from mkplanner.models.status import STYLES
from mkplanner.models.timeframes.timeframe import Segment

_RULES: dict[str, dict[str, Any]] = {
    "weekly": {"freq": "weekly"},
    "monthly": {"freq": "monthly"},
    "quarterly": {"freq": "monthly", "interval": 3},
    "half-yearly": {"freq": "monthly", "interval": 6},
    "annual": {"freq": "yearly"},
}
_ONE = timedelta(days=1)


def write_ics(plan: Plan, made: datetime) -> bytes:
    """Return a calendar with an entry for each dated part of each row; the same plan and moment give the same bytes.

    A deadline is an entry on its day. The last day counts, so an entry ends where the next day begins, as calendars have it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//MK Planner//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if plan.info.title.strip():
        calendar.add("x-wr-calname", plan.info.title.strip())
    stamp = made.replace(tzinfo=timezone.utc)  # noqa: UP017 - the calendar library asks for this very object
    for entry in outline(plan):
        for number, segment in enumerate(_dated(entry)):
            calendar.add_component(_event(plan, entry, segment, number, stamp))
    return calendar.to_ical()  # type: ignore[no-any-return]


def _dated(entry: Entry) -> Iterator[Segment]:
    frame = entry.item.by_when
    return (segment for segment in (frame.segments if frame else ()) if segment.is_dated)


def _event(plan: Plan, entry: Entry, segment: Segment, number: int, stamp: datetime) -> Any:
    from icalendar import Event

    item = entry.item
    first = segment.start or segment.end
    last = segment.end if segment.end and not segment.recurrence else first
    event = Event()
    event.add("uid", f"{item.id}-{number}@{plan.info.id}.mkplanner")
    event.add("dtstamp", stamp)
    event.add("summary", _summary(entry, segment))
    event.add("dtstart", first)
    event.add("dtend", (last or date.min) + _ONE)
    event.add("transp", "TRANSPARENT")
    event.add("description", _description(plan, entry))
    if item.tags:
        event.add("categories", list(item.tags))
    rule = _RULES.get(segment.recurrence.frequency) if segment.recurrence else None
    if rule:
        until = segment.end or plan.info.end
        event.add("rrule", rule | ({"until": until} if until else {}))
    return event


def _summary(entry: Entry, segment: Segment) -> str:
    title = " ".join(entry.item.title.split()) or entry.number
    parts = [f"{title} ({segment.label})" if segment.label else title]
    if segment.start is None:
        parts.append("due")
    elif segment.end is None and not segment.recurrence:
        parts.append("begins")
    return ": ".join(parts)


def _description(plan: Plan, entry: Entry) -> str:
    item = entry.item
    owners = show_owners(plan, item.id)
    lines = [
        f"{entry.number}, by when: {' / '.join(item.by_when.words.split(chr(10))) if item.by_when else ''}",
        f"Action by: {owners}" if owners else "",
        f"Status: {STYLES[item.status].word}" if item.status else "",
        item.notes.strip(),
    ]
    return "\n".join(line for line in lines if line)
