"""Orders about parties: add, change, retire and remove people, posts, teams and boards."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.errors import RefusedError
from mkplanner.models.edit import Edit
from mkplanner.models.ids import derived_id, new_id
from mkplanner.models.orderkeys import key_between, keys_after
from mkplanner.models.people import Party, PartyKind, abbreviation_of, guess_kind
from mkplanner.models.rasic.letters import Assignment, normalise
from mkplanner.models.rasic.owners import add_party, find_party
from mkplanner.records import frozen


@frozen(slots=False)
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


@frozen(slots=False)
class AddParties:
    """Add several parties of one organisation in one step; names that the plan knows already are passed over."""

    names: tuple[str, ...]
    kind: PartyKind | None = None
    organisation: str = ""
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say how many."""
        return "Add person or group" if len(self.names) == 1 else f"Add {len(self.names)} people or groups"

    def apply(self, edit: Edit) -> str:
        """Add them and return the id of the first. Raises `RefusedError` where the plan knows every name already."""
        made = ""
        for name in self.names:
            if name.strip() and find_party(edit.plan.parties.values(), name) is None:
                id_ = AddParty(name, self.kind, organisation=self.organisation).apply(edit)
                made = made or id_
        if not made:
            known = "These names are" if len(self.names) > 1 else f"“{''.join(self.names).strip()}” is"
            raise RefusedError(f"{known} already in this plan.", "Nothing was changed.")
        return made


@frozen(slots=False)
class MoveParty:
    """Put a party before another in the plan's order, or at the end."""

    party: str
    before: str | None = None
    title: str = "Move person or group"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Move it; parties that share a place, as old merges left them, are given places of their own first."""
        party = party_of(edit, self.party)
        others = [other for other in edit.plan.ordered_parties if other.id != party.id]
        if len({other.order for other in others}) < len(others) or not all(other.order for other in others):
            keys = keys_after("", len(others))
            others = [replace(other, order=key) for other, key in zip(others, keys, strict=True)]
            for other in others:
                edit.put(other)
        places = [other.id for other in others]
        at = places.index(self.before) if self.before in places else len(others)
        left = others[at - 1].order if at else ""
        right = others[at].order if at < len(others) else ""
        edit.put(replace(party, order=key_between(left, right)))
        return party.id


@frozen(slots=False)
class MoveOrganisation:
    """Put all parties of one group before all of another, each in the order they have; `parties` and `before` are ids."""

    parties: tuple[str, ...]
    before: str | None = None
    title: str = "Move council"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str | None:
        """Move them one after another."""
        for party in self.parties:
            MoveParty(party, self.before).apply(edit)
        return self.parties[0] if self.parties else None


@frozen(slots=False)
class MergeParties:
    """Make two parties one: `gone` gives its letters, notes and members to `kept`, and leaves the plan."""

    kept: str
    gone: str
    title: str = "Merge people or groups"
    merge_key: str | None = None

    def apply(self, edit: Edit) -> str:
        """Merge them. Raises `RefusedError` where they are the same, or one is no longer in the plan."""
        kept, gone = party_of(edit, self.kept), party_of(edit, self.gone)
        if kept.id == gone.id:
            raise RefusedError(f"“{kept.name}” cannot be merged with itself.", "Choose another; nothing was changed.")
        plan = edit.plan
        for cell in plan.assignments.values():
            if cell.party == gone.id:
                _hand_over(edit, cell, kept.id)
        for party in plan.parties.values():
            if party.organisation == gone.id:
                edit.put(replace(party, organisation=None if party.id == kept.id else kept.id))
        edit.remove(gone)
        fresh = party_of(edit, kept.id)
        role, home = fresh.role or gone.role, fresh.organisation or gone.organisation
        edit.put(replace(fresh, role=role, organisation=None if home == kept.id else home))
        return kept.id


def _hand_over(edit: Edit, cell: Assignment, party: str) -> None:
    """Give what stands in a cell to another party's cell of the same row."""
    edit.remove(cell)
    id_ = derived_id(edit.get_info().id, cell.item, party)
    own = edit.get(Assignment, id_) or Assignment(id_, cell.item, party)
    assert isinstance(own, Assignment)
    notes = dict.fromkeys(note for note in (own.qualifier, cell.qualifier) if note)
    edit.put(
        replace(
            own,
            letters=normalise(own.letters + cell.letters),
            qualifier="; ".join(notes),
            part=own.part or cell.part,
            order=own.order or cell.order,
        )
    )


@frozen(slots=False)
class ChangeParty:
    """Change one field of a party: name, role, kind, organisation (by name) or retired."""

    party: str
    key: str
    value: object
    merge_key: str | None = None

    @property
    def title(self) -> str:
        """Say what changes: "Rename person or group"."""
        words = {"name": "Rename person or group"}
        if self.key == "retired":
            return "Retire person or group" if self.value else "Bring person or group back"
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


@frozen(slots=False)
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
