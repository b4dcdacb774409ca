"""Sorting without tearing the outline: the rows below each row are sorted among themselves, as MS Project sorts by default."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mkplanner.models.asking.sorting import rank_of
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Plan


@dataclass(slots=True)
class _Node:
    """A row with what it is compared by and the rows below it."""

    entry: Entry | None
    rank: Any = None
    kids: list[_Node] = field(default_factory=list)


def in_outline(plan: Plan, entries: Iterable[Entry], key: str, backwards: bool) -> list[Entry]:
    """Return rows of the outline, in reading order, with those below each row sorted by a column.

    A row that has nothing there itself, as a theme has no date, is compared by the first of the rows below it. Equal rows
    keep their order, those with nothing to compare stand last.
    """
    nodes = _nested(entries)
    rank = rank_of(key) if key != "number" else None
    for node in reversed(nodes):
        if rank is None:
            node.kids = node.kids[::-1] if backwards else node.kids
        else:
            _sort(node, backwards)
            own = rank(plan, node.entry.item) if node.entry is not None else None
            node.rank = own if own is not None else next((kid.rank for kid in node.kids), None)
    return _in_reading_order(nodes[0])


def _nested(entries: Iterable[Entry]) -> list[_Node]:
    """A node for the invisible top, then one for each row; every row comes after the one it stands below."""
    nodes = [_Node(None)]
    above = [nodes[0]]
    for entry in entries:
        del above[entry.depth + 1 :]
        node = _Node(entry)
        above[-1].kids.append(node)
        above.append(node)
        nodes.append(node)
    return nodes


def _sort(node: _Node, backwards: bool) -> None:
    known = [kid for kid in node.kids if kid.rank is not None]
    known.sort(key=lambda kid: kid.rank, reverse=backwards)
    node.kids = known + [kid for kid in node.kids if kid.rank is None]


def _in_reading_order(top: _Node) -> list[Entry]:
    found: list[Entry] = []
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if node.entry is not None:
            found.append(node.entry)
        waiting += reversed(node.kids)
    return found
