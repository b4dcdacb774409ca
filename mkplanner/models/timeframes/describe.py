"""A timeframe back in British words: as its author wrote it, as the program would write it, and as a screen reader says it.

What `describe` writes for a segment of ordinary shape `parse` reads as the same segment; that is how a dragged bar gets
words that mean what was drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.periods import Span
from mkplanner.models.timeframes.timeframe import Kind, Precision, Recurrence, Segment, Timeframe
from mkplanner.models.timeframes.words import MONTH_NAMES, SEASON_NAMES

Length = Literal["long", "short"]
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
        text = f"{text} ({segment.condition})"
    if segment.label:
        text = f"{segment.label}: {text}" if segment.label[0].isupper() else f"{text} for {segment.label}"
    return text


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
    return f"{text}, for {segment.label}" if segment.is_dated else f"{text} for {segment.label}"


def _spoken(segment: Segment) -> str:
    if segment.kind is Kind.BY_DEADLINE and segment.end:
        return f"due by {_day(segment.end)}" + _then(segment)
    if segment.kind is Kind.RANGE and segment.start and segment.end and segment.precision is not Precision.TERM:
        return f"{_day(segment.start)} to {_day(segment.end)}"
    return _WORDINGS[segment.kind](segment, False) or "no date"


def _then(segment: Segment) -> str:
    return f", then {_how_often(segment.recurrence)}" if segment.recurrence else ""


def _day(day: date, short: bool = False) -> str:
    month = MONTH_NAMES[day.month]
    return f"{day.day} {month[:3] if short else month} {day.year:04}"


def _month(day: date, short: bool = False) -> str:
    month = MONTH_NAMES[day.month]
    return f"{month[:3] if short else month} {day.year:04}"


def _first(segment: Segment, short: bool) -> str:
    """The start as exactly as it is known."""
    assert segment.start
    if segment.precision is Precision.DAY or segment.start.day != 1:
        return _day(segment.start, short)
    if segment.precision is Precision.YEAR:
        return _year(periods.year_span(segment.start.year, segment.start.month))
    return _month(segment.start, short)


def _last(segment: Segment, short: bool) -> str:
    """The end as exactly as it is known: "March 2015" where the month was meant and not its last day."""
    assert segment.end
    if segment.precision is Precision.DAY or not periods.is_month_end(segment.end):
        return _day(segment.end, short)
    if segment.precision is Precision.YEAR:
        first_month = segment.end.month % 12 + 1
        return _year(periods.year_span(segment.end.year - (1 if first_month > 1 else 0), first_month))
    return _month(segment.end, short)


def _year(span: Span) -> str:
    """A year by its first month: 2014, 2014/15, academic or municipal year 2014/15."""
    first = span.first
    if first.month == 1:
        return f"{first.year:04}"
    name = {4: "", 5: "municipal year ", 9: "academic year "}.get(first.month)
    if name is None:
        return _month(span.last)
    return f"{name}{first.year:04}/{(first.year + 1) % 100:02}"


def _point(segment: Segment, short: bool) -> str:
    if not segment.start or not segment.end:
        return ""
    if segment.precision is Precision.WEEK:
        return f"{'w/c' if short else 'week commencing'} {_day(segment.start, short)}"
    return _day(segment.start, short)


def _deadline(segment: Segment, short: bool) -> str:
    if not segment.end:
        return ""
    exact = segment.precision is Precision.DAY or not periods.is_month_end(segment.end)
    if segment.precision is Precision.TERM and not short:
        return f"by the end of {_ending_term(segment.end)}" + _then(segment)
    text = f"by {_day(segment.end, short)}" if exact or short else f"by the end of {_last(segment, short)}"
    return text + _then(segment)


def _range(segment: Segment, short: bool) -> str:
    if not segment.start or not segment.end:
        return ""
    if segment.precision is Precision.TERM:
        return _term(segment, short) or f"{_month(segment.start, short)} to {_month(segment.end, short)}"
    if segment.precision is Precision.WEEK:
        return f"{_day(segment.start, short)} to {_day(segment.end, short)}"
    whole = segment.start.day == 1 and periods.is_month_end(segment.end) and segment.precision is not Precision.DAY
    if not whole:
        return f"{_day(segment.start, short)} to {_day(segment.end, short)}"
    first, last = _first(segment, short), _last(segment, short)
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
    return _month(end)


def _month_kind(segment: Segment, short: bool) -> str:
    return _month(segment.start, short) if segment.start else ""


def _months_kind(segment: Segment, short: bool) -> str:
    """A quarter or half-year by its months, for Q2 means different things in different councils."""
    if not segment.start or not segment.end:
        return ""
    first = MONTH_NAMES[segment.start.month] if segment.start.year == segment.end.year else _month(segment.start)
    months = f"{first[:3] if short and ' ' not in first else first} to {_month(segment.end, short)}"
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
    return name + _year(periods.year_span(segment.start.year, segment.start.month))


def _ongoing(segment: Segment, short: bool) -> str:
    return "ongoing"


def _open(segment: Segment, short: bool) -> str:
    return f"from {_first(segment, short)}" if segment.start else ""


def _until(segment: Segment, short: bool) -> str:
    if not segment.end:
        return ""
    return f"{'ongoing ' if segment.flags.ongoing else ''}until {_last(segment, short)}"


def _commenced(segment: Segment, short: bool) -> str:
    return f"started {_first(segment, short)} and ongoing" if segment.start else "ongoing"


def _recurring(segment: Segment, short: bool) -> str:
    recurrence = segment.recurrence
    if recurrence and segment.start and recurrence.months == (segment.start.month,):
        recurrence = Recurrence(recurrence.frequency, (), recurrence.day)
    text = _how_often(recurrence)
    if segment.start:
        text += f" from {_first(segment, short)}"
    if segment.end:
        text += f" until {_last(segment, short)}"
    return f"ongoing, {text}" if segment.flags.ongoing else text


def _how_often(recurrence: Recurrence | None) -> str:
    if recurrence is None:
        return "repeating"
    frequency = "annually" if recurrence.frequency == "annual" else recurrence.frequency
    months = " and ".join(filter(None, [", ".join(_names(recurrence.months[:-1])), *_names(recurrence.months[-1:])]))
    if recurrence.day == "end" and months:
        return f"{frequency} by end of {months}"
    if recurrence.day and recurrence.day.isdigit() and months:
        return f"{frequency} on {recurrence.day} {months}"
    if recurrence.day and not months:
        day = f"{recurrence.day}th" if recurrence.day.isdigit() else recurrence.day
        return f"{frequency} on the {day}" if recurrence.day[0].isdigit() else f"{frequency} ({day})"
    return f"{frequency} in {months}" if months else frequency


def _names(months: tuple[int, ...]) -> list[str]:
    return [MONTH_NAMES[month] for month in months]


def _phased(segment: Segment, short: bool) -> str:
    if segment.start and segment.end:
        return f"phased from {_first(segment, short)} to {_last(segment, short)}"
    if segment.end:
        return f"phased until {_last(segment, short)}"
    return f"phased from {_first(segment, short)}" if segment.start else "phased"


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
