"""Which rows a filter shows: those that hold every word, the rows above them, and all below a heading that matches."""

from __future__ import annotations

from collections.abc import Set

from mkplanner.models.outline import Entry, outline
from mkplanner.models.owners import show_owners
from mkplanner.models.plan import Plan
from mkplanner.models.status import STYLES


def matching_rows(plan: Plan, words: str) -> Set[str] | None:
    """Return the ids of the rows to show for these words, or None where there are none to look for."""
    wanted = words.casefold().split()
    if not wanted:
        return None
    found: set[str] = set()
    above: list[str] = []
    matched_at: int | None = None
    for entry in outline(plan):
        del above[entry.depth :]
        if matched_at is not None and entry.depth <= matched_at:
            matched_at = None
        if matched_at is not None:
            found.add(entry.item.id)
        elif all(word in _haystack(plan, entry) for word in wanted):
            found.update(above)
            found.add(entry.item.id)
            matched_at = entry.depth if entry.item.kind.is_heading else None
        above.append(entry.item.id)
    return found


def _haystack(plan: Plan, entry: Entry) -> str:
    item = entry.item
    words = item.by_when.words if item.by_when else ""
    status = STYLES[item.status].word if item.status else ""
    parts = (entry.number, item.title, words, show_owners(plan, item.id), status, *item.tags, item.notes)
    return "\n".join(parts).casefold()
