"""What a RASIC report shows of a plan: the rows that hold letters with the rows above them, who holds them, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cached_property

from mkplanner.models.notice import Severity
from mkplanner.models.outline import Entry, ancestors
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.letters import CODES, Assignment
from mkplanner.models.rasic.lettersets import LetterSet, letter_set
from mkplanner.models.rasic.matrix import NO_HOME, Cell, Matrix
from mkplanner.models.wording import count, listed
from mkplanner.records import frozen

WORK = "AR"
"""The letters that have a row of counts of their own below the matrix; the others share one."""


@frozen
class Holder:
    """A party that is a column, and the organisation it stands under ("" for none)."""

    party: Party
    home: str


class RasicRows:
    """The matrix of a plan as paper shows it; letters count once for each row that is printed.

    `parties` are the ids of those that are wanted, `letters` the codes; empty means all of them. `is_part` says that the plan
    holds only some of its rows. `words` are the plan's own letters and what it calls them.
    """

    def __init__(self, plan: Plan, parties: Collection[str] = (), letters: str = "", *, is_part: bool = False) -> None:
        self.plan = plan
        self.is_part = is_part
        self.matrix = Matrix(plan)
        self.words: LetterSet = letter_set(plan)
        self._parties = frozenset(parties)
        self._letters = frozenset(letters)

    @cached_property
    def entries(self) -> list[Entry]:
        """Rows that hold letters, and the rows they stand under."""
        shown = {cell.item for cell, _ in self._cells} & set(self.plan.items)
        for item in tuple(shown):
            shown.update(above.id for above in ancestors(self.plan, item))
        return [entry for entry in self.matrix.rows if entry.item.id in shown]

    @cached_property
    def holders(self) -> list[Holder]:
        """Parties that hold a letter in these rows, grouped by organisation."""
        groups = self.matrix.groups
        return [Holder(party, home) for home, group in groups for party in group if self._tally.get(party.id)]

    @cached_property
    def idle(self) -> list[str]:
        """Names of the parties that hold none anywhere in the plan."""
        busy = {cell.party for cell in self.plan.assignments.values() if cell.letters}
        return [party.name for party in self.matrix.parties if party.id not in busy]

    @cached_property
    def has_homes(self) -> bool:
        """Whether any column stands under an organisation."""
        return any(holder.home != NO_HOME for holder in self.holders)

    def cell(self, item: Item, party: Party) -> Cell:
        """What one party does for one row."""
        cell = self.matrix.cell(item.id, party.id)
        if not self._letters:
            return cell
        return Cell(self._wanted(cell.letters), cell.qualifier, self._wanted(cell.inherited))

    def count(self, party: Party, letters: str) -> int:
        """How often a party holds these letters, inherited ones aside."""
        return sum(self._tally.get(party.id, Counter())[letter] for letter in letters)

    @cached_property
    def letters(self) -> list[str]:
        """The codes of the letters in use, in the order in which cells are written."""
        return [letter for letter in CODES if any(tally[letter] for tally in self._tally.values())]

    @property
    def order(self) -> list[str]:
        """The codes of the plan's letters in the order of their set's name, as far as they are wanted."""
        return [letter.code for letter in self.words.letters if not self._letters or letter.code in self._letters]

    @cached_property
    def counts(self) -> list[tuple[str, str]]:
        """The rows of counts below the matrix, and the letters that each of them counts."""
        found = [(f"{self.words.word(letter)} for", letter) for letter in WORK if letter in self.letters]
        others = "".join(letter for letter in self.letters if letter not in WORK)
        said = listed([self.words.word(letter) for letter in others])
        return [*found, (said, others)] if others else found

    @property
    def counted(self) -> str:
        """Which letters the counts and the workload are about: "Letters held across the plan (Responsible only)"."""
        where = "in the rows printed here" if self.is_part else "across the plan"
        words = listed([self.words.word(code) for code in self.order if code in self.letters])
        return f"Letters held {where} ({words} only)" if self._letters else f"Letters held {where}"

    @cached_property
    def has_inherited(self) -> bool:
        """Whether any letter shown comes from the action above."""
        return any(self.cell(entry.item, holder.party).inherited for entry in self.entries for holder in self.holders)

    @cached_property
    def _tally(self) -> dict[str, Counter[str]]:
        rows = {entry.item.id for entry in self.entries}
        found: dict[str, Counter[str]] = {}
        for cell, letters in self._cells:
            if cell.item in rows:
                found.setdefault(cell.party, Counter()).update(letters)
        return found

    @cached_property
    def _cells(self) -> list[tuple[Assignment, str]]:
        """The cells that hold letters which are wanted, and those letters."""
        cells = (cell for cell in self.plan.assignments.values() if not self._parties or cell.party in self._parties)
        return [(cell, letters) for cell in cells if (letters := self._wanted(cell.letters))]

    def _wanted(self, letters: str) -> str:
        return "".join(letter for letter in letters if letter in self._letters) if self._letters else letters

    def remark(self, item: Item) -> tuple[Severity | None, str]:
        """What the Checks column says of a row: how grave (None: all is well) and in a few words."""
        severity, words = self.matrix.remark(item)
        if words or item.kind.is_heading:
            return severity, words
        letters = "".join(cell.letters for cell in self.plan.assignments_of.get(item.id, ()))
        found = [f"One {self.words.key('A')}"] if "A" in letters else []
        found += [f"{self.words.key('R')} named"] if "R" in letters else []
        return None, ", ".join(found)

    def remarks(self) -> list[str]:
        """Sentences for the foot of the report."""
        found = []
        if rows := sum(self.remark(entry.item)[0] is not None for entry in self.entries):
            verb = "needs" if rows == 1 else "need"
            found.append(f"{count(rows, 'row')} {verb} a look; the Checks column says why.")
        if self._letters or self.is_part:
            found.append(f"The counts are of what is printed here: {self.counted[:1].lower()}{self.counted[1:]}.")
        if self.idle and not self._parties and not self._letters:
            found.append(f"Without any letter: {listed(self.idle)}.")
        return found
