"""The RASIC matrix: rows of the outline by parties, derived from a plan and never kept.

A row without an Accountable of its own is covered by the one of the row above; that letter is shown as inherited and does
not count in the workload.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkplanner.models.checks.registry import check
from mkplanner.models.checks.responsibility import accountable
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import Entry, numbers, outline
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic import MEANINGS, Assignment

NO_HOME = ""
"""The group of parties that belong to no organisation."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party does for one row: own letters, a qualifier, and letters that come from the row above."""

    letters: str = ""
    qualifier: str = ""
    inherited: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """How many letters a party holds across the plan: Accountable, Responsible, and the other three together."""

    accountable: int = 0
    responsible: int = 0
    others: int = 0

    @property
    def to_do(self) -> int:
        """Letters that mean work: A and R."""
        return self.accountable + self.responsible


_EMPTY = Cell()


class Matrix:
    """The matrix of one plan: `rows` in outline order, `parties` grouped by organisation."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rows: tuple[Entry, ...] = outline(plan)
        self.parties: tuple[Party, ...] = tuple(party for _, group in self.groups for party in group)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Party, ...]], ...]:
        """Organisations with their parties, in the plan's order; an organisation is a column only if it holds letters."""
        parties = self.plan.parties
        found: dict[str, list[Party]] = {}
        for party in self.plan.ordered_parties:
            home = parties.get(party.organisation or "")
            if self._is_column(party):
                found.setdefault(home.name if home else NO_HOME, []).append(party)
        return tuple((name, tuple(group)) for name, group in found.items())

    def _is_column(self, party: Party) -> bool:
        holds = party.id in self._holders
        if party.retired:
            return holds
        return party.kind is not PartyKind.ORGANISATION or holds or party.id not in self._homes

    @cached_property
    def _holders(self) -> frozenset[str]:
        return frozenset(cell.party for cell in self.plan.assignments.values())

    @cached_property
    def _homes(self) -> frozenset[str]:
        return frozenset(party.organisation for party in self.plan.parties.values() if party.organisation)

    @cached_property
    def _own(self) -> Mapping[tuple[str, str], Assignment]:
        return {(cell.item, cell.party): cell for cell in self.plan.assignments.values()}

    @cached_property
    def _inherited(self) -> Mapping[str, tuple[str, ...]]:
        """For each row without an A of its own, the parties that are Accountable through the row above."""
        found = {}
        for entry in self.rows:
            holders = accountable(self.plan, entry.item)
            if holders and holders[0].item != entry.item.id:
                found[entry.item.id] = tuple(cell.party for cell in holders)
        return found

    def cell(self, item: str, party: str) -> Cell:
        """Return what stands in one cell."""
        own = self._own.get((item, party))
        inherited = "A" if party in self._inherited.get(item, ()) else ""
        if own is None:
            return Cell(inherited=inherited) if inherited else _EMPTY
        return Cell(own.letters, own.qualifier, inherited)

    @cached_property
    def problems(self) -> Mapping[str, Notice]:
        """The gravest RASIC notice of each row that has one."""
        found: dict[str, Notice] = {}
        for notice in check(self.plan):
            if notice.field == "rasic" and notice.item:
                found.setdefault(notice.item, notice)
        return found

    def remark(self, item: Item) -> tuple[Severity | None, str]:
        """Return what the Checks column says about a row: a severity (None: all is well) and a few words."""
        if item.kind.is_heading:
            return None, ""
        notice = self.problems.get(item.id)
        if notice is not None:
            words = {"no-accountable": "No Accountable", "two-accountable": "Two Accountable"}
            return notice.severity, words.get(notice.id, "No Responsible")
        above = self._inherited.get(item.id)
        if above:
            source = accountable(self.plan, item)[0].item
            return None, f"A comes from {numbers(self.plan)[source]}"
        return None, ""

    def is_settled(self, item: Item) -> bool:
        """Whether a row has somebody Accountable, and nothing is wrong with its letters."""
        return not item.kind.is_heading and item.id not in self.problems and bool(accountable(self.plan, item))

    @cached_property
    def loads(self) -> Mapping[str, Load]:
        """How much each party carries, by party id; inherited letters do not count."""
        found: dict[str, Load] = {}
        for cell in self.plan.assignments.values():
            load = found.get(cell.party, Load())
            found[cell.party] = Load(
                load.accountable + ("A" in cell.letters),
                load.responsible + ("R" in cell.letters),
                load.others + sum(letter in cell.letters for letter in "SIC"),
            )
        return found


def spoken(matrix: Matrix, item: str, party: Party) -> str:
    """Return a cell in words: "2.1.1, Head of Finance: Responsible"."""
    cell = matrix.cell(item, party.id)
    words = [MEANINGS[letter][0] for letter in cell.letters]
    words += [f"{MEANINGS[letter][0]} from the action above" for letter in cell.inherited]
    note = f" ({cell.qualifier})" if cell.qualifier else ""
    return f"{numbers(matrix.plan)[item]}, {party.name}: {', '.join(words) or 'nothing'}{note}"
