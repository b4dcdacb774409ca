"""The RASIC matrix: rows of the outline by parties, derived from a plan and never kept.

A row without an Accountable of its own is covered by the one of the row above; that letter is shown as inherited and does
not count in the workload. A plan may have its sub-actions take all letters of their action: then a letter of the action
holds wherever the sub-action says nothing else, A and R as long as nobody else has them there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from mkplanner.models.checks.registry import check
from mkplanner.models.checks.responsibility import accountable
from mkplanner.models.checks.rules import RULES, in_words, short_words
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.outline import Entry, numbers, outline
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.records import frozen

NO_HOME = ""
"""The group of parties that belong to no organisation."""
INHERIT_SETTING = "rasic/inherit"
"""Keeps "all" where sub-actions take all letters of their action, nothing where they take the Accountable alone."""


@frozen
class Cell:
    """What one party does for one row: own letters, a qualifier, and letters that come from the row above."""

    letters: str = ""
    qualifier: str = ""
    inherited: str = ""


@frozen
class Load:
    """How many letters a party holds across the plan: Accountable, Responsible, and the other three together."""

    accountable: int = 0
    responsible: int = 0
    others: int = 0

    @property
    def to_do(self) -> int:
        """Letters that mean work: A and R."""
        return self.accountable + self.responsible

    def changed(self, letters: str, sign: int) -> Load:
        """Return the load with these letters more (1) or fewer (-1)."""
        to_do = letters.count("A"), letters.count("R")
        others = len(letters) - sum(to_do)
        return Load(self.accountable + sign * to_do[0], self.responsible + sign * to_do[1], self.others + sign * others)


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
    def own(self) -> dict[tuple[str, str], Assignment]:
        """Every cell in which something stands, by item and party."""
        return {(cell.item, cell.party): cell for cell in self.plan.assignments.values()}

    @property
    def inherits_all(self) -> bool:
        """Whether sub-actions take all letters of their action, not only its Accountable."""
        return bool(self.plan.setting(INHERIT_SETTING) == "all")

    @cached_property
    def letters_of(self) -> dict[str, dict[str, str]]:
        """The letters of each row that has any, by item and party."""
        found: dict[str, dict[str, str]] = {}
        for cell in self.plan.assignments.values():
            if cell.letters:
                found.setdefault(cell.item, {})[cell.party] = cell.letters
        return found

    @cached_property
    def inherited(self) -> dict[str, Mapping[str, str]]:
        """For each row below an action, the letters that parties have in it through the row above."""
        found: dict[str, Mapping[str, str]] = {}
        for entry in self.rows:
            if taken := self.taken_from_above(entry.item, found):
                found[entry.item.id] = taken
        return found

    def taken_from_above(self, item: Item, found: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
        """Return what a row takes from the one above, where `found` holds what that one takes itself."""
        above = self.plan.items.get(item.parent or "")
        if item.kind.is_heading or above is None or above.kind.is_heading:
            return {}
        whole = _joined(self.letters_of.get(above.id, {}), found.get(above.id, {}))
        return _taken(whole, self.letters_of.get(item.id, {}), None if self.inherits_all else "A") if whole else {}

    def cell(self, item: str, party: str) -> Cell:
        """Return what stands in one cell."""
        own = self.own.get((item, party))
        row = self.inherited.get(item)
        inherited = row.get(party, "") if row else ""
        if own is None:
            return Cell(inherited=inherited) if inherited else _EMPTY
        return Cell(own.letters, own.qualifier, inherited)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Everything there is to notice about letters, the gravest first."""
        ours = {id_ for rule in RULES for id_, _ in rule.ids}
        return tuple(notice for notice in check(self.plan) if notice.id in ours)

    @cached_property
    def problems(self) -> Mapping[str, Notice]:
        """The gravest RASIC notice of each row that has one."""
        found: dict[str, Notice] = {}
        for notice in self.notices:
            if notice.item:
                found.setdefault(notice.item, notice)
        return found

    @cached_property
    def party_problems(self) -> Mapping[str, tuple[Notice, ...]]:
        """What there is to notice about a party as a whole, by its id."""
        found: dict[str, tuple[Notice, ...]] = {}
        for notice in self.notices:
            if notice.party and not notice.item:
                found[notice.party] = (*found.get(notice.party, ()), notice)
        return found

    def is_doubtful(self, item: str, party: str) -> bool:
        """Whether this very cell is part of a problem: one of several A, or a letter of another set."""
        notice = self.problems.get(item)
        own = self.own.get((item, party))
        if own is None or not own.letters:
            return False
        if notice is not None and notice.id == "two-accountable" and "A" in own.letters:
            return True
        return bool(letter_set(self.plan).stray(own.letters)) or (
            notice is not None and notice.id == "accountable-and-responsible" and notice.party == party
        )

    def remark(self, item: Item) -> tuple[Severity | None, str]:
        """Return what the Checks column says about a row: a severity (None: all is well) and a few words."""
        if item.kind.is_heading:
            return None, ""
        notice = self.problems.get(item.id)
        if notice is not None:
            words = "Two {A}" if notice.id == "two-accountable" and " two " in notice.sentence else ""
            return notice.severity, in_words(self.plan, words) or short_words(self.plan, notice.id)
        if "A" in "".join(self.inherited.get(item.id, {}).values()):
            source = accountable(self.plan, item)[0].item
            return None, f"{letter_set(self.plan).key('A')} comes from {numbers(self.plan)[source]}"
        return None, ""

    def is_settled(self, item: Item) -> bool:
        """Whether a row has somebody Accountable, and nothing is wrong with its letters."""
        return not item.kind.is_heading and item.id not in self.problems and bool(accountable(self.plan, item))

    @cached_property
    def loads(self) -> dict[str, Load]:
        """How much each party carries, by party id; inherited letters do not count."""
        texts: dict[str, list[str]] = {}
        for cell in self.plan.assignments.values():
            texts.setdefault(cell.party, []).append(cell.letters)
        return {party: load_of("".join(letters)) for party, letters in texts.items()}


def load_of(letters: str) -> Load:
    """Return the load that these letters, of all cells of a party together, make."""
    return Load().changed(letters, 1)


def _taken(above: Mapping[str, str], own: Mapping[str, str], kinds: str | None) -> dict[str, str]:
    """The letters of the row above that hold here too: A and R while nobody has them here, others where nothing is said."""
    settled = {letter for letter in "AR" if any(letter in letters for letters in own.values())}
    found = {}
    for party, letters in above.items():
        kept = "".join(
            letter
            for letter in letters
            if (kinds is None or letter in kinds)
            and letter not in settled
            and letter not in own.get(party, "")
            and (letter in "AR" or party not in own)
        )
        if kept:
            found[party] = kept
    return found


def _joined(own: Mapping[str, str], taken: Mapping[str, str]) -> Mapping[str, str]:
    if not taken:
        return own
    return {party: normalise(own.get(party, "") + taken.get(party, "")) for party in (*own, *taken)}


def spoken(matrix: Matrix, item: str, party: Party) -> str:
    """Return a cell in words: "2.1.1, Head of Finance: Responsible", and what is wrong with its row or its column."""
    cell = matrix.cell(item, party.id)
    letters = letter_set(matrix.plan)
    words = [letters.word(letter) for letter in cell.letters]
    words += [f"{letters.word(letter)} from the action above" for letter in cell.inherited]
    note = f" ({cell.qualifier})" if cell.qualifier else ""
    said = f"{numbers(matrix.plan)[item]}, {party.name}: {', '.join(words) or 'nothing'}{note}"
    notice = matrix.problems.get(item)
    problems = [matrix.remark(matrix.plan.items[item])[1]] if notice is not None else []
    problems += [short_words(matrix.plan, found.id) for found in matrix.party_problems.get(party.id, ())]
    return f"{said}. To look at: {'; '.join(problems)}" if problems else said
