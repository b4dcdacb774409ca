"""Order, nesting and numbering of a plan's rows, as pure functions of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import NamedTuple

from mkplanner.models.plan import Item, ItemKind, Plan

_Below = Mapping[str | None, tuple[Item, ...]]


class Entry(NamedTuple):
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
        found = plan.__dict__["_outline"] = tuple(_walk(plan))
    return found


def numbers(plan: Plan) -> Mapping[str, str]:
    """Return the number of every row by its id; made once for each plan."""
    found = plan.__dict__.get("_numbers")
    if found is None:
        found = {entry.item.id: entry.number for entry in outline(plan)}
        plan.__dict__["_numbers"] = found
    return found


def block(plan: Plan, top: Item, number: str) -> Iterator[Entry]:
    """Return a row that stands at the top, with every row below it, in reading order."""
    return _entries(plan.children, ((top, number),))


def _walk(plan: Plan) -> list[Entry]:
    children = plan.children
    found = list(_entries(children, _numbered(children.get(None, ()), "")))
    if len(found) < len(plan.items):
        seen = {entry.item.id for entry in found}
        for item in sorted(plan.items.values(), key=lambda item: item.id):
            if item.id not in seen:
                found += _entries(_cut(children, item, seen), _numbered((item,), ""))
    return found


def _cut(children: _Below, lost: Item, seen: set[str]) -> _Below:
    """The rows below a row in a loop of parents, each only once; they are added to `seen`."""
    found: dict[str | None, tuple[Item, ...]] = {}
    waiting = [lost]
    seen.add(lost.id)
    while waiting:
        row = waiting.pop()
        rows = found[row.id] = tuple(kid for kid in children.get(row.id, ()) if kid.id not in seen)
        seen.update(kid.id for kid in rows)
        waiting += rows
    return found


def _entries(children: _Below, tops: Iterable[tuple[Item, str]]) -> Iterator[Entry]:
    """Rows with all that stands below them, made a column at a time: every row of a plan comes by here when it is opened."""
    items: list[Item] = []
    depths: list[int] = []
    numbers: list[str] = []
    levels = [iter(tops)]
    while levels:
        depth = len(levels) - 1
        for item, number in levels[-1]:
            items.append(item)
            depths.append(depth)
            numbers.append(number)
            kids = children.get(item.id)
            if kids:
                levels.append(_numbered(kids, f"{number}."))
                break
        else:
            levels.pop()
    # What Entry() does, without a call in Python for each row.
    return map(tuple.__new__, repeat(Entry), zip(items, depths, numbers, strict=True))


def _numbered(rows: tuple[Item, ...], prefix: str) -> Iterator[tuple[Item, str]]:
    return iter([(item, item.ref or f"{prefix}{number}") for number, item in enumerate(rows, start=1)])


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
