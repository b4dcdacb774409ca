"""Orders about parties: add, change, retire and remove people, posts, teams and boards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.orderkeys import key_between
from mkplanner.models.owners import add_party, find_party
from mkplanner.models.people import Party, PartyKind, abbreviation_of, guess_kind


@dataclass(frozen=True)
class AddParty:
    """Add a party; without a kind its name decides. `organisation` is a name, added as an organisation where it is new."""

    name: str
    kind: PartyKind | None = None
    role: str = ""
    organisation: str = ""
    id: str | None = None
    title: str = "Add person or group"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Add the party and return its id. Raises `RefusedError` if the name is empty or taken."""
        name = " ".join(self.name.split())
        if not name:
            raise RefusedError("A person or group needs a name.", "Nothing was changed.")
        if find_party(edit.plan.parties.values(), name) is not None:
            raise RefusedError(f"“{name}” is already in this plan.", "Nothing was changed.")
        home = _organisation(edit, self.organisation)
        last = edit.plan.ordered_parties[-1].order if edit.plan.parties else ""
        party = Party(
            self.id or new_id(),
            self.kind or guess_kind(name),
            name,
            self.role,
            abbreviation_of(name),
            home,
            key_between(last, ""),
        )
        edit.put(party)
        return party.id


@dataclass(frozen=True)
class ChangeParty:
    """Change one field of a party: name, role, kind, organisation (by name) or retired."""

    party: str
    key: str
    value: object
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say what changes: "Rename person or group"."""
        words = {"name": "Rename person or group", "retired": "Retire person or group"}
        return words.get(self.key, f"Change {self.key} of person or group")

    def apply(self, edit: Edit) -> str:
        """Change the field. Raises `RefusedError` for a name that is empty or taken, or a field that there is not."""
        party = party_of(edit, self.party)
        if self.key == "name":
            edit.put(_renamed(edit, party, str(self.value or "")))
        elif self.key == "organisation":
            edit.put(replace(party, organisation=_organisation(edit, str(self.value or ""))))
        elif self.key == "kind":
            edit.put(replace(party, kind=PartyKind(str(self.value))))
        elif self.key == "retired":
            edit.put(replace(party, retired=bool(self.value)))
        elif self.key == "role":
            edit.put(replace(party, role=str(self.value or "").strip()))
        else:
            raise RefusedError(f"A party has no field called “{self.key}”.", "Nothing was changed.")
        return party.id


@dataclass(frozen=True)
class RemoveParty:
    """Remove a party with its letters; Undo brings both back."""

    party: str
    title: str = "Remove person or group"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Remove the party."""
        party = party_of(edit, self.party)
        for cell in edit.plan.assignments.values():
            if cell.party == party.id:
                edit.remove(cell)
        edit.remove(party)
        return party.id


def party_of(edit: Edit, id_: str) -> Party:
    """Return a party. Raises `RefusedError` if it is no longer in the plan."""
    party = edit.get(Party, id_)
    if not isinstance(party, Party):
        raise RefusedError("That person or group is no longer in the plan.", "Nothing was changed.")
    return party


def _renamed(edit: Edit, party: Party, name: str) -> Party:
    name = " ".join(name.split())
    other = find_party(edit.plan.parties.values(), name)
    if not name or (other is not None and other.id != party.id):
        reason = f"“{name}” is already in this plan." if name else "A person or group needs a name."
        raise RefusedError(reason, "Nothing was changed.")
    return replace(party, name=name, short=abbreviation_of(name))


def _organisation(edit: Edit, name: str) -> str | None:
    if not name.strip():
        return None
    home = add_party(edit, name)
    if home.kind is not PartyKind.ORGANISATION:
        home = replace(home, kind=PartyKind.ORGANISATION)
        edit.put(home)
    return home.id
