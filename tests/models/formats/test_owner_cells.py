"""Cells under "Action by" become owners."""

import pytest

from mkplanner.models.formats.owner_cells import looks_like_owner, part_role, read_owner_cell


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Head of Law and Performance and Head of Finance", ["Head of Law and Performance", "Head of Finance"]),
        ("Head of Information and Payment Technology", ["Head of Information and Payment Technology"]),
        ("Head of Taxation & Admin", ["Head of Taxation & Admin"]),
        ("Edith Marlow and Staff Forum", ["Edith Marlow", "Staff Forum"]),
        ("KL/MN", ["KL", "MN"]),
        ("KL/ MNO", ["KL", "MNO"]),
        ("MN and Directors", ["MN", "Directors"]),
        ("TBC/CMG Team Leaders", ["TBC/CMG Team Leaders"]),
        ("Edith Marlow\nStaff Forum", ["Edith Marlow", "Staff Forum"]),
        ("Edith Marlow, Greta Holm and Finance Team", ["Edith Marlow", "Greta Holm", "Finance Team"]),
        ("Interim Director, The Academy of Salt", ["Interim Director, The Academy of Salt"]),
        ("", []),
    ],
)
def test_names_are_parted_only_where_each_can_stand_alone(cell: str, names: list[str]) -> None:
    assert [owner.name for owner in read_owner_cell(cell)] == names


def test_a_part_proposes_its_letter() -> None:
    owners = read_owner_cell("Proposals by Edith Marlow and Staff Forum\nAgreement by JSB")
    assert [(owner.name, owner.part, owner.letters) for owner in owners] == [
        ("Edith Marlow", "Proposals", "R"),
        ("Staff Forum", "Proposals", "R"),
        ("JSB", "Agreement", "A"),
    ]


def test_a_role_is_parted_from_a_name_and_an_abbreviation_is_not() -> None:
    assert part_role("Edith Marlow (Programme Manager)") == ("Edith Marlow", "Programme Manager")
    assert part_role("Joint Saltway Board (JSB)") == ("Joint Saltway Board (JSB)", "")


def test_groups_are_known_and_the_columns_letter_holds() -> None:
    (owner,) = read_owner_cell("Staff Forum", "A")
    assert (owner.is_group, owner.letters) == (True, "A")


@pytest.mark.parametrize(
    "text", ["Edith Marlow", "Head of Law", "KL", "All Heads of Service", "E Marlow", "Cllr Holm and KL"]
)
def test_names_look_like_owners(text: str) -> None:
    assert looks_like_owner(text)


@pytest.mark.parametrize(
    "text", ["", "To be agreed at the meeting on 27.1.15.", "some replies to come", "moved by the end"]
)
def test_sentences_do_not_look_like_owners(text: str) -> None:
    assert not looks_like_owner(text)
