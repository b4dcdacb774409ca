"""Orders about RASIC letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id
from mkplanner.models.owners import put_cell
from mkplanner.models.people import Party
from mkplanner.models.rasic import LETTERS, Assignment, normalise


@dataclass(frozen=True)
class SetLetters:
    """Set what stands in one RASIC cell; no letters clear it. A qualifier of None leaves the one that is there."""

    item: str
    party: str
    letters: str
    qualifier: str | None = None
    title: str = "Change RASIC letters"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Set the cell. Raises `RefusedError` for a letter that is not one of R, A, S, I and C."""
        set_cell(edit, self.item, self.party, self.letters, self.qualifier)
        return self.item


@dataclass(frozen=True)
class SetCells:
    """Set many RASIC cells at once (pasting a block, filling down, clearing a range): letters by item and party."""

    cells: Mapping[tuple[str, str], str] = field(default_factory=dict)
    title: str = "Change RASIC letters"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str | None:
        """Set every cell."""
        for (item, party), letters in self.cells.items():
            set_cell(edit, item, party, letters, None if letters else "")
        return next((item for item, _ in self.cells), None)


def set_cell(edit: Edit, item: str, party: str, letters: str, qualifier: str | None) -> None:
    """Put letters and a qualifier into one cell of the matrix."""
    edit.item(item)
    if edit.get(Party, party) is None:
        raise RefusedError("That person or group is no longer in the plan.", "Nothing was changed.")
    try:
        wanted = normalise(letters)
    except ValueError as strange:
        known = ", ".join(LETTERS)
        raise RefusedError(f"“{strange}” is not a RASIC letter.", f"Use {known}; nothing was changed.") from strange
    id_ = derived_id(edit.get_info().id, item, party)
    cell = edit.get(Assignment, id_) or Assignment(id_, item, party)
    assert isinstance(cell, Assignment)
    note = cell.qualifier if qualifier is None else qualifier.strip()
    part = cell.part if wanted else ""
    put_cell(edit, replace(cell, letters=wanted, qualifier=note if wanted or qualifier else "", part=part))
