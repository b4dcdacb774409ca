"""A reading of a date in the words of the details panel and of the date editor: what is due when, and what it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mkplanner.charts.marks.words import long_date
from mkplanner.models.timeframes.describe import describe_segment
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SOFT = {Kind.MONTH, Kind.QUARTER, Kind.HALF_YEAR, Kind.SEASON, Kind.YEAR, Kind.FINANCIAL_YEAR}
_OPEN = {Kind.ONGOING, Kind.OPEN_ENDED_FROM}
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def segment_sentence(segment: Segment) -> str:
    """Return one stretch of time with its label in front: "Existing services: due Wed 31 December 2025"."""
    time = _time(segment)
    words = f"{segment.label}: {time}" if segment.label else time
    words = words[:1].upper() + words[1:]
    condition = segment.condition or ("provisional" if segment.flags.provisional else "")
    return f"{words} ({condition})" if condition else words


def _time(segment: Segment) -> str:
    start, end = segment.start, segment.end
    if segment.kind is Kind.STATUS_LIKE and not segment.is_dated:
        return segment.status or "words only, no date"
    if segment.kind is not Kind.RECURRING:
        if end and (start is None or segment.kind is Kind.BY_DEADLINE):
            until = "until" if segment.kind is Kind.ONGOING_UNTIL else "due"
            return f"{until} {_DAYS[end.weekday()]} {long_date(end)}"
        if start and start == end:
            return f"{_DAYS[start.weekday()]} {long_date(start)}"
        if start and end:
            days = f"{_short(start, end)} to {long_date(end)}"
            return f"{describe_segment(_bare(segment))}, {days}" if segment.kind in _SOFT else days
    words = describe_segment(_bare(segment))
    return f"{words}, no end" if words and segment.kind in _OPEN else words or "words only, no date"


def _bare(segment: Segment) -> Segment:
    return Segment(
        segment.kind, segment.start, segment.end, segment.precision, segment.flags, recurrence=segment.recurrence
    )


def _short(start: date, end: date) -> str:
    """The first day of a stretch, without the year where the last day tells it."""
    words = long_date(start)
    return words.rpartition(" ")[0] if start.year == end.year else words


def reading_sentence(segments: Sequence[Segment]) -> str:
    """Return a whole reading in one sentence."""
    return "; ".join(segment_sentence(segment) for segment in segments) or "Words only, no date"


def reading_remark(frame: Timeframe) -> str:
    """Return what else is worth knowing of a reading: how long, on which weekday it ends, how sure it is."""
    parts = [*frame.remarks]
    if len(frame.segments) == 1:
        segment = frame.segments[0]
        if segment.start and segment.end and segment.start != segment.end:
            parts.append(_length(segment.start, segment.end))
            if segment.precision is Precision.DAY:
                parts.append(f"Ends on a {_LONG_DAYS[segment.end.weekday()]}.")
        if segment.condition or segment.flags.provisional:
            parts.append("Drawn hatched until it is certain.")
        if segment.flags.inferred_year:
            parts.append("The year comes from the plan.")
    if not frame.is_dated:
        parts.append("Nothing is drawn; the row stays on the list of notices.")
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def _length(start: date, end: date) -> str:
    days = (end - start).days + 1
    months = round(days / 30.44)
    if days < 45:
        return f"{days} days."
    return f"About {months} months." if months < 24 else f"About {round(days / 365.25, 1):g} years."
