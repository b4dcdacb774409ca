"""The matrix after some letters have changed: what changed is worked out afresh, the rest is taken over.

Rows and columns stay as they are; what there is to notice about a party or the plan as a whole stays as it was until somebody
asks for a matrix made anew, which takes longer than a key press may.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mkplanner.models.checks.registry import WEIGHT
from mkplanner.models.checks.responsibility import check_rows, uses_accountable
from mkplanner.models.outline import ancestors, descendants
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.carryover import carry_over
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.rasic.matrix import Load, Matrix


def updated(old: Matrix, plan: Plan, ids: Iterable[str]) -> Matrix:
    """Return the matrix of a plan in which the cells with these ids are other than in the old matrix's plan."""
    pairs = [(old.plan.assignments.get(id_), plan.assignments.get(id_)) for id_ in ids]
    cells = [pair for pair in pairs if pair[0] is not None or pair[1] is not None]
    items = {cell.item for pair in cells for cell in pair if cell is not None and cell.item in plan.items}
    carry_over(old.plan, plan, items)
    fresh = Matrix.__new__(Matrix)
    fresh.plan, fresh.rows, fresh.parties = plan, old.rows, old.parties
    kept = fresh.__dict__
    kept["groups"] = old.groups
    kept["own"], kept["letters_of"], kept["loads"] = dict(old.own), dict(old.letters_of), dict(old.loads)
    for item in items | {cell.item for pair in cells for cell in pair if cell is not None}:
        kept["letters_of"][item] = dict(kept["letters_of"].get(item, {}))
    for before, after in cells:
        _put(fresh, before, after)
    kept["letters_of"] = {item: row for item, row in kept["letters_of"].items() if row}
    kept["inherited"] = _inherited(old, fresh, items)
    _notice(old, fresh, items)
    return fresh


def _put(fresh: Matrix, before: Assignment | None, after: Assignment | None) -> None:
    cell = after or before
    assert cell is not None
    place = (cell.item, cell.party)
    row = fresh.letters_of[cell.item]
    row.pop(cell.party, None)
    fresh.own.pop(place, None)
    if after is not None:
        fresh.own[place] = after
        if after.letters:
            row[cell.party] = after.letters
    load = fresh.loads.get(cell.party, Load())
    for letters, sign in ((before.letters if before else "", -1), (after.letters if after else "", 1)):
        load = load.changed(letters, sign) if letters else load
    fresh.loads[cell.party] = load


def _inherited(old: Matrix, fresh: Matrix, items: Collection[str]) -> dict[str, object]:
    """Work out afresh what the rows below the changed ones take from them, and they from those above."""
    found = dict(old.inherited)
    near = {item for id_ in items for item in (id_, *(row.id for row in descendants(fresh.plan, id_)))}
    for entry in fresh.rows:
        if entry.item.id in near:
            taken = fresh.taken_from_above(entry.item, found)
            if taken:
                found[entry.item.id] = taken
            else:
                found.pop(entry.item.id, None)
    return dict(found)


def _notice(old: Matrix, fresh: Matrix, items: Collection[str]) -> None:
    """Look at the changed rows and their neighbours; where the plan has its first A, or its last is gone, at everything."""
    if uses_accountable(old.plan) != uses_accountable(fresh.plan):
        return
    plan = fresh.plan
    near = set(items)
    for id_ in items:
        near.update(row.id for row in ancestors(plan, id_))
        near.update(row.id for row in descendants(plan, id_))
    rows = [plan.items[id_] for id_ in near if id_ in plan.items]
    kept = [notice for notice in old.notices if notice.item not in near]
    found = [*kept, *check_rows(plan, rows)]
    fresh.__dict__["notices"] = tuple(sorted(found, key=lambda notice: WEIGHT[notice.severity]))
