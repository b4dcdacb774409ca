"""What has been worked out about a plan, handed on to the plan that an edit makes of it, as far as the edit leaves it true.

A plan of ten thousand rows takes a good tenth of a second to sort out; a letter typed in one cell must not pay that again.
Nothing here is more than a short cut: whatever is not handed on is worked out when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise

from mkplanner.models.links.carriedlinks import carry_links
from mkplanner.models.outline import Entry, ancestors, block
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, Outcome, Plan, PlanInfo, Update
from mkplanner.models.rasic.letters import Assignment

Children = Mapping[str | None, tuple[Item, ...]]

_BY_KIND = (
    ("ordered_parties", {Party}),
    ("assignments_of", {Party, Assignment}),
    ("updates_of", {Update}),
    ("outcomes_of", {Outcome}),
    ("_cells_by_letters", {Assignment}),
    ("_holders_A", {Party, Assignment}),
    ("_holders_R", {Party, Assignment}),
    ("_letters_by_party", {Item, Assignment}),
    ("_dates", {Item}),
    ("_ties", {Item, Dependency, PlanInfo}),
)


def carry_over(old: Plan, new: Plan, keys: Set[tuple[type, str]]) -> None:
    """Hand on what was worked out about `old` and holds for `new`, which differs in the rows of these keys alone."""
    known, fresh = old.__dict__, new.__dict__
    kinds = {kind for kind, _ in keys}
    fresh.update({name: known[name] for name, needs in _BY_KIND if name in known and kinds.isdisjoint(needs)})
    if Assignment in kinds and Party not in kinds and "assignments_of" in known:
        fresh["assignments_of"] = _assignments(old, new, {id_ for kind, id_ in keys if kind is Assignment})
    items = {id_ for kind, id_ in keys if kind is Item}
    came_or_went = any((id_ in old.items) != (id_ in new.items) for id_ in items)
    carry_links(old, new, items, {id_ for kind, id_ in keys if kind is Dependency})
    if "children" in known:
        children = _children(old, new, items)
        if children is not None:
            fresh["children"] = children
    if not came_or_went and all(_stays(old.items[id_], new.items[id_]) for id_ in items):
        _carry_outline(old, new, items)
    elif "children" in fresh and "_outline" in known:
        _carry_blocks(old, new, items)


def _stays(before: Item, after: Item) -> bool:
    """Whether a row keeps its place and its number."""
    return (before.place, before.ref, before.kind) == (after.place, after.ref, after.kind)


def _assignments(old: Plan, new: Plan, cells: Set[str]) -> Mapping[str, tuple[Assignment, ...]]:
    """The cells of each row after some have come, gone or changed; the order is that of `Plan.assignments_of`."""
    found = dict(old.assignments_of)
    place = {party.id: number for number, party in enumerate(new.ordered_parties)}
    before = (old.assignments[id_] for id_ in cells if id_ in old.assignments)
    after: dict[str, list[Assignment]] = {cell.item: [] for cell in before}
    for id_ in cells:
        cell = new.assignments.get(id_)
        if cell is not None:
            after.setdefault(cell.item, []).append(cell)
    for item, own in after.items():
        kept = [cell for cell in found.get(item, ()) if cell.id not in cells]
        kept += [cell for cell in own if cell.party in place]
        if kept:
            found[item] = tuple(sorted(kept, key=lambda cell: (not cell.order, cell.order, place[cell.party])))
        else:
            found.pop(item, None)
    return found


def _children(old: Plan, new: Plan, items: Set[str]) -> Children | None:
    """The rows below each row after some have come, gone or moved; None where rows without a parent are touched by that."""
    gone = {id_ for id_ in items if id_ not in new.items}
    if any(kid.id not in items for id_ in gone for kid in old.children.get(id_, ())):
        return None
    come = {id_ for id_ in items if id_ not in old.items}
    if come and any(row.parent in come and row.id not in items for row in old.children.get(None, ())):
        return None
    found = dict(old.children)
    altered: dict[str | None, list[Item]] = {}
    for id_ in items:
        if id_ in old.items:
            altered.setdefault(_parent(old, old.items[id_]), [])
        if id_ in new.items:
            altered.setdefault(_parent(new, new.items[id_]), []).append(new.items[id_])
    for parent, rows in altered.items():
        rows += [row for row in old.children.get(parent, ()) if row.id not in items]
        if rows:
            found[parent] = tuple(sorted(rows, key=lambda row: (row.place.order, row.id)))
        else:
            found.pop(parent, None)
    return found


def _parent(plan: Plan, item: Item) -> str | None:
    return item.parent if item.parent in plan.items else None


def _carry_outline(old: Plan, new: Plan, items: Set[str]) -> None:
    known, fresh = old.__dict__, new.__dict__
    if "_numbers" in known:
        fresh["_numbers"] = known["_numbers"]
    entries: tuple[Entry, ...] | None = known.get("_outline")
    if entries is None:
        return
    fresh.update({name: known[name] for name in ("_outline", "_outline_places") if name in known})
    if items:
        places: Mapping[str, int] = known.get("_outline_places") or {
            entry.item.id: place for place, entry in enumerate(entries)
        }
        altered = list(entries)
        for id_ in items & places.keys():
            altered[places[id_]] = entries[places[id_]]._replace(item=new.items[id_])
        fresh.update(_outline=tuple(altered), _outline_places=places)


def _carry_blocks(old: Plan, new: Plan, items: Set[str]) -> None:
    """Walk afresh only below those rows at the top under which something came, went or moved."""
    entries: tuple[Entry, ...] = old.__dict__["_outline"]
    starts = [place for place, entry in enumerate(entries) if entry.depth == 0]
    blocks = dict(zip((entries[start].item.id for start in starts), pairwise([*starts, len(entries)]), strict=True))
    touched = {_top(plan, id_) for plan in (old, new) for id_ in items if id_ in plan.items}
    found: list[Entry] = []
    for place, top in enumerate(new.children.get(None, ()), start=1):
        number = top.ref or str(place)
        start, end = blocks.get(top.id, (0, 0))
        if end and top.id not in touched and entries[start].number == number:
            found += entries[start:end]
        else:
            found += block(new, top, number)
    if len(found) == len(new.items):  # else rows below one another in a loop, which only the long way finds
        new.__dict__["_outline"] = tuple(found)


def _top(plan: Plan, id_: str) -> str:
    above = list(ancestors(plan, id_))
    return above[-1].id if above else id_
