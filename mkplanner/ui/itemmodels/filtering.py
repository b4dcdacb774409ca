"""Which rows a filter shows: those that hold every word, with all that stands above and below them."""

from __future__ import annotations

from collections.abc import Set

from mkplanner.models.plan import Plan
from mkplanner.models.query import visible


def matching_rows(plan: Plan, words: str) -> Set[str] | None:
    """Return the ids of the rows to show for these words, or None where there are none to look for."""
    return visible(plan, words) if words.strip() else None
