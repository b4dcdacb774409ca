"""Page furniture is set aside and told."""

import pytest

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.text_furniture import set_aside


@pytest.mark.parametrize(
    "line",
    [
        "This website uses cookies to make your visit better.",
        "Updated 2031-01-26",
        "Last updated: 3 May 2031",
        "Page 3 of 12",
        "© Aldermere Council",
    ],
)
def test_furniture_is_told_word_for_word(line: str) -> None:
    kept = set_aside(lines_of(f"Saltway plan\n{line}\nMove the office"))
    assert [row.text for row in kept.lines] == ["Saltway plan", "Move the office"]
    assert [(aside.id, aside.text, aside.line) for aside in kept.asides] == [("import-furniture", line, 2)]


@pytest.mark.parametrize("line", ["Reviewed May 2031 by the board", "Print the leaflet", "Move the cookie tins"])
def test_rows_are_not_taken_for_furniture(line: str) -> None:
    assert len(set_aside(lines_of(line)).lines) == 1


def test_a_running_head_is_told_once_and_its_best_spelling_is_the_title() -> None:
    text = "\n".join(["Saltway Plan 2024/25 - 20026/27", "a"] * 3 + ["Saltway Plan 2024/25 - 2026/27", "b"])
    kept = set_aside(lines_of(text))
    assert kept.running_head == "Saltway Plan 2024/25 - 2026/27"
    assert [aside.id for aside in kept.asides].count("import-year-damaged") == 1
    assert kept.breaks == {1, 3, 5, 7}


def test_a_cell_that_comes_back_is_no_running_head() -> None:
    text = "\n".join(["Action", "Owner", *["Head of Human Resources", "a"] * 5])
    assert not set_aside(lines_of(text)).running_head


@pytest.mark.parametrize("cell", ["By 31 March 2031", "1. Move the old plan", "Saltway Programme Management Board"])
def test_dates_entries_and_names_that_come_back_are_cells(cell: str) -> None:
    text = "\n\n".join(["Saltway plan", "Move", cell, "Open", cell, "Tell", cell])
    kept = set_aside(lines_of(text))
    assert [line.text for line in kept.lines if not line.is_blank].count(cell) == 3
