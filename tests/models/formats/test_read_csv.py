"""Comma-separated tables."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.formats.read_csv import read_csv


def test_cells_in_quotation_marks_keep_their_lines() -> None:
    draft = read_csv('Action,By when,Owner\n"Move, then open","By May 2026\nOngoing after",KL\n')
    assert [(item.title, item.date, item.owners[0].name) for item in draft.items] == [
        ("Move, then open", "By May 2026\nOngoing after", "KL")
    ]


def test_semicolons_and_apostrophes_of_a_spreadsheet_are_understood() -> None:
    draft = read_csv("Action;By when\n'=Move;'May 2026\n")
    assert (draft.items[0].title, draft.items[0].date) == ("=Move", "May 2026")


def test_a_column_without_a_field_is_kept_under_its_heading() -> None:
    assert read_csv("Action,By when,Cost code\nMove,May 2026,X12\n").items[0].notes == "Cost code: X12"


def test_an_empty_table_says_so() -> None:
    assert [notice.id for notice in read_csv("").notices] == ["import-no-table"]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    read_csv(text)
