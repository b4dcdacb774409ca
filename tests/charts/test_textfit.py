"""Wrapping and shortening with the bundled fonts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.fonts import readable, width
from mkplanner.charts.textfit import ELLIPSIS, shorten, wrap

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)


def test_words_wrap_at_spaces_and_all_but_the_last_line_end_in_one() -> None:
    assert wrap("Agree the terms of reference", "regular", 10, 70) == ["Agree the ", "terms of ", "reference"]


def test_the_authors_own_lines_are_kept() -> None:
    assert wrap("By 31 March\nOngoing for new services", "regular", 10, 300) == [
        "By 31 March ",
        "Ongoing for new services",
    ]


def test_a_word_too_long_breaks_with_a_hyphen_and_loses_no_letter() -> None:
    lines = wrap("x" * 400, "regular", 10, 100)
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines) == "x" * 400


def test_an_address_breaks_after_its_own_strokes_first() -> None:
    lines = wrap("https://aldermere.example/plans/audit", "regular", 10, 110)
    assert "".join(lines) == "https://aldermere.example/plans/audit"


def test_a_dash_that_ends_a_line_keeps_its_space() -> None:
    assert wrap("Audit – Brackwell", "regular", 10, 45)[0] == "Audit – "


def test_a_column_narrower_than_a_letter_still_ends() -> None:
    assert wrap("WW", "bold", 10, 1) == ["W-", "W"]


def test_no_words_are_one_empty_line() -> None:
    assert wrap("", "regular", 10, 100) == [""]
    assert wrap("\n", "regular", 10, 100) == [""]


@given(WORDS, st.floats(20, 400))
def test_every_line_fits_and_every_letter_is_kept(words: str, room: float) -> None:
    lines = wrap(words, "regular", 10, room)
    assert all(width(line.rstrip(), "regular", 10) <= room + 0.1 or len(line.rstrip("- ")) <= 1 for line in lines)
    kept = "".join("".join(lines).split()).replace("-", "")
    assert kept == "".join(readable(" ".join(words.splitlines())).split()).replace("-", "")


def test_shortening_fills_the_room_and_says_so() -> None:
    short = shorten("Agree the terms of reference", "regular", 10, 80)
    assert short.endswith(ELLIPSIS)
    assert width(short, "regular", 10) <= 80 < width("Agree the terms of", "regular", 10)
    assert shorten("Short", "regular", 10, 80) == "Short"
