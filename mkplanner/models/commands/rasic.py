"""Orders about RASIC letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id
from mkplanner.models.people import Party
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.models.rasic.lettersets import letter_set
from mkplanner.models.rasic.owners import put_cell
from mkplanner.records import frozen

Words = str | tuple[str, str]
"""What a cell should hold: codes alone, which leave its qualifier, or codes and qualifier."""


@frozen(slots=False)
class SetLetters:
    """Set what stands in one RASIC cell; no letters clear it. A qualifier of None leaves the one that is there.

    `letters` are codes (see `lettersets`), or the plan's own letters where they are `typed`.
    """

    item: str
    party: str
    letters: str
    qualifier: str | None = None
    typed: bool = False
    title: str = "Change RASIC letters"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Set the cell. Raises `RefusedError` for a letter that the plan does not have."""
        letters = _typed(edit, self.letters) if self.typed else self.letters
        set_cell(edit, self.item, self.party, letters, self.qualifier)
        return self.item


@frozen(slots=False)
class SetCells:
    """Set many RASIC cells at once (pasting a block, filling down, clearing a range): what they hold, by item and party."""

    cells: Mapping[tuple[str, str], Words] = field(default_factory=dict)
    title: str = "Change RASIC letters"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str | None:
        """Set every cell."""
        for (item, party), words in self.cells.items():
            letters, qualifier = words if isinstance(words, tuple) else (words, None)
            set_cell(edit, item, party, letters, qualifier if letters or qualifier else "")
        return next((item for item, _ in self.cells), None)


def set_cell(edit: Edit, item: str, party: str, letters: str, qualifier: str | None) -> None:
    """Put codes and a qualifier into one cell of the matrix."""
    edit.item(item)
    if edit.get(Party, party) is None:
        raise RefusedError("That person or group is no longer in the plan.", "Nothing was changed.")
    try:
        wanted = normalise(letters)
    except ValueError as strange:
        raise _refusal(edit, str(strange)) from strange
    id_ = derived_id(edit.get_info().id, item, party)
    cell = edit.get(Assignment, id_) or Assignment(id_, item, party)
    assert isinstance(cell, Assignment)
    note = cell.qualifier if qualifier is None else qualifier.strip()
    part = cell.part if wanted else ""
    put_cell(edit, replace(cell, letters=wanted, qualifier=note if wanted or qualifier else "", part=part))


def _typed(edit: Edit, letters: str) -> str:
    """The codes of the plan's own letters; codes themselves, as `show --json` gives them, are understood as well."""
    known = letter_set(edit.plan)
    read = known.read(letters)
    if read is not None:
        return read[0]
    if letters and all(code in known.by_code for code in letters):
        return letters
    raise _refusal(edit, letters)


def _refusal(edit: Edit, letters: str) -> RefusedError:
    known = letter_set(edit.plan)
    return RefusedError(f"“{letters}” is not a {known.name} letter.", f"Use {known.told}; nothing was changed.")
