"""What a mark says to somebody who cannot see it."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.timescale.units import MONTHS
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe

_STATUS_WORDS = {
    "G": "on track",
    "A": "at risk",
    "R": "late",
    "C": "complete",
    "N": "not started",
    "S": "suspended",
}


def long_date(day: date) -> str:
    """A day in a sentence: "15 December 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken(
    timeframe: Timeframe, done: int | None, complete: bool, status: str | None, original: Timeframe | None
) -> str:
    """One sentence for a row's marks: "1 April 2014 to 31 March 2015, 25 % complete, at risk"."""
    parts = ["; ".join(words for words in map(segment_words, timeframe.segments) if words) or "no date"]
    was = "; ".join(words for words in map(segment_words, original.segments) if words) if original else ""
    if was:
        parts.append(f"was {was}")
    if complete:
        parts.append("complete")
    elif done is not None:
        parts.append(f"{done} % complete")
    word = _STATUS_WORDS.get(status or "")
    if word and not (complete and status == "C"):
        parts.append(word)
    return ", ".join(parts)


def segment_words(segment: Segment) -> str:
    """One stretch of time in words, with what it is for and what it hangs on; empty where it names no time."""
    time = _time(segment)
    if not time:
        return ""
    label = f" for {segment.label}" if segment.label else ""
    condition = f" ({segment.condition})" if segment.condition else ""
    provisional = " (provisional)" if segment.flags.provisional and not condition else ""
    return f"{time}{label}{condition}{provisional}"


def _time(segment: Segment) -> str:
    start, end = segment.start, segment.end
    if segment.kind is Kind.RECURRING:
        rhythm = segment.recurrence.frequency if segment.recurrence else "repeated"
        return rhythm + (f" from {long_date(start)}" if start else "") + (f" until {long_date(end)}" if end else "")
    if start and end:
        about = "some time from " if segment.precision in _SOFT and segment.kind is not Kind.RANGE else ""
        return long_date(start) if start == end else f"{about}{long_date(start)} to {long_date(end)}"
    if end:
        return f"{'until' if segment.kind is Kind.ONGOING_UNTIL else 'by'} {long_date(end)}"
    if start:
        return f"from {long_date(start)}, no end"
    return "ongoing" if segment.kind is Kind.ONGOING or segment.flags.ongoing else ""


_SOFT = (Precision.MONTH, Precision.QUARTER, Precision.HALF_YEAR, Precision.SEASON, Precision.TERM, Precision.YEAR)
