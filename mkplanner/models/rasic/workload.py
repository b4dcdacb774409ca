"""Who carries how much: letters by party and kind, by quarter and by organisation, derived from a plan and never kept.

Only a party's own letters count, not those inherited from the row above. A row stands in the quarters that its date touches
or, if asked so, in the one in which it falls due; a row without a date takes the date of the action above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Plan
from mkplanner.models.quarters import Period, due, frame_of, periods_of, touched
from mkplanner.models.rasic.letters import CODES, Assignment
from mkplanner.models.rasic.matrix import Matrix
from mkplanner.models.status import Status
from mkplanner.records import frozen

WORK = "AR"
"""The letters that mean something to do: who answers for a row, and who does it."""
NOWHERE = -1
"""The place of rows that fall in no quarter, because they have no date or one outside the plan."""


class Counting(StrEnum):
    """In which quarters a row counts: in all that its date touches, or in the one in which it falls due."""

    TOUCHED = "touched"
    DUE = "due"


@frozen
class Load:
    """How many letters a party, or all parties of an organisation together, hold.

    `id` is the party's id (of an organisation: its name), `by_period` goes with `Workload.periods`, and `undated` are the
    letters in rows that fall in no period. One row counts once in each period it touches, so periods may add up to more.
    """

    id: str
    name: str
    home: str
    letters: Mapping[str, int]
    by_period: tuple[Mapping[str, int], ...]
    undated: Mapping[str, int]

    @property
    def total(self) -> int:
        """All letters held."""
        return sum(self.letters.values())

    @property
    def to_do(self) -> int:
        """Letters that mean work."""
        return work_of(self.letters)

    def to_do_in(self, period: int) -> int:
        """Letters that mean work in one period, by its place; `NOWHERE` stands for rows without one."""
        return work_of(self.undated if period == NOWHERE else self.by_period[period])


def work_of(letters: Mapping[str, int]) -> int:
    """Return how many of these letters mean work."""
    return sum(letters.get(letter, 0) for letter in WORK)


class Workload:
    """The workload of one plan; cheap to make, counted when first asked.

    `only_open` leaves out rows that are complete or suspended.
    """

    def __init__(self, plan: Plan, counting: Counting = Counting.TOUCHED, *, only_open: bool = False) -> None:
        self.plan = plan
        self.counting = counting
        self.only_open = only_open

    @cached_property
    def parties(self) -> tuple[Load, ...]:
        """The load of every party that is a column of the matrix, in its order; those without a letter have none."""
        return tuple(
            self._load(party.id, party.name, home, self._cells.get(party.id, ()))
            for home, group in self._groups
            for party in group
        )

    @cached_property
    def organisations(self) -> tuple[Load, ...]:
        """The loads of each organisation's parties together; "" is the name of parties that belong to none."""
        return tuple(
            self._load(home, home, home, [cell for party in group for cell in self._cells.get(party.id, ())])
            for home, group in self._groups
        )

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The codes of the letters in use, in the order in which cells are written."""
        used = {letter for load in self.parties for letter in load.letters}
        return tuple(letter for letter in CODES if letter in used)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The quarters of the plan, or its years where it runs for very long."""
        return periods_of(self.plan, [self.plan.items[id_] for id_ in self._rows])

    def rows_of(self, party: str, letters: str = "", period: int | None = None) -> tuple[str, ...]:
        """Return the ids of the rows behind a number: of this party, with any of these letters, in this period."""
        return tuple(
            cell.item
            for cell in self._cells.get(party, ())
            if (not letters or set(letters) & set(cell.letters))
            and (period is None or period in (self._places[cell.item] or (NOWHERE,)))
        )

    @cached_property
    def _groups(self) -> tuple[tuple[str, tuple[Party, ...]], ...]:
        return Matrix(self.plan).groups

    @cached_property
    def _cells(self) -> Mapping[str, list[Assignment]]:
        found: dict[str, list[Assignment]] = {}
        for item in self.plan.items.values():
            if self.only_open and _is_closed(item):
                continue
            for cell in self.plan.assignments_of.get(item.id, ()):
                if cell.letters:
                    found.setdefault(cell.party, []).append(cell)
        return found

    @cached_property
    def _rows(self) -> Sequence[str]:
        return list(dict.fromkeys(cell.item for cells in self._cells.values() for cell in cells))

    @cached_property
    def _places(self) -> Mapping[str, frozenset[int]]:
        """For each row that holds letters, the places of the periods it counts in."""
        count = due if self.counting is Counting.DUE else touched
        context = self.plan.context()
        found = {}
        for id_ in self._rows:
            frame = frame_of(self.plan, self.plan.items[id_])
            found[id_] = count(frame, self.periods, context) if frame else frozenset()
        return found

    def _load(self, id_: str, name: str, home: str, cells: Iterable[Assignment]) -> Load:
        letters: Counter[str] = Counter()
        undated: Counter[str] = Counter()
        by_period: list[Counter[str]] = [Counter() for _ in self.periods]
        for cell in cells:
            letters.update(cell.letters)
            places = self._places[cell.item]
            for at in places:
                by_period[at].update(cell.letters)
            if not places:
                undated.update(cell.letters)
        return Load(id_, name, home, letters, tuple(by_period), undated)


def _is_closed(item: Item) -> bool:
    return item.status in (Status.COMPLETE, Status.SUSPENDED) or (item.status is None and item.percent == 100)


def ranked(loads: Iterable[Load], by: str = "to_do", *, rising: bool = False) -> tuple[Load, ...]:
    """Return loads in order of "name", "home", "total", "to_do", a letter, or the place of a period ("0", "1", …).

    Numbers come largest first, names from A to Z, unless `rising` turns that round; equals keep the order they had.
    """
    if by in ("name", "home"):
        return tuple(sorted(loads, key=lambda load: str(getattr(load, by)).casefold(), reverse=rising))
    return tuple(sorted(loads, key=_number(by), reverse=not rising))


def _number(by: str) -> Callable[[Load], int]:
    if by.lstrip("-").isdecimal():
        return lambda load: load.to_do_in(int(by))
    if by in ("total", "to_do"):
        return lambda load: int(getattr(load, by))
    return lambda load: load.letters.get(by, 0)
