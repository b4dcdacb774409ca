"""Blocks of cells through the clipboard of Excel and Word."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.formats.cell_block import read_block, read_html, read_text, write_html, write_text
from mkplanner.models.rasic.lettersets import SETS

CELLS = st.lists(
    st.lists(st.text(st.sampled_from("ARSIC, &/()abc\"'\n"), max_size=12).map(str.strip), min_size=2, max_size=2),
    min_size=1,
    max_size=5,
)


@given(CELLS)
def test_what_is_written_as_text_is_read_again(rows: list[list[str]]) -> None:
    assert read_block(write_text(rows)) == rows


@given(CELLS)
def test_what_is_written_as_a_table_is_read_again(rows: list[list[str]]) -> None:
    tidy = [
        ["\n".join(" ".join(line.split()) for line in cell.split("\n") if line.strip()) for cell in row] for row in rows
    ]
    assert read_html(write_html(rows)) == tidy


def test_every_cell_of_real_tables_goes_round_through_excel_and_word(shared: Path) -> None:
    rasic = SETS["RASIC"]
    cells = json.loads((shared / "data/rasic_cells.json").read_text(encoding="utf-8"))["cells"]
    rows = [[cell["text"], "R"] for cell in cells]
    for block in (read_block(write_text(rows)), read_block("", write_html(rows))):
        for cell, (text, _) in zip(cells, block, strict=True):
            read = rasic.read(text)
            assert read is not None
            assert (set(read[0]), read[1]) == (set(cell["letters"]), cell.get("qualifier", "")), cell


def test_a_table_of_word_is_read_by_its_cells_not_by_its_lines() -> None:
    html = (
        "<html><body><!--StartFragment--><table class=MsoTableGrid><tr><td><p class=MsoNormal>A<o:p></o:p></p>"
        "<p class=MsoNormal>R</p></td><td><p>C&nbsp;&amp; S</p></td></tr><tr><td colspan=2><p>I</p></td></tr></table>"
    )
    assert read_block("A\nR\tC & S\nI\t", html) == [["A\nR", "C & S"], ["I", ""]]


def test_excels_quoted_cells_and_stray_quotation_marks() -> None:
    assert read_text('"A\nR"\tC\r\n') == [["A\nR", "C"]]
    assert read_text('5" pipe\tC') == [['5" pipe', "C"]]


def test_rows_of_different_length_are_made_even() -> None:
    assert read_block("A\tR\nC") == [["A", "R"], ["C", ""]]
    assert read_block("") == []
