"""Cells as Excel shows them."""

from datetime import datetime

import pytest
from openpyxl import Workbook

from mkplanner.models.formats.xlsx_cells import cell_words, day_words


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [(3.0, "General", "3"), (0.45, "0%", "45%"), (2.5, "General", "2.5"), (True, "General", "TRUE"), (None, "", "")],
)
def test_numbers_lose_their_tails(value: object, form: str, words: str) -> None:
    cell = Workbook().active["A1"]
    cell.value, cell.number_format = value, form or "General"
    assert cell_words(cell) == words


def test_a_moment_shows_its_day_alone_at_midnight() -> None:
    assert day_words(datetime(2027, 3, 1), "d mmm yyyy hh:mm") in ("1 Mar 2027", "1 Mar 2027 00:03")
    assert day_words(datetime(2027, 3, 1), 'ddd "the" d\\.m') == "Mon the 1.3"
