"""Where each row of the outline stands, as plain numbers that a Qt model can answer from without looking at the plan.

Every row of a plan gets a number of its own, its serial, for as long as the window is open: Qt's indexes carry serials, so
rows may come, go and move without any index going astray.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from mkplanner.models.outline import Entry

ROOT, NEW_ROW = 0, 1
"""The serials of the invisible top, and of the line at the end where a new action is typed."""


class Serials:
    """Gives every row id a lasting number and back again."""

    def __init__(self) -> None:
        self.ids: list[str] = ["", ""]
        self._serials: dict[str, int] = {}

    def of(self, id_: str) -> int:
        """Return the serial of a row, a fresh one where it is new."""
        found = self._serials.get(id_)
        if found is None:
            found = self._serials[id_] = len(self.ids)
            self.ids.append(id_)
        return found

    def find(self, id_: str) -> int | None:
        """Return the serial of a row that has one."""
        return self._serials.get(id_)


@dataclass(slots=True)
class TreeRows:
    """Lists by serial: the serial above, the place among siblings, the serials below, the depth and the number.

    `depth` counts steps of indentation. Serials of rows that are gone keep a place with no rows, so that late questions
    about them have harmless answers.
    """

    parent: list[int] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    kids: list[list[int]] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    present: set[int] = field(default_factory=set)

    def grow(self, size: int) -> None:
        """Make room for serials below `size`."""
        missing = size - len(self.parent)
        if missing > 0:
            self.parent += [ROOT] * missing
            self.row += [0] * missing
            self.kids += [[] for _ in range(missing)]
            self.depth += [0] * missing
            self.number += [""] * missing

    def renumber(self, parent: int) -> None:
        """Count the rows below one afresh."""
        for place, serial in enumerate(self.kids[parent]):
            self.row[serial] = place


def build(entries: Iterable[Entry], serials: Serials, wanted: Set[str] | None) -> TreeRows:
    """Return where every row stands; with `wanted`, of those rows alone, which must hold every row above each."""
    rows = TreeRows()
    rows.grow(len(serials.ids))
    above: list[int] = [ROOT]
    headings: list[bool] = []
    for entry in entries:
        item = entry.item
        if wanted is not None and item.id not in wanted:
            continue
        serial = serials.of(item.id)
        if serial >= len(rows.parent):
            rows.grow(serial + 1)
        del above[entry.depth + 1 :]
        del headings[entry.depth :]
        _stand(rows, serial, above[-1])
        rows.depth[serial] = _indentation(headings, item.kind.is_heading)
        rows.number[serial] = entry.number
        above.append(serial)
        headings.append(item.kind.is_heading)
    _stand(rows, NEW_ROW, ROOT)
    return rows


def _stand(rows: TreeRows, serial: int, parent: int) -> None:
    siblings = rows.kids[parent]
    rows.parent[serial] = parent
    rows.row[serial] = len(siblings)
    siblings.append(serial)
    rows.present.add(serial)


def _indentation(headings: list[bool], is_heading: bool) -> int:
    """Steps to the right: actions begin below their heading's words, so a heading above costs no width."""
    steps = len(headings)
    return steps if is_heading else max(0, steps - (1 if any(headings) else 0))


@dataclass(frozen=True, slots=True)
class Difference:
    """How two arrangements differ: serials that went and came, and whether rows that stayed stand otherwise."""

    gone: frozenset[int]
    come: frozenset[int]
    moved: bool


def compare(old: TreeRows, new: TreeRows) -> Difference:
    """Return what must happen to turn one arrangement into the other."""
    gone = frozenset(old.present - new.present)
    come = frozenset(new.present - old.present)
    return Difference(gone, come, _is_rearranged(old, new, gone, come))


def _is_rearranged(old: TreeRows, new: TreeRows, gone: frozenset[int], come: frozenset[int]) -> bool:
    for parent in [ROOT, *(old.present & new.present)]:
        before, after = old.kids[parent], new.kids[parent]
        if before == after:
            continue
        if [kid for kid in before if kid not in gone] != [kid for kid in after if kid not in come]:
            return True
    return any(old.present & set(new.kids[serial]) for serial in come) or any(
        new.present & set(old.kids[serial]) for serial in gone
    )


def runs(serials: frozenset[int], rows: TreeRows) -> list[tuple[int, int, int]]:
    """Return parent, first and last place of each run of neighbours among the topmost of these serials, last ones first."""
    found: list[tuple[int, int, int]] = []
    tops = sorted((rows.parent[s], rows.row[s]) for s in serials if rows.parent[s] not in serials)
    for parent, place in tops:
        if found and found[-1][0] == parent and found[-1][2] == place - 1:
            found[-1] = (parent, found[-1][1], place)
        else:
            found.append((parent, place, place))
    return found[::-1]
