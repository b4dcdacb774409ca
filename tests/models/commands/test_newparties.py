"""Names of a draft meet the parties of the plan."""

from mkplanner.models.commands.newparties import PartyBook
from mkplanner.models.formats.base import DraftOwner
from mkplanner.models.people import Party, PartyKind


def test_an_abbreviation_written_first_is_the_body_written_out_later() -> None:
    book = PartyBook([])
    owners = [DraftOwner("JSB"), DraftOwner("Edith Marlow"), DraftOwner("Joint Saltway Board (JSB)")]
    book.learn(owners)
    assert book.party(owners[0]) == book.party(owners[2]) == book.party(DraftOwner("Joint Saltway Board"))
    assert [party.name for party in sorted(book.changed(), key=lambda party: party.order)] == [
        "Joint Saltway Board (JSB)",
        "Edith Marlow",
    ]


def test_a_known_person_gains_a_role_but_never_loses_one() -> None:
    known = [Party("1", PartyKind.PERSON, "Edith Marlow"), Party("2", PartyKind.PERSON, "Greta Holm", "Billing Lead")]
    book = PartyBook(known)
    book.learn([DraftOwner("EDITH  MARLOW", "Programme Manager"), DraftOwner("Greta Holm", "Clerk")])
    assert [(party.name, party.role) for party in book.changed()] == [("Edith Marlow", "Programme Manager")]


def test_new_parties_stand_behind_the_old_ones() -> None:
    book = PartyBook([Party("1", PartyKind.POST, "KL", order="M")])
    book.learn([DraftOwner("MN")])
    assert all(party.order > "M" for party in book.changed())
