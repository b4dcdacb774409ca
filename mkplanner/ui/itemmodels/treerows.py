"""Where each row of the outline stands, as plain numbers that a Qt model can answer from without looking at the plan.

Every row of a plan gets a number of its own, its serial, for as long as the window is open: Qt's indexes carry serials, so
rows may come, go and move without any index going astray.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mkplanner.models.asking.grouping import Heading
from mkplanner.models.outline import Entry
from mkplanner.models.plan import ItemKind

ROOT, NEW_ROW = 0, 1
"""The serials of the invisible top, and of the line at the end where a new action is typed."""

_THEME, _PRIORITY = ItemKind.THEME, ItemKind.PRIORITY


class Serials:
    """Gives every row id a lasting number and back again; a row that is shown again, in another group, has one more."""

    def __init__(self) -> None:
        self.ids: list[str] = ["", ""]
        self._serials: dict[str, int] = {}
        self._again: dict[str, list[int]] = {}
        self._headings: dict[str, int] = {}

    def of(self, id_: str) -> int:
        """Return the serial of a row, a fresh one where it is new."""
        found = self._serials.get(id_)
        if found is None:
            found = self._serials[id_] = len(self.ids)
            self.ids.append(id_)
        return found

    def of_all(self, ids: Sequence[str]) -> list[int]:
        """Return the serials of rows of which none comes twice, as `of` would for each."""
        fresh = [id_ for id_ in ids if id_ not in self._serials] if self._serials else ids
        given = range(len(self.ids), len(self.ids) + len(fresh))
        self.ids += fresh
        self._serials.update(zip(fresh, given, strict=True))
        return list(given) if len(given) == len(ids) else [self._serials[id_] for id_ in ids]

    def again(self, id_: str, times: int) -> int:
        """Return the serial of a row that is shown for the second time (1), the third (2) and so on."""
        found = self._again.setdefault(id_, [])
        while len(found) < times:
            found.append(len(self.ids))
            self.ids.append(id_)
        return found[times - 1]

    def of_heading(self, key: str) -> int:
        """Return the serial of a group's heading, which is no row of the plan."""
        found = self._headings.get(key)
        if found is None:
            found = self._headings[key] = len(self.ids)
            self.ids.append("")
        return found

    def find(self, id_: str) -> int | None:
        """Return the serial of a row that has one."""
        return self._serials.get(id_)

    def all_of(self, id_: str) -> list[int]:
        """Return every serial of a row."""
        found = self._serials.get(id_)
        return [found, *self._again.get(id_, ())] if found is not None else []


@dataclass(slots=True)
class TreeRows:
    """Lists by serial: the serial above, the place among siblings, the serials below, the depth and the number.

    `depth` counts steps of indentation; `headings` are the headings of groups. Serials of rows that are gone keep a place
    with no rows, so that late questions about them have harmless answers.
    """

    parent: list[int] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    kids: list[list[int]] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    present: set[int] = field(default_factory=set)
    headings: dict[int, Heading] = field(default_factory=dict)

    def grow(self, size: int) -> None:
        """Make room for serials below `size`."""
        missing = size - len(self.parent)
        if missing > 0:
            self.parent += [ROOT] * missing
            self.row += [0] * missing
            self.kids += [[] for _ in range(missing)]
            self.depth += [0] * missing
            self.number += [""] * missing

    def copy(self) -> TreeRows:
        """Return rows that can be altered without altering these; lists of rows below are shared until `take_away`."""
        lists = (self.parent[:], self.row[:], self.kids[:], self.depth[:], self.number[:])
        return TreeRows(*lists, set(self.present), dict(self.headings))

    def take_away(self, serials: Iterable[int]) -> None:
        """Forget where these rows stood, all those below one among them."""
        for serial in serials:
            self.present.discard(serial)
            self.kids[serial] = []
        self.kids[ROOT] = [serial for serial in self.kids[ROOT] if serial in self.present]

    def way(self, serial: int) -> tuple[int, ...]:
        """Return the way to a row from the top, which sorts rows as they are read."""
        way: list[int] = []
        while serial != ROOT:
            way.append(self.row[serial])
            serial = self.parent[serial]
        return tuple(reversed(way))

    def walk(self) -> Iterator[int]:
        """Yield every row as they are read."""
        stack = self.kids[ROOT][::-1]
        while stack:
            serial = stack.pop()
            yield serial
            stack += self.kids[serial][::-1]

    def renumber(self, parent: int) -> None:
        """Count the rows below one afresh."""
        for place, serial in enumerate(self.kids[parent]):
            self.row[serial] = place


def stretches(serials: Iterable[int], rows: TreeRows) -> list[tuple[int, int]]:
    """Return the first and the last of each run of neighbours among some rows."""
    found: list[tuple[int, int]] = []
    parents, places = rows.parent, rows.row
    for serial in sorted(serials, key=lambda serial: (parents[serial], places[serial])):
        if found and parents[found[-1][1]] == parents[serial] and places[found[-1][1]] == places[serial] - 1:
            found[-1] = (found[-1][0], serial)
        else:
            found.append((serial, serial))
    return found


def build(lines: Sequence[Entry | Heading], serials: Serials) -> TreeRows:
    """Return where every line stands; each row of the outline must come after the row it stands under."""
    rows = TreeRows()
    rows.grow(len(serials.ids))
    _add(rows, lines, serials)
    _stand(rows, NEW_ROW, ROOT)
    return rows


def rebuild(
    old: TreeRows, before: Sequence[Entry | Heading], after: Sequence[Entry | Heading], serials: Serials
) -> TreeRows:
    """Return what `build` would for the lines `after`, looking only at the rows at the top under which lines differ.

    `old` was built from the lines `before`, in the plan's own order.
    """
    first, end_before, end_after = _differing(before, after)
    rows = old.copy()
    ids = [serials.of(line.item.id) for line in before[first:end_before] if isinstance(line, Entry)]
    rows.take_away(ids)
    tops = rows.kids[ROOT]
    later = tops[_count_tops(before[:first]) :]
    rows.kids[ROOT] = tops[: len(tops) - len(later)]
    rows.grow(len(serials.ids))
    _add(rows, after[first:end_after], serials)
    for serial in later:
        _stand(rows, serial, ROOT)
    return rows


def _count_tops(lines: Sequence[Entry | Heading]) -> int:
    return sum(1 for line in lines if isinstance(line, Entry) and line.depth == 0)


def _differing(before: Sequence[Entry | Heading], after: Sequence[Entry | Heading]) -> tuple[int, int, int]:
    """Where two lists begin to differ, and where each ends to, in whole blocks below a row at the top."""
    shorter = min(len(before), len(after))
    first = next((place for place in range(shorter) if before[place] is not after[place]), shorter)
    while first and not (_is_top(before, first) and _is_top(after, first)):
        first -= 1
    same = 0
    while same < shorter - first and before[-1 - same] is after[-1 - same]:
        same += 1
    while same and not _is_top(before, len(before) - same):
        same -= 1
    return first, len(before) - same, len(after) - same


def _is_top(lines: Sequence[Entry | Heading], place: int) -> bool:
    line = lines[place] if place < len(lines) else None
    return isinstance(line, Entry) and line.depth == 0


def _add(rows: TreeRows, lines: Sequence[Entry | Heading], serials: Serials) -> None:
    """Let lines stand below those that stand already: one short round for each, because all rows of a plan come by here."""
    placed = _placed(lines, serials)
    rows.grow(len(serials.ids))
    parents, places, kids, depths, numbers = rows.parent, rows.row, rows.kids, rows.depth, rows.number
    # By depth: what stands there now, and the step that headings save for what is below them.
    above, indented = [ROOT], [0]
    for serial, line in zip(placed, lines, strict=True):
        if isinstance(line, Heading):
            depth, is_heading = 0, True
            rows.headings[serial] = line
        else:
            item, depth, numbers[serial] = line
            is_heading = item.kind is _THEME or item.kind is _PRIORITY
        saved = indented[depth]
        # Actions begin below their heading's words, so a heading above costs no width.
        depths[serial] = depth if is_heading else depth - saved
        parent = parents[serial] = above[depth]
        siblings = kids[parent]
        places[serial] = len(siblings)
        siblings.append(serial)
        below = depth + 1
        if below == len(above):
            above.append(serial)
            indented.append(saved)
        above[below] = serial
        indented[below] = 1 if is_heading else saved
    rows.present.update(placed)


def _placed(lines: Sequence[Entry | Heading], serials: Serials) -> list[int]:
    """The serial of each line; only in groups can a row be shown more than once."""
    if not lines or isinstance(lines[0], Entry):
        return serials.of_all([line.item.id for line in lines if isinstance(line, Entry)])
    shown: dict[str, int] = {}
    return [
        serials.of_heading(line.key) if isinstance(line, Heading) else _serial(line.item.id, serials, shown)
        for line in lines
    ]


def _serial(id_: str, serials: Serials, shown: dict[str, int]) -> int:
    times = shown.get(id_, 0)
    shown[id_] = times + 1
    return serials.again(id_, times) if times else serials.of(id_)


def _stand(rows: TreeRows, serial: int, parent: int) -> None:
    siblings = rows.kids[parent]
    rows.parent[serial] = parent
    rows.row[serial] = len(siblings)
    siblings.append(serial)
    rows.present.add(serial)
