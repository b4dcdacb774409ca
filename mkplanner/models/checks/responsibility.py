"""Checks of RASIC letters: warnings that never block, each of which a plan may switch off.

The rules are those of common practice (exactly one Accountable, at least one Responsible); real tables break them for good
reasons, so they are told and not enforced. A sub-action without an A of its own is covered by the action above it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import ancestors, numbers
from mkplanner.models.plan import Item, ItemKind, Plan
from mkplanner.models.rasic import Assignment


def uses_accountable(plan: Plan) -> bool:
    """Whether anybody in the plan is Accountable for anything: only then is a row without one remarkable."""
    return any("A" in cell.letters for cell in plan.assignments.values())


def accountable(plan: Plan, item: Item) -> tuple[Assignment, ...]:
    """Return the cells with an A that hold for a row: its own, else those of the nearest row above that has any."""
    for row in (item, *ancestors(plan, item.id)):
        if row.kind.is_heading:
            return ()
        found = tuple(cell for cell in plan.assignments_of.get(row.id, ()) if "A" in cell.letters)
        if found:
            return found
    return ()


def check_accountable(plan: Plan) -> Iterator[Notice]:
    """Each action has exactly one Accountable; where the plan has none at all, that is said once."""
    if not any(item.kind is ItemKind.ACTION for item in plan.items.values()):
        return
    if not uses_accountable(plan):
        sentence = "Nobody is Accountable for any action yet; fill in the A letters in RASIC."
        yield Notice("nobody-accountable", Severity.INFO, sentence)
        return
    for item in plan.items.values():
        if item.kind.is_heading:
            continue
        holders = [cell for cell in plan.assignments_of.get(item.id, ()) if "A" in cell.letters]
        if len(holders) > 1:
            sentence = f"{_name(plan, item)} has {_number(len(holders))} Accountable; one person should answer for it."
            yield Notice("two-accountable", Severity.WARNING, sentence, item.id, "rasic")
        elif not holders and not _is_covered(plan, item) and not accountable(plan, item):
            yield Notice(
                "no-accountable", Severity.ERROR, f"{_name(plan, item)} has nobody Accountable.", item.id, "rasic"
            )


def _is_covered(plan: Plan, item: Item) -> bool:
    """A part of an action that has nobody Accountable is told with its action, not once more."""
    parent = plan.items.get(item.parent or "")
    return parent is not None and not parent.kind.is_heading


def check_responsible(plan: Plan) -> Iterator[Notice]:
    """Each action that holds letters has somebody Responsible, itself or in a row below it."""
    for item in plan.items.values():
        cells = plan.assignments_of.get(item.id, ())
        letters = "".join(cell.letters for cell in cells)
        if letters and "R" not in letters and not _responsible_nearby(plan, item):
            sentence = f"{_name(plan, item)} has nobody Responsible."
            yield Notice("no-responsible", Severity.WARNING, sentence, item.id, "rasic")


def _responsible_nearby(plan: Plan, item: Item) -> bool:
    rows = (*ancestors(plan, item.id), *plan.children.get(item.id, ()))
    return any("R" in cell.letters for row in rows for cell in plan.assignments_of.get(row.id, ()))


def check_retired(plan: Plan) -> Iterator[Notice]:
    """A party that has retired holds no letters any more."""
    for party in plan.ordered_parties:
        if party.retired and any(cell.party == party.id and cell.letters for cell in plan.assignments.values()):
            sentence = f"{party.name} has retired but still holds letters."
            yield Notice("retired-holds-letters", Severity.WARNING, sentence, party=party.id)


def _name(plan: Plan, item: Item) -> str:
    return numbers(plan)[item.id]


def _number(count: int) -> str:
    return "two" if count == 2 else str(count)
