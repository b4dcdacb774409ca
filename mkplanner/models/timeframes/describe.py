"""A timeframe back in British words: as its author wrote it, as the program would write it, and as a screen reader says it.

What `describe` writes for a segment of ordinary shape `parse` reads as the same segment; that is how a dragged bar gets
words that mean what was drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.day_words import (
    day_words,
    first_words,
    last_words,
    month_words,
    rough_day_words,
    rough_words,
    year_words,
)
from mkplanner.models.timeframes.often_words import how_often
from mkplanner.models.timeframes.timeframe import Kind, Precision, Recurrence, Segment, Timeframe
from mkplanner.models.timeframes.words import MONTH_NAMES, SEASON_NAMES

Length = Literal["long", "short"]
# What a label may begin with that needs no "for" before it.
_OWN_WORDS = frozenset(
    "within as at in on by before after when to from during until if with without through per via and or then once not "
    "no subject where while following prior than next via under over".split()
)
_OF_MONTHS = {Precision.QUARTER: "quarter", Precision.HALF_YEAR: "half-year"}


def describe(timeframe: Timeframe, *, length: Length = "long") -> str:
    """The reading in words, its parts joined by semicolons; the author's own words where nothing could be read.

    `short` has three-letter months and no labels, for bars and narrow columns.
    """
    if not timeframe.segments:
        return " ".join(timeframe.words.split())
    said = [describe_segment(segment, length=length) for segment in timeframe.segments]
    return "; ".join(part or " ".join(timeframe.words.split()) for part in dict.fromkeys(said))


def describe_segment(segment: Segment, *, length: Length = "long") -> str:
    """One segment in words, empty where it has none of its own (an event that words alone can name)."""
    text = _WORDINGS[segment.kind](segment, length == "short")
    if segment.flags.approximate and text and not text.startswith(("early", "mid", "late", "about")):
        text = f"about {text}" if segment.kind in _ABOUT_KINDS else text
    if length == "short" or not text:
        return text
    if segment.condition:
        said = "provisional" if segment.condition.lower() == "provisionally" else segment.condition
        text = f"{text} ({said})"
    if segment.label:
        text = (
            f"{segment.label}: {text}"
            if segment.label[0].isupper()
            else f"{text}{tied(segment.label, recurring=segment.kind is Kind.RECURRING)}"
        )
    return text


def tied(label: str, *, recurring: bool = False) -> str:
    """A label after its date: " for new services", ": meetings" of what recurs, ", as part of the review"."""
    return f", {label}" if label.split()[0] in _OWN_WORDS else f"{': ' if recurring else ' for '}{label}"


def speak(segment: Segment) -> str:
    """One segment as a screen reader should say it: "due by 31 March 2015, for historic services"."""
    text = _spoken(segment)
    if segment.status and segment.kind is not Kind.STATUS_LIKE:
        text = f"{text}, {segment.status}"
    if segment.flags.provisional:
        text = f"{text}, provisional"
    if segment.condition and not (segment.flags.provisional and segment.condition.lower().startswith("provisional")):
        text = f"{text}, {segment.condition}"
    if not segment.label:
        return text
    if segment.label[0].isupper():
        return f"{segment.label}: {text}"
    words = tied(segment.label, recurring=segment.kind is Kind.RECURRING)
    return f"{text},{words}" if segment.is_dated and not words.startswith(",") else f"{text}{words}"


def _spoken(segment: Segment) -> str:
    if rough := rough_words(segment, False):
        return rough
    if segment.kind is Kind.BY_DEADLINE and segment.end:
        return f"due by {rough_day_words(segment, False) or day_words(segment.end)}" + _then(segment)
    if segment.kind is Kind.RANGE and segment.start and segment.end and segment.precision is not Precision.TERM:
        about = "about " if segment.flags.approximate else ""
        return f"{about}{day_words(segment.start)} to {day_words(segment.end)}"
    return _WORDINGS[segment.kind](segment, False) or "no date"


def _then(segment: Segment) -> str:
    return f", then {how_often(segment.recurrence)}" if segment.recurrence else ""


def _point(segment: Segment, short: bool) -> str:
    if not segment.start or not segment.end:
        return ""
    if segment.precision is Precision.WEEK and (segment.end - segment.start).days < 6:
        return f"{'w/e' if short else 'week ending'} {day_words(segment.end, short)}"
    if segment.precision is Precision.WEEK:
        return f"{'w/c' if short else 'week commencing'} {day_words(segment.start, short)}"
    return day_words(segment.start, short)


def _deadline(segment: Segment, short: bool) -> str:
    if not segment.end:
        return ""
    exact = segment.precision is Precision.DAY or not periods.is_month_end(segment.end)
    if segment.precision is Precision.TERM and not short:
        return f"by the end of {_ending_term(segment.end)}" + _then(segment)
    if rough := rough_day_words(segment, short):
        return f"by {rough}{_then(segment)}"
    text = f"by {day_words(segment.end, short)}" if exact or short else f"by the end of {last_words(segment, short)}"
    return text + _then(segment)


def _range(segment: Segment, short: bool) -> str:
    if not segment.start or not segment.end:
        return ""
    if rough := rough_words(segment, short):
        return rough
    if segment.precision is Precision.TERM:
        return _term(segment, short) or f"{month_words(segment.start, short)} to {month_words(segment.end, short)}"
    if segment.precision is Precision.WEEK:
        return f"{day_words(segment.start, short)} to {day_words(segment.end, short)}"
    whole = segment.start.day == 1 and periods.is_month_end(segment.end) and segment.precision is not Precision.DAY
    if not whole:
        return f"{day_words(segment.start, short)} to {day_words(segment.end, short)}"
    first, last = first_words(segment, short), last_words(segment, short)
    return first if first == last else f"{first} to {last}"


def _term(segment: Segment, short: bool) -> str:
    assert segment.start and segment.end
    for season in periods.TERM_MONTHS:
        if periods.term_span(segment.start.year, season) == (segment.start, segment.end):
            return f"{SEASON_NAMES[season]} term {segment.start.year:04}"
    return ""


def _ending_term(end: date) -> str:
    for season in periods.TERM_MONTHS:
        if periods.term_span(end.year, season).last == end:
            return f"{SEASON_NAMES[season]} term {end.year:04}"
    return month_words(end)


def _month_kind(segment: Segment, short: bool) -> str:
    return month_words(segment.start, short) if segment.start else ""


def _months_kind(segment: Segment, short: bool) -> str:
    """A quarter or half-year by its months, for Q2 means different things in different councils."""
    if not segment.start or not segment.end:
        return ""
    first = MONTH_NAMES[segment.start.month] if segment.start.year == segment.end.year else month_words(segment.start)
    months = f"{first[:3] if short and ' ' not in first else first} to {month_words(segment.end, short)}"
    return months if short else f"{_OF_MONTHS.get(segment.precision, 'quarter')} {months}"


def _season(segment: Segment, short: bool) -> str:
    if not segment.start:
        return ""
    season = next((s for s, month in periods.SEASON_MONTHS.items() if month == segment.start.month), None)
    if season is None:
        return _range(segment, short)
    year = f"{segment.start.year:04}"
    return f"{SEASON_NAMES[season]} {year}" + (
        f"/{(segment.start.year + 1) % 100:02}" if season == periods.WINTER else ""
    )


def _year_kind(segment: Segment, short: bool) -> str:
    if not segment.start:
        return ""
    name = "financial year " if segment.kind is Kind.FINANCIAL_YEAR and not short else ""
    return name + year_words(periods.year_span(segment.start.year, segment.start.month))


def _ongoing(segment: Segment, short: bool) -> str:
    return "ongoing"


def _open(segment: Segment, short: bool) -> str:
    return f"from {first_words(segment, short)}" if segment.start else ""


def _until(segment: Segment, short: bool) -> str:
    if not segment.end:
        return ""
    end = "the end of " if segment.precision is Precision.YEAR and periods.is_month_end(segment.end) else ""
    return f"{'ongoing ' if segment.flags.ongoing else ''}until {end}{last_words(segment, short)}"


def _commenced(segment: Segment, short: bool) -> str:
    return f"started {first_words(segment, short)} and ongoing" if segment.start else "started and ongoing"


def _recurring(segment: Segment, short: bool) -> str:
    recurrence = segment.recurrence
    if recurrence and segment.start and recurrence.months == (segment.start.month,):
        recurrence = Recurrence(recurrence.frequency, (), recurrence.day)
    text = how_often(recurrence)
    if segment.start:
        text += f" from {first_words(segment, short)}"
    if segment.end:
        text += f" until {last_words(segment, short)}"
    return f"ongoing, {text}" if segment.flags.ongoing else text


def _phased(segment: Segment, short: bool) -> str:
    if segment.start and segment.end:
        return f"phased from {first_words(segment, short)} to {last_words(segment, short)}"
    if segment.end:
        return f"phased until {last_words(segment, short)}"
    return f"phased from {first_words(segment, short)}" if segment.start else "phased"


def _status(segment: Segment, short: bool) -> str:
    status = "to be confirmed" if segment.status == "tbc" else segment.status or ""
    dated = _range(segment, short) if segment.start != segment.end else _point(segment, short)
    return f"{status}, {dated}" if dated and status else status or dated


def _unnamed(segment: Segment, short: bool) -> str:
    return ""


_ABOUT_KINDS = frozenset(
    {Kind.POINT, Kind.MONTH, Kind.RANGE, Kind.SEASON, Kind.QUARTER, Kind.YEAR, Kind.FINANCIAL_YEAR}
)
_WORDINGS: dict[Kind, Callable[[Segment, bool], str]] = {
    Kind.POINT: _point,
    Kind.BY_DEADLINE: _deadline,
    Kind.RANGE: _range,
    Kind.MONTH: _month_kind,
    Kind.QUARTER: _months_kind,
    Kind.HALF_YEAR: _months_kind,
    Kind.SEASON: _season,
    Kind.YEAR: _year_kind,
    Kind.FINANCIAL_YEAR: _year_kind,
    Kind.ONGOING: _ongoing,
    Kind.OPEN_ENDED_FROM: _open,
    Kind.ONGOING_UNTIL: _until,
    Kind.RECURRING: _recurring,
    Kind.PHASED: _phased,
    Kind.COMMENCED_AND_ONGOING: _commenced,
    Kind.MULTIPLE: _unnamed,
    Kind.RELATIVE: _unnamed,
    Kind.STATUS_LIKE: _status,
    Kind.UNPARSEABLE: _unnamed,
}
