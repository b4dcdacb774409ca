"""How many rows of a plan stand how: for the sentence a board reads, for figures and for bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mkplanner.models.outline import outline
from mkplanner.models.plan import Item, ItemKind, Plan
from mkplanner.models.status import RAG_STATUS, Status
from mkplanner.models.wording import KIND_WORDS
from mkplanner.records import frozen

ORDER: tuple[Status | None, ...] = (
    Status.COMPLETE,
    Status.ON_TRACK,
    Status.AT_RISK,
    Status.LATE,
    Status.NOT_STARTED,
    Status.SUSPENDED,
    None,
)
"""How statuses follow one another in counts: the good news first, rows of which nothing is known last."""

NO_STATUS = "No status"

_BOTH = {ItemKind.ACTION, ItemKind.SUB_ACTION}


@frozen
class Tally:
    """The rows that are counted, what one and several of them are called, and how many stand how."""

    items: Sequence[Item]
    one: str
    many: str
    counts: Mapping[Status | None, int]

    @classmethod
    def of(cls, plan: Plan) -> Tally:
        """Count the actions; where only parts of actions have a status, count the rows that have no parts themselves."""
        rows = [entry.item for entry in outline(plan) if not entry.item.kind.is_heading]
        stands = {item.id: status_of(plan, item) for item in rows}
        actions = [item for item in rows if item.kind is ItemKind.ACTION]
        items = actions
        if not actions or (any(stands.values()) and not any(stands[item.id] for item in actions)):
            lowest = [item for item in rows if not plan.children.get(item.id)]
            items = lowest if any(stands[item.id] for item in lowest) or not any(stands.values()) else rows
        one, many = _nouns({item.kind for item in items})
        return cls(items, one, many, Counter(stands[item.id] for item in items))

    @property
    def total(self) -> int:
        """How many rows are counted."""
        return len(self.items)

    @property
    def used(self) -> list[Status | None]:
        """The statuses that occur, in order."""
        return [status for status in ORDER if self.counts.get(status)]

    @property
    def has_status(self) -> bool:
        """Whether anything is known of any row."""
        return any(status for status in self.used)


def status_of(plan: Plan, item: Item) -> Status | None:
    """Return how a row stands: what was said of it, else complete at 100 %, else the light of its newest update."""
    if item.status or item.percent == 100:
        return item.status or Status.COMPLETE
    lights = [update.rag for update in plan.updates_of.get(item.id, ()) if update.rag]
    return RAG_STATUS[lights[-1]] if lights else None


def _nouns(kinds: set[ItemKind]) -> tuple[str, str]:
    if len(kinds) == 1:
        word = KIND_WORDS[next(iter(kinds))]
        return word, f"{word}s"
    return ("action", "actions and sub-actions") if kinds == _BOTH else ("row", "rows")
