"""What was worked out about a plan and still holds after an edit that changed letters alone, so that typing stays quick.

A plan works its orders and groupings out once and keeps them; an edit makes a new plan that would do so again. Whatever
rests on tables that the edit has not touched is handed on, and the cells of each row are put in order only where they changed.
"""

from __future__ import annotations

from collections.abc import Collection

from mkplanner.models.plan import Plan
from mkplanner.models.rasic.letters import Assignment

_BY_TABLE = {
    "items": ("children", "_outline", "_numbers"),
    "parties": ("ordered_parties",),
    "settings": ("_remembered", "_letters"),
}


def carry_over(old: Plan, new: Plan, items: Collection[str]) -> None:
    """Hand on what holds in both plans, of which the cells of these items alone differ."""
    for table, names in _BY_TABLE.items():
        if getattr(old, table) is getattr(new, table):
            for name in names:
                if name in old.__dict__:
                    new.__dict__.setdefault(name, old.__dict__[name])
    if old.parties is new.parties and "assignments_of" in old.__dict__ and "assignments_of" not in new.__dict__:
        new.__dict__["assignments_of"] = _patched(old, new, items)


def _patched(old: Plan, new: Plan, items: Collection[str]) -> dict[str, tuple[Assignment, ...]]:
    place = {party.id: number for number, party in enumerate(new.ordered_parties)}
    fresh: dict[str, list[Assignment]] = {item: [] for item in items}
    for cell in new.assignments.values():
        if cell.item in fresh and cell.party in place:
            fresh[cell.item].append(cell)
    found = dict(old.assignments_of)
    for item, cells in fresh.items():
        cells.sort(key=lambda cell: (not cell.order, cell.order, place[cell.party]))
        if cells:
            found[item] = tuple(cells)
        else:
            found.pop(item, None)
    return found
