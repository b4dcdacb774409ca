"""What could be written beside a mark, best first, and where words may be cut so that what is left is still true."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from mkplanner.charts.marks.places import Form, Place
from mkplanner.charts.timescale.units import MONTHS
from mkplanner.models.timeframes.timeframe import Precision, Segment

_ELLIPSIS = "…"
_LEADING = frozenset(
    "a after all an and any as at be been before by each end every for from has have if in into is its no not of on or our "
    "out over per so subject than that the their these this those to unless until up was were when where whether which will "
    "with within".split()
)
"""Words that lead on to the next one, as whose ("the Cabinet's") does: a label does not stop at them."""
_DATE_WORD = re.compile(
    r"\(?(\d{1,2}(st|nd|rd|th)?|\d{4}([/–-]\d{2,4})?|q[1-4]|[hw]/[ce]|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|january|february|march|april|august|september|october|november|december)[,;:.)]*",
    re.IGNORECASE,
)


def wordings(place: Place, several: bool, was: Segment | None) -> list[str]:
    """What could stand beside a mark, best first: shorter ones are for where there is less room.

    A single deadline or point gives its date ("31 Mar"), one of several its label, a condition its words. Bars give no
    dates: the headings above tell them.
    """
    segment = place.segment
    condition = _bare(segment.condition or "")
    day = _date(place)
    if day and was is not None and (was.end or was.start) is not None:
        old = was.end or was.start
        assert old is not None
        return [f"{day}, was {short_date(old, was.precision)}", day]
    if several and segment.label:
        return [_joined(segment.label, condition), segment.label, *([day] if day else [])]
    if condition:
        return [_joined(day, condition), condition, day] if day else [condition]
    return [day] if day else []


def short_date(day: date, precision: Precision = Precision.DAY) -> str:
    """A day as it stands on the chart, where the headings above tell the year: "31 Mar".

    A whole month's or year's last day is told as what was written: "end Mar", "end 2018".
    """
    is_last = (day + timedelta(1)).day == 1 if day < date.max else True
    if precision is Precision.YEAR and is_last and day.month == 12:
        return f"end {day.year}"
    month = MONTHS[day.month - 1][:3]
    if precision is Precision.MONTH and day.day == 1:
        return month
    return f"end {month}" if precision is Precision.MONTH and is_last else f"{day.day} {month}"


def cut(words: str, fits: Callable[[str], bool]) -> str:
    """The words, or as many of them as fit before an ellipsis, cut where neither a date nor a turn of phrase is broken."""
    if fits(words):
        return words
    kept = words.split()
    total = len(kept)
    while len(kept) > 1 and not fits(_ended(kept)):
        kept.pop()
    whole = kept[:]
    rest = words.split()
    if len(kept) < total and _is_dated(rest[len(kept)]):
        while len(kept) > 1 and _is_dated(kept[-1]):
            kept.pop()
    while len(kept) > 1 and _leads_on(kept[-1]):
        kept.pop()
    if len(kept) == 1 and _leads_on(kept[0]):
        kept = whole
    return _ended(kept)


def _ended(kept: list[str]) -> str:
    return " ".join(kept).rstrip(" ,;:–-·(") + _ELLIPSIS


def _leads_on(word: str) -> bool:
    return word.lower().strip("(,;:") in _LEADING or word.endswith(("'s", "’s", "s'", "s’"))


def _is_dated(word: str) -> bool:
    return _DATE_WORD.fullmatch(word) is not None


def _bare(condition: str) -> str:
    """A condition without the brackets that hold all of it; brackets inside stay."""
    words = " ".join(condition.split())
    is_held = words.startswith("(") and words.endswith(")") and ")" not in words[1:-1]
    return words[1:-1].strip() if is_held else words


def _joined(first: str, condition: str) -> str:
    return f"{first}, {condition}" if first and condition else first or condition


def _date(place: Place) -> str:
    day = place.segment.end or place.segment.start
    if day is None or place.form not in (Form.DEADLINE, Form.POINT):
        return ""
    return short_date(day, place.segment.precision)
