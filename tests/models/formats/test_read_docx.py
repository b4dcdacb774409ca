"""Word documents as people keep them."""

from datetime import date, datetime

import pytest

from mkplanner.charts.outputs.docx import docx_bytes
from mkplanner.charts.palette import PAPER
from mkplanner.errors import PlannerError
from mkplanner.models.formats.read_docx import read_docx
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.charts.outputs.every_report import story
from tests.models.formats.office_files import STACKED, word, workbook

YEARS = PlanContext(date(2026, 4, 1), date(2028, 3, 31))


def test_merged_cells_mean_in_word_what_they_mean_in_excel() -> None:
    draft = read_docx(word(STACKED, [(1, 0, 3, 0), (1, 2, 3, 2), (1, 3, 3, 3)]), YEARS)
    assert [(item.kind, item.title, item.date) for item in draft.items][:2] == [
        (ItemKind.ACTION, "Agree the terms of the joint board", "By 31 March 2027"),
        (ItemKind.SUB_ACTION, "Draft them", None),
    ]
    assert len(draft.items) == 6


def test_words_above_the_table_are_the_plans_title() -> None:
    draft = read_docx(word(STACKED, above=["Joint Services Action Plan"]), YEARS)
    assert draft.title == "Joint Services Action Plan"


def test_a_row_across_the_table_heads_those_below_it() -> None:
    rows = (STACKED[0], ("Theme: Getting together", "", "", ""), *STACKED[1:])
    draft = read_docx(word(rows, [(1, 0, 1, 3)]), YEARS)
    assert (draft.items[0].kind, draft.items[0].title) == (ItemKind.THEME, "Getting together")
    assert draft.items[1].parent == 0


def test_a_row_from_edge_to_edge_is_a_theme_even_without_saying_so() -> None:
    rows = (STACKED[0], ("Getting together", "", "", ""), *STACKED[1:])
    draft = read_docx(word(rows, [(1, 0, 1, 3)]), YEARS)
    assert (draft.items[0].kind, draft.items[0].title) == (ItemKind.THEME, "Getting together")


def test_our_own_action_plan_comes_in_with_its_themes_actions_and_parts() -> None:
    draft = read_docx(docx_bytes(story("action-plan"), PAPER, datetime(2026, 11, 22)), YEARS)
    kinds = [item.kind for item in draft.items]
    assert kinds.count(ItemKind.THEME) == 3
    assert kinds.count(ItemKind.ACTION) == 12
    action = next(
        item for item in draft.items if item.title == "Agree one operating model for the shared audit service"
    )
    assert (action.date, [owner.name for owner in action.owners]) == ("By 31 March 2027", ["Audit Manager"])


def test_lines_of_a_cell_stay_apart() -> None:
    rows = (("Action", "By when"), ("Open the desk", "By May 2027 for some\nOngoing for others"))
    assert read_docx(word(rows), YEARS).items[0].date == "By May 2027 for some\nOngoing for others"


def test_a_document_without_a_table_says_so() -> None:
    from io import BytesIO

    from docx import Document

    out = BytesIO()
    document = Document()
    document.add_paragraph("Dear all")
    document.save(out)
    draft = read_docx(out.getvalue(), YEARS)
    assert draft.notices[0].id == "import-no-table"


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing", workbook(STACKED), word(STACKED)[:900]])
def test_what_is_no_document_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(PlannerError):
        read_docx(content, YEARS)
