"""Which rows somebody asks for: the same question on screen, on paper and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkplanner.models.outline import ancestors, descendants, numbers, outline
from mkplanner.models.owners import show_owners
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import STYLES


def found(plan: Plan, text: str) -> frozenset[str]:
    """Return the ids of the rows in whose fields every word of `text` stands, whatever the capitals."""
    words = text.casefold().split()
    return frozenset(item.id for item in plan.items.values() if all(word in haystack(plan, item) for word in words))


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


def visible(plan: Plan, text: str) -> frozenset[str]:
    """Return the ids of the found rows with all that stands above and below them, so that each keeps its place."""
    hits = found(plan, text)
    shown = set(hits)
    for item in hits:
        shown.update(row.id for row in ancestors(plan, item))
        shown.update(row.id for row in descendants(plan, item))
    return frozenset(shown)


def matching(plan: Plan, text: str) -> Plan:
    """Return a plan with only the rows that `visible` finds; for reading and printing, never for keeping."""
    shown = visible(plan, text)
    part = replace(plan, items={id_: item for id_, item in plan.items.items() if id_ in shown})
    # Rows keep the numbers that they have in the whole plan, or nobody could speak of "2.3".
    part.__dict__["_outline"] = tuple(entry for entry in outline(plan) if entry.item.id in shown)
    part.__dict__["_numbers"] = numbers(plan)
    return part
