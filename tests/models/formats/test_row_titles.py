"""What stands around a title."""

import pytest

from mkplanner.models.formats.row_titles import is_torn, leading_ref, shared_words, without_continued


@pytest.mark.parametrize(
    ("title", "ref", "rest"),
    [
        ("1.2 Agree it", "1.2", "Agree it"),
        ("a) Agree it", "a", "Agree it"),
        ("3. Agree it", "3", "Agree it"),
        ("SAL01 Agree it", "SAL01", "Agree it"),
        ("3 monthly reviews", "", "3 monthly reviews"),
        ("Agree it", "", "Agree it"),
    ],
)
def test_numbers_in_front_are_parted(title: str, ref: str, rest: str) -> None:
    assert leading_ref(title) == (ref, rest)


@pytest.mark.parametrize("end", [" (cont'd)", " (cont’d)", " cont'd", " (continued)", " contd:"])
def test_every_way_of_going_on_is_known(end: str) -> None:
    assert without_continued(f"Move the files{end}") == ("Move the files", True)


def test_a_title_that_ends_otherwise_stays() -> None:
    assert without_continued("Keep the contract") == ("Keep the contract", False)


def test_torn_titles_go_on_in_small_letters_or_close_a_bracket() -> None:
    assert is_torn("Move the", "old files")
    assert is_torn("Move (the", "Board). Then rest")
    assert not is_torn("Move the files.", "old files")
    assert not is_torn("Move", "Open")
    assert shared_words("Training contd", "Arrange training") == 0.5
