"""Rows gathered under headings that are no rows of the plan: by owner, organisation, theme, status or quarter due.

A row with several owners stands under each of them, so that everybody finds all that is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkplanner.models.asking.facts import organisations_of
from mkplanner.models.due import last_due, quarter_of
from mkplanner.models.outline import Entry, ancestors, numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import STYLES
from mkplanner.records import frozen


@frozen
class Heading:
    """The heading of a group: `key` is the same whenever the group is made again, `size` the number of its rows."""

    key: str
    title: str
    size: int = 0


Place = tuple[Any, str, str]
"""What a group is sorted by, its key, and its title."""

_LAST = (1,)
_STATUSES = list(STYLES)


def _owners(plan: Plan, item: Item) -> list[Place]:
    parties = [plan.parties[cell.party] for cell in plan.owners_of(item.id)]
    return [((0, party.order, party.id), party.id, party.full_name) for party in parties] or [(_LAST, "", "Nobody yet")]


def _organisations(plan: Plan, item: Item) -> list[Place]:
    parties = [plan.parties[id_] for id_ in organisations_of(plan, item)]
    found: list[Place] = [((0, party.order, party.id), party.id, party.name) for party in parties]
    return found or [(_LAST, "", "No organisation")]


def _theme(plan: Plan, item: Item) -> list[Place]:
    heads = [row for row in ancestors(plan, item.id) if row.kind.is_heading]
    if not heads:
        return [(_LAST, "", "No theme")]
    title = " – ".join(f"{numbers(plan)[row.id]} {row.title}" for row in heads[::-1])
    return [((0,), heads[0].id, title)]


def _status(plan: Plan, item: Item) -> list[Place]:
    if item.status is None:
        return [(_LAST, "", "No status")]
    return [((0, _STATUSES.index(item.status)), item.status, STYLES[item.status].word)]


def _quarter(plan: Plan, item: Item) -> list[Place]:
    if item.by_when is None or not item.by_when.is_dated:
        return [((2,), "", "Without a date")]
    last = last_due(item)
    if last is None:
        return [(_LAST, "on", "Ongoing or repeated")]
    first, words = quarter_of(plan, last)
    return [((0, first), words, f"Due {words}")]


GROUPS: dict[str, tuple[str, Callable[[Plan, Item], list[Place]]]] = {
    "owner": ("Owner", _owners),
    "organisation": ("Organisation", _organisations),
    "theme": ("Theme", _theme),
    "status": ("Status", _status),
    "quarter": ("Quarter due", _quarter),
}
"""What rows can be grouped by, by key: the words of menus, and the groups that a row belongs to."""


def in_groups(plan: Plan, entries: Iterable[Entry], group: str) -> list[tuple[Heading, list[Entry]]]:
    """Return the groups in their order, each with its rows in the order in which they came."""
    places = GROUPS[group][1]
    found: dict[str, list[Entry]] = {}
    ranks: dict[str, tuple[Any, str]] = {}
    for entry in entries:
        for rank, key, title in places(plan, entry.item):
            found.setdefault(key, []).append(entry)
            ranks.setdefault(key, (rank, title))
    order = sorted(found, key=lambda key: ranks[key][0])
    return [(Heading(f"{group}/{key}", ranks[key][1], len(found[key])), found[key]) for key in order]
