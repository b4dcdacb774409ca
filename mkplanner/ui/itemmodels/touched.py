"""From the news of an edit to the rows of the outline whose cells may show something else now."""

from __future__ import annotations

from collections.abc import Iterable, Set

from mkplanner.models.changes import Changes
from mkplanner.models.outline import numbers
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, Outcome, Plan, PlanInfo


def touched_items(before: Plan, after: Plan, changes: Changes) -> Set[str] | None:
    """Return the ids of the rows whose cells may show something else now; None where that may be any of them."""
    found: set[str] = set()
    for kind, id_ in changes.keys:
        if kind in (Party, PlanInfo):
            if kind is Party and id_ not in before.parties:
                continue
            return None
        if kind is Item:
            found.add(id_)
        else:
            found.update(_items_of(before.rows(kind).get(id_)), _items_of(after.rows(kind).get(id_)))
    return found


def retold_ends(before: Plan, after: Plan) -> Set[str]:
    """Return the ids of both rows of each link that is told otherwise now: a row of it has another number, came or went."""
    old, new = numbers(before), numbers(after)
    return {
        end
        for link in after.dependencies.values()
        if old.get(link.before) != new.get(link.before) or old.get(link.after) != new.get(link.after)
        for end in (link.before, link.after)
    }


def has_other_refs(before: Plan, after: Plan, ids: Iterable[str]) -> bool:
    """Whether one of these rows has another reference of its own now, so that numbers may differ."""
    return any(_ref(before, id_) != _ref(after, id_) for id_ in ids)


def _ref(plan: Plan, id_: str) -> str | None:
    item = plan.items.get(id_)
    return item.ref if item is not None else None


def _items_of(row: object) -> Iterable[str]:
    if isinstance(row, Outcome):
        return row.items
    if isinstance(row, Dependency):
        return (row.before, row.after)
    item = getattr(row, "item", None)
    return (item,) if item else ()
