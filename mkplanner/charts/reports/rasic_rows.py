"""What a RASIC report shows of a plan: the rows that hold letters with the rows above them, who holds them, and counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from mkplanner.models.matrix import NO_HOME, Cell, Matrix
from mkplanner.models.notice import Severity
from mkplanner.models.outline import Entry, ancestors
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic import LETTERS
from mkplanner.models.wording import count, listed

COUNTS = (("Accountable for", "A"), ("Responsible for", "R"), ("Supports, consulted or informed", "SIC"))
"""The rows below the matrix, and the letters that each of them counts."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A party that is a column, and the organisation it stands under ("" for none)."""

    party: Party
    home: str


class RasicRows:
    """The matrix of a plan as paper shows it; letters count once for each row that is printed."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.matrix = Matrix(plan)

    @cached_property
    def entries(self) -> list[Entry]:
        """Rows that hold letters, and the rows they stand under."""
        shown = {cell.item for cell in self.plan.assignments.values() if cell.letters} & set(self.plan.items)
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
        return self.matrix.cell(item.id, party.id)

    def count(self, party: Party, letters: str) -> int:
        """How often a party holds these letters, inherited ones aside."""
        return sum(self._tally.get(party.id, Counter())[letter] for letter in letters)

    @cached_property
    def letters(self) -> list[str]:
        """The letters in use."""
        return [letter for letter in LETTERS if any(tally[letter] for tally in self._tally.values())]

    @cached_property
    def has_inherited(self) -> bool:
        """Whether any letter shown comes from the action above."""
        return any(self.cell(entry.item, holder.party).inherited for entry in self.entries for holder in self.holders)

    @cached_property
    def _tally(self) -> dict[str, Counter[str]]:
        rows = {entry.item.id for entry in self.entries}
        found: dict[str, Counter[str]] = {}
        for cell in self.plan.assignments.values():
            if cell.item in rows and cell.letters:
                found.setdefault(cell.party, Counter()).update(cell.letters)
        return found

    def remark(self, item: Item) -> tuple[Severity | None, str]:
        """What the Checks column says of a row: how grave (None: all is well) and in a few words."""
        severity, words = self.matrix.remark(item)
        if words or item.kind.is_heading:
            return severity, words
        letters = "".join(cell.letters for cell in self.plan.assignments_of.get(item.id, ()))
        found = (["One A"] if "A" in letters else []) + (["R named"] if "R" in letters else [])
        return None, ", ".join(found)

    def remarks(self) -> list[str]:
        """Sentences for the foot of the report."""
        found = []
        if rows := sum(self.remark(entry.item)[0] is not None for entry in self.entries):
            verb = "needs" if rows == 1 else "need"
            found.append(f"{count(rows, 'row')} {verb} a look; the Checks column says why.")
        if self.idle:
            found.append(f"Without any letter: {listed(self.idle)}.")
        return found
