"""Infers the years of a plan from its title or, failing that, from the dates written in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Segment

_FINANCIAL = re.compile(r"\b(20\d\d)\s*[/-]\s*(\d{1,2}|20\d\d)\b")
_CALENDAR = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|—|to)\s*((?:19|20)\d\d)\b")
_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?![\d])")
_SURE = (Kind.POINT, Kind.BY_DEADLINE, Kind.RANGE, Kind.MONTH, Kind.QUARTER, Kind.ONGOING_UNTIL)

Years = tuple[date | None, date | None]


def years_of(title: str, dates: Iterable[str], context: PlanContext) -> Years:
    """Return the plan's first and last day, each None where nothing tells.

    Financial years in the title ("2008/09 – 2010/11") run from April to March. Without a span in the title it is whole months
    from the earliest to the latest date written in the plan; years that only the title names do not narrow them.
    """
    named = _from_title(title, context.financial_month)
    if named[0] is not None:
        return named
    words = list(dict.fromkeys(dates))
    hint = _window(words, title)
    if hint[0] is None or hint[1] is None:
        return None, None
    known = replace(context, start=hint[0], end=hint[1])
    segments = [segment for text in words for segment in parse(text, known).segments if segment.kind in _SURE]
    # Where the plan spans several years, a date without one may fall in any of them and tells nothing about its ends.
    written = [segment for segment in segments if not segment.flags.inferred_year]
    return _months(written if written and hint[0].year != hint[1].year else segments)


def _from_title(title: str, month: int) -> Years:
    spans = [(int(found[1]), int(found[2])) for found in _FINANCIAL.finditer(title)]
    years = [first for first, second in spans if second % 100 == (first + 1) % 100]
    if years:
        return date(min(years), month, 1), date(max(years) + 1, month, 1) - timedelta(days=1)
    found = _CALENDAR.search(title)
    if found and int(found[1]) <= int(found[2]) <= int(found[1]) + 30:
        return date(int(found[1]), 1, 1), date(int(found[2]), 12, 31)
    return None, None


def _window(words: list[str], title: str) -> Years:
    """Return the calendar years that the dates speak of, the ones written in full before those that must be worked out."""
    years = {int(found) for text in words for found in _YEAR.findall(text)}
    if not years:
        readings = [frame for frame in (parse(text, PlanContext()) for text in words) if not frame.is_ambiguous]
        years = {day.year for frame in readings for day in (frame.first_day, frame.last_day) if day}
    if not years:
        years = {int(found) for found in _YEAR.findall(title)}
    return (date(min(years), 1, 1), date(max(years), 12, 31)) if years else (None, None)


def _months(segments: list[Segment]) -> Years:
    """Return the whole months from the first to the last day that the segments name."""
    days = [day for segment in segments for day in (segment.start, segment.end) if day and day.year > 1900]
    if not days:
        return None, None
    first, last = min(days), max(days)
    return first.replace(day=1), (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
