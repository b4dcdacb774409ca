"""The critical chain: which rows and links decide when the last of the linked rows is done, with the dates as they are given.

Plans of councils are dated, not computed, so nothing is rescheduled to find it; days are calendar days.

- The *gap* of a link is how many days later its earlier row could be before the link is broken: 0 where the later row begins
  on the day after the earlier one ends (plus the days between), below 0 where the link is broken already.
- The *chain* ends with the row that ends last of those that follow another, and goes back from each of its rows along the
  link with the least gap, as that is the one that holds the row where it is; links that share the least gap all carry it.
- The *slack* of a row is how many days it could slip before the last row would have to: for a row that nothing follows, from
  its last day to the last of all; for any other, the least of gap plus slack over the rows that follow it.

Rows without days and rows without links are never on the chain. A circle of links has no end to count from; the link that
would close it is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mkplanner.models.links.following import begun_by, first_day, last_day
from mkplanner.models.plan import Dependency, Item, LinkType, Plan
from mkplanner.records import frozen


@frozen
class Chain:
    """Ids of the rows and the links on the chain, and the slack in days of every dated row that has links."""

    rows: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    slack: Mapping[str, int] | None = None


def critical_chain(plan: Plan) -> Chain:
    """Return the critical chain; made once for each plan."""
    found = plan.__dict__.get("_critical_chain")
    if found is None:
        found = plan.__dict__["_critical_chain"] = _chain(plan)
    return found


def gap(link: Dependency, before: Item, after: Item) -> int | None:
    """Return the gap of a link in days; None where a row has no day at that end."""
    anchor = (first_day(before) or last_day(before)) if link.type in (LinkType.SS, LinkType.SF) else last_day(before)
    found = begun_by(after) if link.type in (LinkType.FS, LinkType.SS) else last_day(after)
    if anchor is None or found is None:
        return None
    return (found - anchor).days - link.lag_days - (link.type is LinkType.FS)


def _chain(plan: Plan) -> Chain:
    gaps = {}
    for link in plan.links:
        days = gap(link, plan.items[link.before], plan.items[link.after])
        if days is not None:
            gaps[link.id] = days
    following: dict[str, list[Dependency]] = {}
    rows: dict[str, None] = {}
    for link in plan.links:
        if link.id in gaps:
            following.setdefault(link.before, []).append(link)
            rows |= {link.before: None, link.after: None}
    ends = {row: end for row in rows if (end := _end(plan.items[row])) is not None}
    if not ends:
        return Chain()
    chosen, carrying = _way_back(plan, ends, gaps)
    return Chain(frozenset(chosen), frozenset(carrying), _slack(ends, following, gaps))


def _way_back(plan: Plan, ends: Mapping[str, date], gaps: Mapping[str, int]) -> tuple[set[str], set[str]]:
    """The rows and links of the chain, from the rows that end last back along the least gaps."""
    later = {link.after for link in plan.links if link.id in gaps and link.after in ends}
    last = max((ends[row] for row in later), default=None)
    waiting = [row for row in later if ends[row] == last]
    rows, links = set(waiting), set()
    while waiting:
        here = waiting.pop()
        into = [link for link in plan.links_of[here] if link.after == here and link.id in gaps]
        least = min((gaps[link.id] for link in into), default=0)
        for link in into:
            if gaps[link.id] == least:
                links.add(link.id)
                if link.before not in rows:
                    rows.add(link.before)
                    waiting.append(link.before)
    return rows, links


def _end(item: Item) -> date | None:
    return last_day(item) or begun_by(item)


def _slack(
    ends: Mapping[str, date], following: Mapping[str, list[Dependency]], gaps: Mapping[str, int]
) -> dict[str, int]:
    """The slack of each row, those that nothing follows first; a path is walked with a stack, as chains can be long."""
    last = max(ends.values())
    slack: dict[str, int] = {}
    on_way: set[str] = set()
    for start in ends:
        stack = [start]
        while stack:
            row = stack[-1]
            if row in slack:
                stack.pop()
                continue
            links = [link for link in following.get(row, ()) if link.after in ends]
            waiting = [link.after for link in links if link.after not in slack and link.after not in on_way]
            if waiting and row not in on_way:
                on_way.add(row)
                stack += waiting
                continue
            on_way.discard(row)
            own = (last - ends[row]).days
            slack[row] = min([gaps[link.id] + slack[link.after] for link in links if link.after in slack], default=own)
            stack.pop()
    return slack
