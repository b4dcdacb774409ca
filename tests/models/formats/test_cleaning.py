"""Text is tidied and never shortened."""

import pytest

from mkplanner.models.formats.cleaning import (
    clean,
    close_up,
    lines_of,
    list_entries,
    one_line,
    tidy,
    without_emphasis,
    without_markup,
)


def test_blanks_and_no_break_spaces_become_one_blank() -> None:
    assert one_line("Join\u00a0  up \n the systems") == "Join up the systems"


def test_lines_and_one_empty_line_between_them_stay() -> None:
    assert tidy("\n By  May \n\n\n\u00a0Ongoing\n") == "By May\n\nOngoing"
    assert close_up("By May\n\nOngoing") == "By May\nOngoing"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\f", "\u2028"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert [line.text for line in lines_of(f"one{end}two")] == ["one", "two"]


def test_signs_that_nobody_sees_go() -> None:
    assert clean("\ufeffSalt\u200bway\ud800") == "Saltway?"


def test_markup_goes_and_words_stay_apart() -> None:
    assert one_line(without_markup("Fewer<br/>visits &amp; letters <5 miles")) == "Fewer visits & letters <5 miles"
    assert without_emphasis("Plan (*short*) 2 * 3") == "Plan (short) 2 * 3"


def test_paragraphs_and_bullets_are_entries_of_a_list() -> None:
    assert list_entries("Such as: <ul class='x'> • one • two <p>three</p>") == ["Such as:", "one", "two", "three"]
