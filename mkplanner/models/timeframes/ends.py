"""The days at which a date binds what is linked to it: where it begins and ends, worked out once for each date.

Whole plans are compared by them again and again, at every change and while a mark is dragged.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mkplanner.models.timeframes.timeframe import Kind, Segment, Timeframe

_NO_STRETCH = frozenset({Kind.RECURRING, Kind.PHASED, Kind.RELATIVE})


class Ends(NamedTuple):
    """`first` is the day on which it begins, if it says one; a deadline alone says none. `begun_by` is the day on which it
    must have begun at the latest: its first, or its deadline where it says no other. `last` is its last day, if it has one:
    an open end or a rhythm binds nobody. `is_one_day` says whether it is a matter of one day, such as a deadline or a
    meeting; `is_deadline` whether it says by when something is due and nothing of its beginning.
    """

    first: date | None = None
    begun_by: date | None = None
    last: date | None = None
    is_one_day: bool = True
    is_deadline: bool = True


UNDATED = Ends()
"""What is to be said of a row without any words for its date."""


def ends_of(frame: Timeframe | None) -> Ends:
    """Return where a date begins and ends."""
    if frame is None:
        return UNDATED
    try:
        return frame.ends
    except AttributeError:
        found = _ends(frame)
        object.__setattr__(frame, "ends", found)
        return found


def _ends(frame: Timeframe) -> Ends:
    segments = frame.segments
    binding = [segment for segment in segments if segment.kind not in _NO_STRETCH and not segment.flags.recurring]
    return Ends(
        min((segment.start for segment in binding if segment.start), default=None),
        min((day for segment in binding if (day := segment.start or segment.end)), default=None),
        None if frame.is_open_ended or len(binding) < len(segments) else _last(binding),
        all(segment.start in (None, segment.end) for segment in segments),
        all(segment.start is None for segment in segments),
    )


def _last(segments: Sequence[Segment]) -> date | None:
    return max((day for segment in segments for day in (segment.start, segment.end) if day), default=None)
