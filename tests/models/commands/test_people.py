"""Adding, renaming, retiring and removing parties."""

from dataclasses import replace

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.people import (
    AddParties,
    AddParty,
    ChangeParty,
    MergeParties,
    MoveOrganisation,
    MoveParty,
    RemoveParty,
)
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.people import Party, PartyKind
from mkplanner.models.plan import Plan
from tests.builders import empty_plan, session_of


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


def test_several_are_added_in_one_step_and_known_names_passed_over() -> None:
    session, _ = session_of()
    session.run(AddParty("HR Manager"))
    session.run(AddParties(("Head of Legal", "hr manager", "Payroll Lead", " "), organisation="Tidemouth Council"))
    assert [party.name for party in session.plan.ordered_parties if party.kind is not PartyKind.ORGANISATION] == [
        "HR Manager",
        "Head of Legal",
        "Payroll Lead",
    ]
    with pytest.raises(RefusedError, match="already in this plan"):
        session.run(AddParties(("HR Manager",)))
    session.undo()
    assert [party.name for party in session.plan.ordered_parties] == ["HR Manager"]


def names(plan: Plan) -> list[str]:
    return [party.name for party in plan.ordered_parties]


def test_a_party_moves_before_another_or_to_the_end() -> None:
    session, _ = session_of()
    for name in "abc":
        session.run(AddParty(name, id=name))
    session.run(MoveParty("c", "a"))
    assert names(session.plan) == ["c", "a", "b"]
    session.run(MoveParty("c"))
    assert names(session.plan) == ["a", "b", "c"]
    session.run(MoveOrganisation(("b", "c"), "a"))
    assert names(session.plan) == ["b", "c", "a"]
    session.undo()
    assert names(session.plan) == ["a", "b", "c"]


def test_parties_that_share_a_place_can_be_moved_all_the_same() -> None:
    parties = {id_: Party(id_, name=id_) for id_ in "abc"}
    session, _ = session_of(replace(empty_plan(), parties=parties))
    session.run(MoveParty("c", "a"))
    assert names(session.plan) == ["c", "a", "b"]


def test_a_merge_gives_letters_notes_parts_and_members_to_whoever_stays() -> None:
    session, _ = session_of()
    session.run(AddItem("Draft", id="i"))
    session.run(AddItem("Agree", id="j"))
    session.run(AddParty("Head of Finance", id="x"))
    session.run(AddParty("Finance Head", id="y", role="s151"))
    session.run(SetLetters("i", "x", "A", "budget"))
    session.run(SetLetters("i", "y", "RC", "costs"))
    session.run(SetField("j", "owners", "Agreement by Finance Head"))
    before = session.plan
    session.run(MergeParties("x", "y"))
    cell = session.plan.assignments_of["i"][0]
    assert (cell.party, cell.letters, cell.qualifier) == ("x", "ARC", "budget; costs")
    assert session.plan.assignments_of["j"][0].part == "Agreement"
    assert set(session.plan.parties) == {"x"}
    assert session.plan.parties["x"].role == "s151"
    session.undo()
    assert session.plan.assignments == before.assignments
    assert session.plan.parties == before.parties


def test_two_councils_are_merged_with_their_people() -> None:
    session, _ = session_of()
    session.run(AddParty("HR Manager", id="x", organisation="Aldermere Council"))
    session.run(AddParty("Legal", id="y", organisation="Aldermere"))
    homes = {party.name: party.id for party in session.plan.parties.values()}
    session.run(MergeParties(homes["Aldermere Council"], homes["Aldermere"]))
    assert session.plan.parties["y"].organisation == homes["Aldermere Council"]
    with pytest.raises(RefusedError, match="itself"):
        session.run(MergeParties("x", "x"))
