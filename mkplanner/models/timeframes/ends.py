"""The days at which a date begins and ends, worked out once for each date and kept with it.

Whole plans are compared by them again and again: at every look through the plan, and of what is linked at every frame.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mkplanner.models.timeframes.timeframe import Kind, Segment, Timeframe

_NO_STRETCH = (Kind.RECURRING, Kind.PHASED, Kind.RELATIVE)
_NO_END = (Kind.ONGOING, Kind.RECURRING)


class Ends(NamedTuple):
    """Of all that a date names: `earliest` and `latest` day, and its `end`, which an open end or a rhythm has not.

    Of what binds the rows that it is linked to, where a rhythm or a phase binds nobody: `first` is the day on which it
    begins, if it says one; a deadline alone says none. `begun_by` is the day on which it must have begun at the latest: its
    first, or its deadline where it says no other. `last` is its last day, if it has one. `is_one_day` says whether it is a
    matter of one day, such as a deadline or a meeting; `is_deadline` whether it says by when something is due and nothing
    of its beginning.
    """

    earliest: date | None = None
    latest: date | None = None
    end: date | None = None
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
        found = _of_one(frame.segments[0]) if len(frame.segments) == 1 else _of_several(frame)
        object.__setattr__(frame, "ends", found)
        return found


def _of_one(segment: Segment) -> Ends:
    """The same as of several, for what nearly all dates are."""
    start, end, flags, kind = segment.start, segment.end, segment.flags, segment.kind
    early, late = start or end, end or start
    if start and end and end < start:
        early, late = end, start
    last = None if end is None and (start is not None or flags.ongoing) else late
    closes = None if kind in _NO_END else last
    if flags.recurring or kind in _NO_STRETCH:
        return Ends(early, late, closes, None, None, None, start is None or start == end, start is None)
    return Ends(early, late, closes, start, start or end, last, start is None or start == end, start is None)


def _of_several(frame: Timeframe) -> Ends:
    segments, latest = frame.segments, frame.last_day
    binding = [segment for segment in segments if segment.kind not in _NO_STRETCH and not segment.flags.recurring]
    return Ends(
        frame.first_day,
        latest,
        None if frame.is_open_ended or frame.kind in _NO_END else latest,
        min((segment.start for segment in binding if segment.start), default=None),
        min((day for segment in binding if (day := segment.start or segment.end)), default=None),
        None if frame.is_open_ended or len(binding) < len(segments) else latest,
        all(segment.start in (None, segment.end) for segment in segments),
        all(segment.start is None for segment in segments),
    )
