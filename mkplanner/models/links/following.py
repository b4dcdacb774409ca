"""Links between rows against their dates: which of them are broken, and by how much. Dates are only compared, never moved.

Days are inclusive, so a row that follows another begins on the day after its last. What takes a single day may share it with
what it follows: papers that are due on the day of a meeting are in good order. Weekends count as days between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from mkplanner.models.plan import Dependency, Item, LinkType, Plan
from mkplanner.models.status import Status
from mkplanner.models.timeframes.ends import ends_of
from mkplanner.records import frozen

_COMPLETE, _FS = Status.COMPLETE, LinkType.FS
_FROM_START = (LinkType.SS, LinkType.SF)
_TO_START = (LinkType.FS, LinkType.SS)
_DAY = timedelta(1)
LONGEST_LAG = 3660
"""Days between two rows beyond which a number is a slip of the pen: ten years."""


@frozen
class Broken:
    """A link that the dates contradict: where the earlier row stands, where the later one does, and where it could."""

    link: Dependency
    anchor: date
    found: date
    needed: date

    @property
    def days(self) -> int:
        """How many days later the later row has to be to follow in order."""
        return (self.needed - self.found).days


def broken_links(plan: Plan) -> Mapping[str, Broken]:
    """Return the links that the dates contradict, by the link's id; made once for each plan."""
    found = plan.__dict__.get("_broken_links")
    if found is None:
        found = {broken.link.id: broken for link in plan.links if (broken := broken_by(plan, link))}
        plan.__dict__["_broken_links"] = found
    return found


def broken_by(plan: Plan, link: Dependency) -> Broken | None:
    """Tell whether and how the dates contradict a link.

    Only rows with days can: an open end or a rhythm binds nobody. What is complete is as it is.
    """
    return broken_between(link, plan.items[link.before], plan.items[link.after])


def broken_between(link: Dependency, before: Item, after: Item) -> Broken | None:
    """The same for two rows as they are given, such as while one of them is dragged."""
    if after.status is _COMPLETE:
        return None
    sort, earlier, later = link.type, ends_of(before.by_when), ends_of(after.by_when)
    anchor = earlier.first if sort in _FROM_START else earlier.last
    found = later.begun_by if sort in _TO_START else later.last
    if anchor is None or found is None:
        return None
    try:
        needed = anchor + timedelta(link.lag_days + (sort is _FS))
    except OverflowError:
        return None
    if found >= needed:
        return None
    shares_day = sort is _FS and (earlier.is_one_day or later.is_one_day) and found == needed - _DAY
    return None if shares_day else Broken(link, anchor, found, needed)


def first_day(item: Item) -> date | None:
    """The day on which a row begins, if it says one; a deadline alone says none."""
    return ends_of(item.by_when).first


def last_day(item: Item) -> date | None:
    """The last day of a row that has one: an open end or a rhythm binds nobody."""
    return ends_of(item.by_when).last


def begun_by(item: Item) -> date | None:
    """The day on which a row must have begun at the latest: its first, or its deadline where it says no other."""
    return ends_of(item.by_when).begun_by


def is_one_day(item: Item) -> bool:
    """Whether a row is a matter of one day, such as a deadline or a meeting."""
    return ends_of(item.by_when).is_one_day


def is_deadline(item: Item) -> bool:
    """Whether a row says by when it is due and nothing of its beginning."""
    return ends_of(item.by_when).is_deadline


def followers(plan: Plan, item: str) -> tuple[str, ...]:
    """Return the rows that follow a row, and those that follow them, the nearest first; the row itself is left out."""
    return _along(plan, item, forward=True)


def forerunners(plan: Plan, item: str) -> tuple[str, ...]:
    """Return the rows that a row follows, and those that they follow, the nearest first; the row itself is left out."""
    return _along(plan, item, forward=False)


def _along(plan: Plan, item: str, *, forward: bool) -> tuple[str, ...]:
    seen = {item: None}
    waiting = [item]
    while waiting:
        here = waiting.pop(0)
        for link in plan.links_of.get(here, ()):
            start, end = (link.before, link.after) if forward else (link.after, link.before)
            if start == here and end not in seen:
                seen[end] = None
                waiting.append(end)
    return tuple(seen)[1:]


def loops(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return the circles of rows that follow one another, which only a merge can make; each begins with its least id."""
    links = [link for link in plan.links if link.type is _FS]
    followed = {link.after for link in links}
    if followed.isdisjoint([link.before for link in links]):  # nothing goes on from what follows something
        return ()
    following: dict[str, list[str]] = {}
    for link in links:
        following.setdefault(link.before, []).append(link.after)
    found: dict[tuple[str, ...], None] = {}
    done: set[str] = set()
    for start in sorted(following.keys() & followed):  # every row of a circle follows and is followed
        for circle in _circles(start, following, done):
            least = circle.index(min(circle))
            found[*circle[least:], *circle[:least]] = None
    return tuple(found)


def _circles(start: str, following: Mapping[str, list[str]], done: set[str]) -> Iterator[list[str]]:
    """The circles met on the ways from a row, which are walked with a stack, as chains can be long."""
    if start in done:
        return
    way, on_way, stack = [start], {start}, [iter(following[start])]
    while stack:
        after = next(stack[-1], None)
        if after is None:
            stack.pop()
            done.add(way[-1])
            on_way.discard(way.pop())
        elif after in on_way:
            yield way[way.index(after) :]
        elif after not in done:
            way.append(after)
            on_way.add(after)
            stack.append(iter(following.get(after, ())))


def would_loop(plan: Plan, before: str, after: str, leave_out: str | None = None) -> bool:
    """Tell whether `after` comes before `before` already, along links from a finish to a start."""
    seen: set[str] = set()
    waiting = [after]
    while waiting:
        here = waiting.pop()
        if here == before:
            return True
        if here not in seen:
            seen.add(here)
            waiting.extend(
                link.after
                for link in plan.links_of.get(here, ())
                if link.before == here and link.type is LinkType.FS and link.id != leave_out
            )
    return False
