"""Looking for words in all that is written about a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.owners import show_owners
from mkplanner.models.status import STYLES


def found(plan: Plan, text: str) -> frozenset[str]:
    """Return the ids of the rows in whose fields every word of `text` stands, whatever the capitals."""
    words = text.casefold().split()
    written = haystacks(plan)
    return frozenset(id_ for id_ in plan.items if all(word in written[id_] for word in words))


def haystacks(plan: Plan) -> Mapping[str, str]:
    """Return all that is written about every row, in small letters, by its id; made once for each plan."""
    made: dict[str, str] | None = plan.__dict__.get("_haystacks")
    if made is None:
        made = {item.id: haystack(plan, item) for item in plan.items.values()}
        plan.__dict__["_haystacks"] = made
    return made


def haystack(plan: Plan, item: Item) -> str:
    """Return everything that is written about a row, in small letters, to look for words in."""
    return "\n".join(part for part in _parts(plan, item) if part).casefold()


def _parts(plan: Plan, item: Item) -> Iterator[str]:
    yield numbers(plan)[item.id]
    yield item.title
    yield item.by_when.words if item.by_when else ""
    yield show_owners(plan, item.id)
    yield STYLES[item.status].word if item.status else ""
    yield from item.tags
    yield item.notes
    yield from (outcome.text for outcome in plan.outcomes_of.get(item.id, ()))
    yield from (update.text for update in plan.updates_of.get(item.id, ()))
