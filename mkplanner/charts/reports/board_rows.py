"""Which rows of a plan a board should see: late and at risk, past their date, and due next."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from mkplanner.charts.timescale.occurrences import occurrences
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import RAG_STATUS, Status
from mkplanner.models.tally import status_of
from mkplanner.models.timeframes.timeframe import Kind, Segment
from mkplanner.records import frozen

_TROUBLE = (Status.LATE, Status.AT_RISK)
_CLOSED = (Status.COMPLETE, Status.SUSPENDED)


@frozen(slots=False)
class BoardRows:
    """The rows of one plan on one day, each in one of three lists."""

    exceptions: list[tuple[Entry, Status]]
    overdue: list[Entry]
    due: list[Entry]
    until: date
    """The last day of the months that the list of what is due looks ahead."""

    @classmethod
    def of(cls, plan: Plan, today: date, months: int) -> BoardRows:
        """Sort the rows out; the late stand before those at risk, what is due within so many months in order of days."""
        until = _months_later(today, months) - timedelta(days=1)
        exceptions, overdue, due = [], [], []
        for entry in outline(plan):
            item = entry.item
            trouble = trouble_of(plan, item)
            if item.kind.is_heading or status_of(plan, item) in _CLOSED:
                continue
            if trouble:
                exceptions.append((entry, trouble))
            elif is_past(item, today):
                overdue.append(entry)
            elif day := next_day(item, today, until, Calendar.of(plan.context())):
                due.append((day, entry))
        exceptions.sort(key=lambda pair: _TROUBLE.index(pair[1]))
        due.sort(key=lambda pair: pair[0])
        return cls(exceptions, overdue, [entry for _, entry in due], until)


def trouble_of(plan: Plan, item: Item) -> Status | None:
    """Late or at risk, by a row's status or by the light of its newest update, whichever is graver."""
    said = [item.status] if item.status else []
    lights = [update.rag for update in plan.updates_of.get(item.id, ()) if update.rag]
    said += [RAG_STATUS[lights[-1]]] if lights else []
    return next((status for status in _TROUBLE if status in said), None)


def is_past(item: Item, today: date) -> bool:
    """Whether the last day of a row has gone by; open ends and what comes round again are never past."""
    frame = item.by_when
    if frame is None or frame.is_open_ended or frame.last_day is None:
        return False
    if any(part.kind in (Kind.ONGOING, Kind.RECURRING) or part.flags.recurring for part in frame.segments):
        return False
    return frame.last_day < today


def next_day(item: Item, today: date, until: date, years: Calendar) -> date | None:
    """The first day from today on, not after `until`, on which something of a row is due."""
    segments = item.by_when.segments if item.by_when else ()
    days = (day for segment in segments for day in _due_days(segment, today, until, years))
    return min((day for day in days if today <= day <= until), default=None)


def _due_days(segment: Segment, today: date, until: date, years: Calendar) -> Iterator[date]:
    if segment.kind is Kind.RECURRING:
        yield from occurrences(segment, today, until, years)[:1]
    elif segment.end and not segment.flags.ongoing:
        yield segment.end
    elif segment.start and segment.kind is Kind.POINT:
        yield segment.start


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
