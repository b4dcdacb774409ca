"""A row while it is being built, and where in it the words of each cell go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mkplanner.models.formats.base import DraftItem, DraftOwner
from mkplanner.models.formats.cleaning import close_up, has_list, list_entries, one_line
from mkplanner.models.formats.letter_tables import FIELD
from mkplanner.models.formats.owner_cells import is_group, looks_like_owner, part_role, read_owner_cell
from mkplanner.models.plan import ItemKind
from mkplanner.models.rasic.lettersets import SETS
from mkplanner.models.status import STYLES, Status, read_status
from mkplanner.models.timeframes.recognise import find_date_tail, looks_like_date_cell

LETTERS = {"owner": "R", "accountable": "A", "support": "S", "consulted": "C", "informed": "I"} | {
    "verifier": "V",
    "signatory": "O",
}
"""Columns that name parties, and the letter each of them gets."""
_PROSE = 300
_FEW = 6


@dataclass
class Row:
    """A row while it is being built; see `DraftItem` for what its fields mean."""

    kind: ItemKind
    title: str
    parent: int | None
    line: int
    ref: str = ""
    date: str | None = None
    owners: tuple[DraftOwner, ...] = ()
    progress: str | None = None
    status: Status | None = None
    tags: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)

    def finish(self) -> DraftItem:
        """Return the row as it will stay."""
        notes = "\n".join(self.notes)
        return DraftItem(
            self.kind,
            self.title,
            self.parent,
            self.ref,
            self.date,
            self.owners,
            self.progress,
            self.status,
            self.tags,
            notes,
            self.line,
        )

    def fill(self, name: str | None, heading: str, cell: str, known: set[str]) -> None:
        """Put a cell's words into the field `name`; words of a field without a place go into the notes under its heading.

        A field that already has words gets more on a new line. `known` are names of owners met so far; it grows.
        """
        text = cell if name == "progress" or not has_list(cell) else "\n".join(list_entries(cell))
        if name == "target":
            name = "date" if looks_like_date_cell(text) or find_date_tail(text) is not None else None
        if name == "date":
            self.date = f"{self.date}\n{text}" if self.date else text
        elif name in LETTERS and _names_owners(text):
            self.owners += read_owner_cell(text, LETTERS[name], known)
            known.update(owner.name for owner in self.owners)
        elif name is not None and name.startswith(FIELD):
            self._fill_letters(name.removeprefix(FIELD), heading, text)
        elif name == "progress":
            self.progress = close_up(f"{self.progress or ''}\n{text}")
        elif name in ("status", "rag"):
            self._fill_status(heading, text)
        elif name == "ref" and not self.ref:
            self.ref = one_line(text)
        elif name == "tags":
            self.tags += tuple(tag.strip() for tag in re.split(r"[,;\n]", text) if tag.strip())
        else:
            self.notes.append(f"{heading}: {text}" if heading and name != "notes" else text)

    def _fill_letters(self, set_name: str, party: str, cell: str) -> None:
        """Give a party the letters that a matrix has for it; words that are no letters become a note."""
        read = SETS[set_name].read(cell)
        if read is None:
            self.notes.append(f"{party}: {cell}")
        elif any(read):
            name, role = part_role(one_line(party))
            self.owners += (DraftOwner(name, role, is_group=is_group(name), letters=read[0], qualifier=read[1]),)

    def _fill_status(self, heading: str, text: str) -> None:
        status = read_status(text)
        self.status = self.status or status
        if status is None or STYLES[status].word.casefold() != text.casefold():
            self.notes.append(f"{heading}: {text}")


def _names_owners(cell: str) -> bool:
    """Whether a cell under "Action by" names people; a paragraph of prose there is kept as a note instead."""
    lines = cell.split("\n")
    return len(cell) <= _PROSE and all(looks_like_owner(line) or len(line.split()) <= _FEW for line in lines)
