"""Owners of a row: the Responsible parties and those with a part of their own, as one view of the RASIC letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.orderkeys import key_between, keys_after
from mkplanner.models.people import Party, abbreviation_of, guess_kind
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.records import frozen

if TYPE_CHECKING:
    from mkplanner.models.edit import Edit

_AGREEING = re.compile(r"^(agree|accept|approv|decision|sign)", re.I)


@frozen
class OwnerWords:
    """An owner as words: the party's name, what they are, and their part ("Proposals"), the latter two possibly empty."""

    name: str
    role: str = ""
    part: str = ""


def read_owners(value: object) -> tuple[OwnerWords, ...]:
    """Return the owners that a text or a list of names means; names are parted by lines, semicolons or commas."""
    if isinstance(value, (list, tuple)):
        return tuple(owner if isinstance(owner, OwnerWords) else OwnerWords(str(owner).strip()) for owner in value)
    parts = re.split(r"[\n;,]+", str(value or ""))
    return tuple(_owner(part) for part in parts if part.strip())


def _owner(text: str) -> OwnerWords:
    part, by, name = text.strip().partition(" by ")
    return OwnerWords(name.strip(), part=part.strip()) if by and len(part.split()) <= 3 else OwnerWords(text.strip())


def letter_for(part: str) -> str:
    """Return the letter that a part proposes: who agrees or approves is Accountable, everybody else Responsible."""
    return "A" if _AGREEING.match(part) else "R"


def show_owners(plan: Plan, item: str) -> str:
    """Return the owners' names as one text, in order, each with its part ("Agreement by the Board")."""
    cells = plan.owners_of(item)
    return ", ".join(
        f"{cell.part} by {name}" if cell.part else name for cell in cells for name in [party_name(plan, cell)]
    )


def party_name(plan: Plan, cell: Assignment) -> str:
    """Return the name of the party that holds a cell."""
    return plan.parties[cell.party].name


def find_party(parties: Iterable[Party], name: str) -> Party | None:
    """Return the party that a name means: by name, by name with role, or by abbreviation, whatever the capitals."""
    wanted = " ".join(name.split()).casefold()
    for party in parties:
        names = (party.name, party.full_name, party.short, party.name.removesuffix(f"({party.short})").strip())
        if any(wanted == known.casefold() for known in names if known):
            return party
    return None


def add_party(edit: Edit, name: str, role: str = "") -> Party:
    """Return the party with this name, added at the end if the plan does not know it yet."""
    found = find_party(edit.plan.parties.values(), name)
    if found is not None:
        if role and not found.role:
            found = replace(found, role=role)
            edit.put(found)
        return found
    last = edit.plan.ordered_parties[-1].order if edit.plan.parties else ""
    name = " ".join(name.split())
    party = Party(new_id(), guess_kind(name), name, role, abbreviation_of(name), order=key_between(last, ""))
    edit.put(party)
    return party


def set_owners(edit: Edit, item: str, owners: tuple[OwnerWords, ...]) -> None:
    """Make exactly these the owners of a row: they become Responsible (or Accountable, by their part), others cease to be.

    Whoever is no longer an owner keeps the letters that are not about owning (Supporting, Informed, Consulted…).
    """
    wanted = {add_party(edit, owner.name, owner.role).id: owner for owner in owners}
    cells = {cell.party: cell for cell in edit.plan.assignments_of.get(item, ())}
    plan_id = edit.plan.info.id
    for (party, owner), order in zip(wanted.items(), keys_after("", len(wanted)), strict=True):
        cell = cells.get(party) or Assignment(derived_id(plan_id, item, party), item, party)
        letters = cell.letters if owner.part == cell.part and cell.is_owner else cell.letters + letter_for(owner.part)
        edit.put(replace(cell, letters=normalise(letters), part=owner.part, order=order))
    for party, cell in cells.items():
        if party not in wanted and cell.is_owner:
            put_cell(edit, replace(cell, letters=cell.letters.replace("R", ""), part="", order=""))


def put_cell(edit: Edit, cell: Assignment) -> None:
    """Keep a RASIC cell, or take it away where nothing is left in it."""
    if cell.is_empty:
        edit.remove(cell)
    else:
        edit.put(cell)
