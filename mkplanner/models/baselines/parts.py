"""The parts of a date as a baseline keeps them: each as a short text, and which part of today's date was which part then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment

BETWEEN = "/"
_PART, _WITHIN = "#", ":"


def part_line(item: str, place: int, segment: Segment) -> str:
    """Return one part of a row's date as a line of a baseline.

    Versions of MK Planner that know no parts take what stands before the days for the id of a row that has gone.
    """
    what = _WITHIN.join((segment.kind.value, segment.precision.value, segment.label or ""))
    days = (day.isoformat() if day else "" for day in (segment.start, segment.end))
    return BETWEEN.join((f"{item}{_PART}{place:03}{_WITHIN}{what}", *days))


def read_part(name: str, first: date | None, last: date | None) -> tuple[str, int, Segment] | None:
    """Return the row, the place and the part that a line tells of by what stands before its days; None where it is a row's.

    Raises ValueError for a part that makes no sense.
    """
    item, mark, rest = name.partition(_PART)
    if not mark:
        return None
    place, kind, precision, label = rest.split(_WITHIN, 3)
    return item, int(place), Segment(Kind(kind), first, last, Precision(precision), label=label or None)


def before(then: Sequence[Segment], now: Sequence[Segment]) -> list[Segment | None]:
    """Return what each part of a date was: by what they are for, the others in their order where as many are left of both."""
    labels, labels_now = [_for(segment) for segment in then], [_for(segment) for segment in now]
    found: list[Segment | None] = [None] * len(now)
    rest, open_places = dict(enumerate(then)), []
    for place, label in enumerate(labels_now):
        if label and labels.count(label) == 1 and labels_now.count(label) == 1:
            found[place] = rest.pop(labels.index(label))
        else:
            open_places.append(place)
    if len(rest) == len(open_places):
        for place, segment in zip(open_places, rest.values(), strict=True):
            found[place] = segment
    return found


def _for(segment: Segment) -> str:
    return " ".join((segment.label or "").split()).casefold()
