"""Which rows must be taken from where to where, so that one arrangement of the same rows becomes another: few of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mkplanner.records import frozen
from mkplanner.ui.itemmodels.treerows import ROOT, TreeRows


@frozen
class Move:
    """Neighbours that go together below `parent`, right after the row `after` (ROOT: as the first ones)."""

    serials: tuple[int, ...]
    parent: int
    after: int


def moves(old: TreeRows, new: TreeRows, most: int) -> list[Move] | None:
    """Return the moves in the order in which they can be made; None where there would be more than `most`.

    Both hold the same rows. A row comes after the row it is to stand below, so that none ever stands below itself.
    """
    parents = _altered(old, new, 2 * most)
    if parents is None:
        return None
    moved = [serial for parent in parents for serial in _strangers(old, new, parent)]
    found: list[Move] = []
    for serial in sorted(moved, key=new.way):
        if found and _goes_with(found[-1].serials[-1], serial, old, new):
            found[-1] = Move((*found[-1].serials, serial), found[-1].parent, found[-1].after)
        else:
            parent, place = new.parent[serial], new.row[serial]
            found.append(Move((serial,), parent, new.kids[parent][place - 1] if place else ROOT))
    return found if len(found) <= most else None


def _altered(old: TreeRows, new: TreeRows, most: int) -> list[int] | None:
    """The rows below which other rows stand, or in another order; None where they are many."""
    found: list[int] = []
    for parent in (ROOT, *new.present):
        before, after = old.kids[parent], new.kids[parent]
        if before is not after and before != after:
            found.append(parent)
            if len(found) > most:
                return None
    return found


def _strangers(old: TreeRows, new: TreeRows, parent: int) -> Iterator[int]:
    """The rows below one that came from elsewhere, or that others pass by; all the rest keeps its order."""
    kids = new.kids[parent]
    native = [kid for kid in kids if old.parent[kid] == parent]
    staying = {native[place] for place in _rising([old.row[kid] for kid in native])}
    return (kid for kid in kids if kid not in staying)


def _rising(numbers: Sequence[int]) -> list[int]:
    """The places of the longest series of numbers that rise from one to the next; no number comes twice."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        last[length : length + 1] = [place]
    found: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found


def _goes_with(above: int, serial: int, old: TreeRows, new: TreeRows) -> bool:
    """Whether a row stands right below another one now as then."""
    return all(
        rows.parent[serial] == rows.parent[above] and rows.row[serial] == rows.row[above] + 1 for rows in (old, new)
    )
