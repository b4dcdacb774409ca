"""Plans made for reading and printing alone: some rows of a plan, or its rows under the headings of groups.

Rows keep the numbers that they have in the whole plan, or nobody could speak of "2.3".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from mkplanner.models.asking.grouping import Heading
from mkplanner.models.ids import derived_id
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.outline import Entry, numbers
from mkplanner.models.plan import Item, ItemKind, Outcome, Place, Plan, Update
from mkplanner.models.rasic.letters import Assignment

_Row = TypeVar("_Row", Assignment, Update)


def only(plan: Plan, entries: Sequence[Entry]) -> Plan:
    """Return a plan with these rows of the outline alone, each where it stands; those above them must be among them."""
    part = replace(plan, items={entry.item.id: entry.item for entry in entries})
    return _numbered(part, tuple(entries), numbers(plan))


def arranged(plan: Plan, entries: Sequence[Entry]) -> Plan:
    """Return a plan whose rows stand in the order of these lines, each below the row it belongs to, which is among them."""
    items = {
        entry.item.id: replace(entry.item, place=Place(entry.item.parent, order))
        for entry, order in zip(entries, keys_after("", len(entries)), strict=True)
    }
    moved = tuple(entry._replace(item=items[entry.item.id]) for entry in entries)
    return _numbered(replace(plan, items=items), moved, numbers(plan))


def listed(plan: Plan, lines: Sequence[Entry | Heading]) -> Plan:
    """Return a plan that lists these lines in their order: headings of groups as themes, rows flat below them.

    A row that stands under several headings is there several times, each time with its letters, updates and outcomes.
    """
    items: dict[str, Item] = {}
    entries: list[Entry] = []
    twins: dict[str, list[str]] = {}
    above: str | None = None
    named: dict[str, str] = {}
    for line, order in zip(lines, keys_after("", len(lines)), strict=True):
        if isinstance(line, Heading):
            above = derived_id(plan.info.id, "group", line.key)
            item, number = Item(above, ItemKind.THEME, Place(None, order), title=line.title), ""
        else:
            item, number = _flat(plan, line, len(twins.get(line.item.id, ())), Place(above, order)), line.number
            twins.setdefault(line.item.id, []).append(item.id)
        items[item.id] = item
        named[item.id] = number
        entries.append(Entry(item, line.depth if isinstance(line, Entry) else 0, number))
    part = replace(
        plan,
        items=items,
        assignments=_doubled(plan, plan.assignments.values(), twins),
        updates=_doubled(plan, plan.updates.values(), twins),
        outcomes={id_: _spread(outcome, twins) for id_, outcome in plan.outcomes.items()},
    )
    return _numbered(part, tuple(entries), named)


def _flat(plan: Plan, entry: Entry, times: int, place: Place) -> Item:
    """A row without its place in the outline; where it is shown again it needs an id of its own."""
    item = entry.item
    kind = ItemKind.ACTION if item.kind is ItemKind.SUB_ACTION else item.kind
    id_ = derived_id(plan.info.id, "again", item.id, str(times)) if times else item.id
    return replace(item, id=id_, kind=kind, place=place)


def _doubled(plan: Plan, rows: Iterable[_Row], twins: dict[str, list[str]]) -> dict[str, _Row]:
    found: dict[str, _Row] = {}
    for row in rows:
        for number, item in enumerate(twins.get(row.item, ())):
            id_ = derived_id(plan.info.id, "again", row.id, str(number)) if number else row.id
            found[id_] = replace(row, id=id_, item=item)
    return found


def _spread(outcome: Outcome, twins: dict[str, list[str]]) -> Outcome:
    return replace(outcome, items=tuple(twin for item in outcome.items for twin in twins.get(item, ())))


def _numbered(part: Plan, entries: tuple[Entry, ...], named: Mapping[str, str]) -> Plan:
    part.__dict__["_outline"] = entries
    part.__dict__["_numbers"] = named
    return part
