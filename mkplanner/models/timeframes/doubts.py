"""Which doubts are of one sort, so that a question about one date can be answered for all that raise it.

"March 14" and "June 15" are doubted alike (a year or a day?), "Q2 2026" otherwise (whose quarters?).
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Precision, Segment, Timeframe

Shape = tuple[tuple[Kind, Precision], ...]
_QUARTERLY = frozenset({Precision.QUARTER, Precision.HALF_YEAR})
_BASES = ("financial", "calendar")


class About(Enum):
    """What a doubt is about: whose quarters are meant, which year, or which reading of the words altogether."""

    QUARTERS = "quarters"
    YEAR = "year"
    WORDS = "words"


class Doubt(NamedTuple):
    """A sort of doubt: what it is about, what such dates are read as and what they may be read as instead."""

    about: About
    shown: Shape = ()
    instead: Shape = ()


def doubt_of(timeframe: Timeframe) -> Doubt | None:
    """The sort of doubt that a timeframe raises, None where it raises none."""
    if not timeframe.alternatives:
        return None
    shown, instead = timeframe.segments, timeframe.alternatives[0]
    about = _about(shown, instead)
    return Doubt(about) if about is About.QUARTERS else Doubt(about, _shape(shown), _shape(instead))


def _about(shown: tuple[Segment, ...], instead: tuple[Segment, ...]) -> About:
    if _days_of_year(shown) == _days_of_year(instead):
        return About.YEAR
    same_shape = _shape(shown) == _shape(instead)
    differing = {one.precision for one, other in zip(shown, instead, strict=False) if one != other}
    return About.QUARTERS if same_shape and differing <= _QUARTERLY else About.WORDS


def quarters_meant(timeframe: Timeframe, choice: int | None, context: PlanContext) -> str | None:
    """The quarter base ("financial" or "calendar") under which the words mean this choice alone, or None."""
    doubt = doubt_of(timeframe)
    if doubt is None or doubt.about is not About.QUARTERS:
        return None
    for base in _BASES:
        found = parse(timeframe.words, replace(context, quarters=base))
        if found.segments == reading(timeframe, choice) and not found.is_ambiguous:
            return base
    return None


def reading(timeframe: Timeframe, choice: int | None) -> tuple[Segment, ...] | None:
    """The segments of a choice: an alternative counted from 0, or for None those shown; None where there is no such."""
    if choice is None:
        return timeframe.segments
    return timeframe.alternatives[choice] if 0 <= choice < len(timeframe.alternatives) else None


def _shape(segments: tuple[Segment, ...]) -> Shape:
    return tuple((segment.kind, segment.precision) for segment in segments)


def _days_of_year(segments: tuple[Segment, ...]) -> list[tuple[int, int] | None]:
    """Months and days without years; the end of February counts as one day whether it is the 28th or the 29th."""
    days = [day for segment in segments for day in (segment.start, segment.end)]
    return [(day.month, 28 if (day.month, day.day) == (2, 29) else day.day) if day else None for day in days]
