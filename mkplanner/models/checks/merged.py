"""What a merge brings about that neither side had written: an action with two Accountable, one from each."""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.models.checks.rules import in_words, is_on
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan
from mkplanner.models.wording import listed

MOST_NAMED = 4


def several_after(before: Plan, after: Plan) -> tuple[str, ...]:
    """Return the ids of rows that hold more than one A now and did not before, in the order of the outline."""
    if before.assignments is after.assignments or not is_on(after, "one-accountable"):
        return ()
    return tuple(item for item in numbers(after) if _count(after, item) > 1 >= _count(before, item))


def say_several(after: Plan, items: Sequence[str]) -> str:
    """Return the sentence about these rows, or nothing where there are none."""
    if not items:
        return ""
    known = numbers(after)
    named = [known[item] for item in items[:MOST_NAMED]]
    rows = listed(named) if len(items) <= MOST_NAMED else f"{', '.join(named)} and {len(items) - MOST_NAMED} more"
    verb = "has" if len(items) == 1 else "have"
    return in_words(after, f"{rows} now {verb} more than one {{A}}; RASIC marks who.")


def _count(plan: Plan, item: str) -> int:
    return sum("A" in cell.letters for cell in plan.assignments_of.get(item, ()))
