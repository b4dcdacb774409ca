"""Dates tied to another row: "within 3 months of appointment" has a day once the row is linked to the appointment.

A tie is only ever told. The row follows when somebody asks for it, and keeps the author's words as its original; when the
other row moves later on, the tie says so once more and moves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkplanner.models.links.following import begun_by, last_day
from mkplanner.models.plan import Item, LinkType, Plan
from mkplanner.models.status import Status
from mkplanner.models.timeframes.day_words import day_words
from mkplanner.models.timeframes.ends import ends_of
from mkplanner.models.timeframes.offset import Offset, read_offset
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.records import frozen


@frozen
class Tie:
    """A row, the row it hangs on, that row's day, and the day that follows for the first; `is_dated` if it has one yet."""

    item: str
    to: str
    anchor: date
    at_end: bool
    day: date
    said: Timeframe
    is_dated: bool

    @property
    def words(self) -> str:
        """The date in words that say where it comes from: "By 15 March 2027 (within 3 months of appointment)"."""
        said = " ".join(self.said.words.split())
        own = said if said[:2].isupper() else said[:1].lower() + said[1:]
        return f"By {day_words(self.day)} ({own.replace('(', '').replace(')', '')})"


def ties(plan: Plan) -> Mapping[str, Tie]:
    """Return the rows whose date follows from a link and is not what it would be, by row id; made once for each plan."""
    found = plan.__dict__.get("_ties")
    if found is None:
        links_of = plan.links_of
        rows = [item for item in plan.items.values() if _may_hang(item) and item.id in links_of] if links_of else ()
        found = {item.id: tie for item in rows if (tie := tie_of(plan, item))}
        plan.__dict__["_ties"] = found
    return found


def _may_hang(item: Item) -> bool:
    """Whether the words of a row may speak of another: they or those it had at first name no day."""
    return item.original is not None or (item.by_when is not None and ends_of(item.by_when).latest is None)


def tie_of(plan: Plan, item: Item) -> Tie | None:
    """Return what the date of a row would be by its link, or None where nothing follows or it is dated so already.

    Where a row is linked to several others of the right side, nobody can tell which of them its words mean.
    """
    said = _relative_words(item)
    offset = read_offset(said.words) if said else None
    if said is None or offset is None or item.status is Status.COMPLETE:
        return None
    anchors = [
        (other, link.type)
        for link in plan.links_of.get(item.id, ())
        for mine, other in ((link.before, link.after) if offset.is_before else (link.after, link.before),)
        if mine == item.id
    ]
    if len(anchors) != 1:
        return None
    ((other, sort),) = anchors
    return _tie(plan, item, said, offset, other, sort)


def _tie(plan: Plan, item: Item, said: Timeframe, offset: Offset, other: str, sort: LinkType) -> Tie | None:
    at_end = not offset.is_before and sort in (LinkType.FS, LinkType.FF)
    anchor = last_day(plan.items[other]) if at_end else begun_by(plan.items[other])
    try:
        day = offset.day_from(anchor, plan.info.nation) if anchor else None
    except (ValueError, OverflowError):
        return None
    frame = item.by_when
    if anchor is None or day is None or frame is None or (frame is not said and frame.last_day == day):
        return None
    return Tie(item.id, other, anchor, at_end, day, said, frame is not said)


def _relative_words(item: Item) -> Timeframe | None:
    """The author's words without a day, if they still stand, or if the date that stands was made of them."""
    frame, original = item.by_when, item.original
    if frame is None:
        return None
    if not frame.is_dated:
        return frame
    if original is None or original.is_dated:
        return None
    own = " ".join(original.words.split()).replace("(", "").replace(")", "")
    return original if own[1:] and own[1:].lower() in frame.words.lower() else None
