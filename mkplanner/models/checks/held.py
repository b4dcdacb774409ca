"""The letters that a plan holds, sorted once for every rule that counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mkplanner.models.plan import Plan
from mkplanner.models.rasic.letters import Assignment


def cells_by_letters(plan: Plan) -> Mapping[str, Sequence[Assignment]]:
    """Return the cells of a plan by what stands in them ("AR"); made once for each plan."""
    found: dict[str, list[Assignment]] | None = plan.__dict__.get("_cells_by_letters")
    if found is None:
        found = {}
        for cell in plan.assignments.values():
            found.setdefault(cell.letters, []).append(cell)
        plan.__dict__["_cells_by_letters"] = found
    return found


def holders(plan: Plan, letter: str) -> Mapping[str, int]:
    """How many hold a letter on each row where anybody does; made once for each plan."""
    found: Mapping[str, int] | None = plan.__dict__.get(f"_holders_{letter}")
    if found is None:
        parties = plan.parties
        groups = [cells for letters, cells in cells_by_letters(plan).items() if letter in letters]
        found = Counter([cell.item for cells in groups for cell in cells if cell.party in parties])
        plan.__dict__[f"_holders_{letter}"] = found
    return found


def letters_by_party(plan: Plan) -> Mapping[str, Counter[str]]:
    """Return how many letters of each kind every party holds on the plan's rows; made once for each plan."""
    found: dict[str, Counter[str]] | None = plan.__dict__.get("_letters_by_party")
    if found is None:
        found, items = {}, plan.items
        for letters, cells in cells_by_letters(plan).items():
            for party, rows in Counter([cell.party for cell in cells if cell.item in items]).items() if letters else ():
                held = found.setdefault(party, Counter())
                for letter in letters:
                    held[letter] += rows
        plan.__dict__["_letters_by_party"] = found
    return found
