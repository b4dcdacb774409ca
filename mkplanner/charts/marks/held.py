"""Dates that are held by the pointer or by keys: what a row's segments become, and the words that say so beside the mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkplanner.charts.marks.marks import Part
from mkplanner.charts.timescale.snap import Step
from mkplanner.models.timeframes.apart import apart
from mkplanner.models.timeframes.describe import describe_segment
from mkplanner.models.timeframes.moving import can_move, moved, with_days
from mkplanner.models.timeframes.periods import is_month_end, last_of_month
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment
from mkplanner.models.wording import count


def moved_by(segments: tuple[Segment, ...], step: Step, part: int | None = None) -> tuple[Segment, ...]:
    """Return the segments with one of them (all for None) moved; as they were where the calendar does not reach so far.

    What ends on the last of a month does so after whole months, too, even where an exact day was written.
    """
    try:
        return tuple(
            _moved(segment, step) if part in (None, index) else segment for index, segment in enumerate(segments)
        )
    except (ValueError, OverflowError):
        return segments


def _moved(segment: Segment, step: Step) -> Segment:
    new = moved(segment, days=step.days, months=step.months)
    if not step.months or step.days or segment.end is None or not is_month_end(segment.end) or new.end is None:
        return new
    end = last_of_month(new.end.year, new.end.month)
    return with_days(new, end if segment.start == segment.end else new.start, end)


def stretched_to(segments: tuple[Segment, ...], part: int, edge: Part, day: date) -> tuple[Segment, ...]:
    """Return the segments with one edge of one of them on another day; an edge never passes the other one."""
    segment = segments[part]
    if not can_stretch(segment, edge):
        return segments
    start, end = segment.start, segment.end
    if edge is Part.START:
        start = min(day, end) if end else day
    else:
        end = max(day, start) if start else day
    return (*segments[:part], with_days(segment, start, end), *segments[part + 1 :])


def stretched_by(segments: tuple[Segment, ...], part: int, edge: Part, step: Step) -> tuple[Segment, ...]:
    """Return the segments with one edge moved by a step; the end of a month stays the end of a month."""
    segment = segments[part]
    day = segment.start if edge is Part.START else segment.end
    if day is None or not can_stretch(segment, edge):
        return segments
    alone = replace(segment, start=day, end=None) if edge is Part.START else replace(segment, start=None, end=day)
    stepped = moved_by((replace(alone, recurrence=None),), step)[0]
    goal = stepped.start if edge is Part.START else stepped.end
    return stretched_to(segments, part, edge, goal or day)


def can_stretch(segment: Segment, edge: Part) -> bool:
    """Whether a segment has this edge to pull at: a deadline is a day alone, and what is complete stays when it was."""
    if not can_move(segment) or segment.kind is Kind.BY_DEADLINE:
        return False
    return (segment.start if edge is Part.START else segment.end) is not None


def drawn(first: date, last: date) -> Segment:
    """Return the segment for two days that somebody drew on the chart, in either order."""
    start, end = min(first, last), max(first, last)
    return with_days(Segment(Kind.RANGE, start, end, Precision.MONTH), start, end)


def held_words(old: Segment | None, new: Segment) -> tuple[str, str]:
    """Return two lines for the flag beside the pointer: the dates now, and how they differ from those before."""
    said = describe_segment(replace(new, label=None, condition=None))
    first = said[:1].upper() + said[1:]
    parts = [words for words in (_difference(old, new) if old else "", _length(new)) if words]
    return first, " · ".join(parts)


def _difference(old: Segment, new: Segment) -> str:
    by_start, by_end = _apart(old.start, new.start), _apart(old.end, new.end)
    if not by_start and not by_end:
        return "not moved"
    if old.start and old.end and not by_start:
        return f"end {by_end.words()}"
    if old.start and old.end and not by_end:
        return f"start {by_start.words()}"
    return (by_start if by_start.months else by_end or by_start).words()


def _apart(old: date | None, new: date | None) -> Step:
    if old is None or new is None:
        return Step()
    months, days = apart(old, new)
    return Step(days, months)


def _length(segment: Segment) -> str:
    if not segment.start or not segment.end or segment.start == segment.end:
        return ""
    days = (segment.end - segment.start).days + 1
    months = (segment.end.year - segment.start.year) * 12 + segment.end.month - segment.start.month + 1
    if segment.start.day == 1 and is_month_end(segment.end):
        return count(months, "month")
    return count(days, "day")
