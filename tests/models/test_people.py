"""Names say what a party is."""

import pytest

from mkplanner.models.people import Party, PartyKind, abbreviation_of, guess_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Joint Board", PartyKind.BODY),
        ("Audit User Group", PartyKind.BODY),
        ("Aldermere Council", PartyKind.ORGANISATION),
        ("Head of Finance", PartyKind.POST),
        ("Partnership Lead", PartyKind.POST),
        ("Payroll Team Leaders", PartyKind.TEAM),
        ("Customer Services", PartyKind.TEAM),
        ("Nesta Prowse", PartyKind.PERSON),
        ("Cllr Owen Tarrant", PartyKind.PERSON),
        ("Dora Chambers", PartyKind.PERSON),
        ("Chief Executive", PartyKind.POST),
    ],
)
def test_the_words_of_a_name_tell_what_it_stands_for(name: str, kind: PartyKind) -> None:
    assert guess_kind(name) is kind


def test_an_abbreviation_in_brackets_is_found() -> None:
    assert abbreviation_of("Joint Steering Group (JSG)") == "JSG"
    assert abbreviation_of("Head of Finance (acting)") == ""


def test_a_full_name_carries_the_role() -> None:
    assert Party("1", name="Nesta Prowse", role="Project Manager").full_name == "Nesta Prowse (Project Manager)"
    assert Party("1", name="Joint Board").full_name == "Joint Board"
