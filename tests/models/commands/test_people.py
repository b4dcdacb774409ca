"""Adding, renaming, retiring and removing parties."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.people import AddParty, ChangeParty, RemoveParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.people import PartyKind
from tests.builders import session_of


def test_a_party_is_added_once_and_its_organisation_with_it() -> None:
    session, _ = session_of()
    lead = session.run(AddParty("Partnership Lead", organisation="Saltway Partnership")).id or ""
    names = {party.name: party for party in session.plan.ordered_parties}
    assert names["Saltway Partnership"].kind is PartyKind.ORGANISATION
    assert names["Partnership Lead"].organisation == names["Saltway Partnership"].id
    with pytest.raises(RefusedError, match="already in this plan"):
        session.run(AddParty("partnership lead"))
    session.run(ChangeParty(lead, "name", "Partnership Director"))
    assert session.plan.parties[lead].name == "Partnership Director"


def test_a_name_that_is_taken_or_empty_is_refused() -> None:
    session, _ = session_of()
    one = session.run(AddParty("Head of Legal")).id or ""
    session.run(AddParty("HR Manager"))
    for name in ("HR Manager", "  "):
        with pytest.raises(RefusedError):
            session.run(ChangeParty(one, "name", name))
    with pytest.raises(RefusedError, match="no field"):
        session.run(ChangeParty(one, "colour", "red"))


def test_a_removed_party_takes_its_letters_and_undo_brings_both_back() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    party = session.run(AddParty("Head of Legal")).id or ""
    session.run(SetLetters(item, party, "A"))
    before = session.plan
    session.run(RemoveParty(party))
    assert not session.plan.assignments
    session.undo()
    assert session.plan == before


def test_kind_role_and_retirement_can_be_changed() -> None:
    session, _ = session_of()
    party = session.run(AddParty("Nesta Prowse")).id or ""
    session.run(ChangeParty(party, "role", "Project Manager"))
    session.run(ChangeParty(party, "kind", "post"))
    session.run(ChangeParty(party, "retired", True))
    found = session.plan.parties[party]
    assert (found.role, found.kind, found.retired) == ("Project Manager", PartyKind.POST, True)
