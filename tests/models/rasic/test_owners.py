"""Owners are the Responsible parties: one truth, seen from two sides."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.rasic.owners import OwnerWords, find_party, letter_for, read_owners, show_owners
from tests.builders import session_of


def letters_of(plan, item: str) -> dict[str, str]:
    return {plan.parties[cell.party].name: cell.letters for cell in plan.assignments_of.get(item, ())}


def test_owners_typed_as_text_become_parties_with_the_letter_r() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", "Head of Legal; Nesta Prowse"),))).id or ""
    assert letters_of(session.plan, item) == {"Head of Legal": "R", "Nesta Prowse": "R"}
    assert show_owners(session.plan, item) == "Head of Legal, Nesta Prowse"


def test_a_letter_typed_into_the_matrix_shows_under_owner() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", "Head of Legal"),))).id or ""
    (legal,) = session.plan.parties
    session.run(SetLetters(item, legal, "A"))
    assert show_owners(session.plan, item) == ""
    session.run(SetLetters(item, legal, "AR"))
    assert show_owners(session.plan, item) == "Head of Legal"


def test_somebody_who_is_no_longer_owner_keeps_other_letters() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", "Head of Legal"),))).id or ""
    (legal,) = session.plan.parties
    session.run(SetLetters(item, legal, "ARC"))
    session.run(SetField(item, "owners", "HR Manager"))
    assert letters_of(session.plan, item) == {"Head of Legal": "AC", "HR Manager": "R"}


def test_setting_the_same_owners_again_alters_nothing() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", "Head of Legal, HR Manager"),))).id or ""
    assert session.run(SetField(item, "owners", "Head of Legal, HR Manager")).seq is None


def test_a_part_before_by_proposes_its_letter_and_prints() -> None:
    owners = read_owners("Proposals by HR Manager\nAgreement by Joint Board")
    assert owners == (OwnerWords("HR Manager", part="Proposals"), OwnerWords("Joint Board", part="Agreement"))
    assert [letter_for(owner.part) for owner in owners] == ["R", "A"]
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", list(owners)),))).id or ""
    assert letters_of(session.plan, item) == {"HR Manager": "R", "Joint Board": "A"}
    assert show_owners(session.plan, item) == "Proposals by HR Manager, Agreement by Joint Board"


def test_a_party_is_known_by_name_abbreviation_and_name_with_role() -> None:
    session, _ = session_of()
    session.run(AddItem("Draft", fields=(("owners", "Joint Steering Group (JSG); Nesta Prowse"),)))
    parties = session.plan.parties.values()
    assert find_party(parties, "JSG") is find_party(parties, "joint steering group")
    assert find_party(parties, "nesta  prowse") is not None
    assert find_party(parties, "Nobody") is None


def test_the_letter_r_and_action_by_are_one_whatever_the_plans_letters() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", "Head of Legal"),))).id or ""
    session.run(UseLetterSet("DACI"))
    (legal,) = session.plan.parties
    assert show_owners(session.plan, item) == "Head of Legal"
    session.run(SetLetters(item, legal, "A"))
    assert show_owners(session.plan, item) == ""
    session.run(SetLetters(item, legal, "D", typed=True))
    assert show_owners(session.plan, item) == "Head of Legal"
    session.run(SetLetters(item, legal, "R", typed=True))
    assert show_owners(session.plan, item) == "Head of Legal"


def test_agreement_by_somebody_proposes_a_and_clearing_the_cell_takes_the_part_along() -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft", fields=(("owners", "Proposals by HR Manager; Agreement by PSG"),))).id or ""
    assert letters_of(session.plan, item) == {"HR Manager": "R", "PSG": "A"}
    psg = next(party.id for party in session.plan.parties.values() if party.name == "PSG")
    session.run(SetLetters(item, psg, ""))
    assert show_owners(session.plan, item) == "Proposals by HR Manager"
    session.undo()
    assert show_owners(session.plan, item) == "Proposals by HR Manager, Agreement by PSG"
    session.run(SetField(item, "owners", "HR Manager"))
    assert letters_of(session.plan, item) == {"HR Manager": "R", "PSG": "A"}, "who agreed still answers for it"


NAMES = ("Head of Legal", "HR Manager", "Joint Board")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(NAMES), st.sampled_from(["", "R", "A", "AR", "C"])), max_size=12)
)
def test_whoever_is_responsible_stands_under_action_by_whichever_side_is_changed(steps) -> None:
    session, _ = session_of()
    item = session.run(AddItem("Draft")).id or ""
    for name in NAMES:
        session.run(AddParty(name, id=name))
    for by_letters, name, letters in steps:
        if by_letters:
            session.run(SetLetters(item, name, letters))
        else:
            now = [owner for owner in show_owners(session.plan, item).split(", ") if owner]
            wanted = [owner for owner in now if owner != name] if name in now else [*now, name]
            session.run(SetField(item, "owners", wanted))
    held = letters_of(session.plan, item)
    assert set(filter(None, show_owners(session.plan, item).split(", "))) == {
        n for n, found in held.items() if "R" in found
    }
