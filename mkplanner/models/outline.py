"""Order, nesting and numbering of a plan's rows, as pure functions of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkplanner.models.plan import Item, ItemKind, Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the outline: the item, how deep it stands (0 at the top) and its number ("1.2", "RES01.3")."""

    item: Item
    depth: int
    number: str


def outline(plan: Plan) -> tuple[Entry, ...]:
    """Return every row in reading order; made once for each plan.

    A loop of parents, which only a merge of two moves can make, is cut at its first row so that no row is lost.
    """
    found = plan.__dict__.get("_outline")
    if found is None:
        found = tuple(_walk(plan))
        plan.__dict__["_outline"] = found
    return found


def numbers(plan: Plan) -> Mapping[str, str]:
    """Return the number of every row by its id; made once for each plan."""
    found = plan.__dict__.get("_numbers")
    if found is None:
        found = {entry.item.id: entry.number for entry in outline(plan)}
        plan.__dict__["_numbers"] = found
    return found


def block(plan: Plan, top: Item, number: str) -> Iterator[Entry]:
    """Yield a row that stands at the top, with every row below it, in reading order."""
    yield Entry(top, 0, number)
    stack = [_numbered(plan.children.get(top.id, ()), number, 1)]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            continue
        yield entry
        stack.append(_numbered(plan.children.get(entry.item.id, ()), entry.number, entry.depth + 1))


def _walk(plan: Plan) -> Iterator[Entry]:
    seen: set[str] = set()
    stack = [_numbered(plan.children.get(None, ()), "", 0)]
    stranded: Iterator[Item] | None = None
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            if not stack and len(seen) < len(plan.items):
                stranded = stranded or iter(sorted(plan.items.values(), key=lambda item: item.id))
                lost = next((item for item in stranded if item.id not in seen), None)
                if lost is not None:
                    stack.append(_numbered((lost,), "", 0))
            continue
        if entry.item.id in seen:
            continue
        seen.add(entry.item.id)
        yield entry
        stack.append(_numbered(plan.children.get(entry.item.id, ()), entry.number, entry.depth + 1))


def _numbered(rows: tuple[Item, ...], above: str, depth: int) -> Iterator[Entry]:
    prefix = f"{above}." if above else ""
    for number, item in enumerate(rows, start=1):
        yield Entry(item, depth, item.ref or f"{prefix}{number}")


def ancestors(plan: Plan, item: str) -> Iterator[Item]:
    """Yield the rows above a row, nearest first."""
    seen = {item}
    row = plan.items[item]
    while (parent := row.parent) is not None and parent in plan.items and parent not in seen:
        seen.add(parent)
        row = plan.items[parent]
        yield row


def descendants(plan: Plan, item: str) -> Iterator[Item]:
    """Yield every row below a row, in reading order."""
    for child in plan.children.get(item, ()):
        yield child
        yield from descendants(plan, child.id)


def kind_below(parent: Item | None) -> ItemKind:
    """Return the kind of row that belongs directly below another: actions at the top and under headings, else sub-actions."""
    return ItemKind.ACTION if parent is None or parent.kind.is_heading else ItemKind.SUB_ACTION
