"""Letters of one cell, however they are written."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.rasic.letters import LETTERS, LONGEST_CELL, Assignment, normalise, read_cell


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("R", ("R", "")),
        ("a, r", ("AR", "")),
        ("A/R", ("AR", "")),
        ("C & S", ("SC", "")),
        ("R and A", ("AR", "")),
        ("R (training only)", ("R", "training only")),
        ("Responsible", ("R", "")),
        ("", ("", "")),
        (" – ", ("", "")),
        ("Friday", None),
        ("see note", None),
    ],
)
def test_a_cell_is_read_as_a_set_of_letters_with_a_note(text: str, read: tuple[str, str] | None) -> None:
    assert read_cell(text) == read


def test_cells_of_real_tables_are_read(shared: Path) -> None:
    cells = json.loads((shared / "data/rasic_cells.json").read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        letters, note = read_cell(cell["text"]) or ("none", "none")
        assert set(letters) == set(cell["letters"]), cell
        assert note == cell.get("qualifier", ""), cell


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = read_cell(text)
    assert read is None or set(read[0]) <= set(LETTERS)


def test_a_strange_letter_is_named() -> None:
    with pytest.raises(ValueError, match="X"):
        normalise("AX")


def test_an_owner_is_responsible_or_has_a_part() -> None:
    assert Assignment("1", "i", "p", "R").is_owner
    assert Assignment("1", "i", "p", "A", part="Agreement").is_owner
    assert not Assignment("1", "i", "p", "AC").is_owner


def test_a_paragraph_holds_no_letters_and_is_told_so_at_once() -> None:
    assert read_cell("A and " * LONGEST_CELL) is None
    assert read_cell("A and and " * 19 + "!") is None


def test_letters_on_lines_of_their_own_are_one_cell() -> None:
    assert read_cell("A\nR") == ("AR", "")
