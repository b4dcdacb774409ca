"""Excel workbooks of a whole plan, opened by openpyxl, which did not write them."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mkplanner.models.formats.plan_tables import COLUMNS
from mkplanner.models.formats.read_xlsx import read_xlsx
from mkplanner.models.formats.write_xlsx import CARRIED, plain, write_xlsx
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.charts.outputs.every_report import example
from tests.models.formats.awkward import ID, awkward
from tests.models.formats.same_plan import brought_in
from tests.models.formats.same_plan import plain as said

MADE = datetime(2026, 11, 22)


def opened(plan: Plan):
    return load_workbook(BytesIO(write_xlsx(plan, MADE)))


def test_sheets_heads_filters_and_frozen_panes() -> None:
    book = opened(example())
    assert book.sheetnames == ["Plan", "RASIC", "Parties", "About", CARRIED]
    sheet = book["Plan"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "E2"
    assert book["RASIC"].freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"
    assert book[CARRIED].sheet_state == "veryHidden"
    assert sheet.column_dimensions["D"].width > 40


def test_days_are_days_and_words_wrap() -> None:
    sheet = opened(example())["Plan"]
    row = next(row for row in sheet.iter_rows() if row[4].value == "By 31 March 2027")
    assert row[6].value.date() == date(2027, 3, 31)
    assert row[6].number_format == "d mmm yyyy"
    assert row[3].alignment.wrap_text
    assert row[11].value == 45


def test_what_begins_like_a_formula_is_text() -> None:
    book = opened(awkward())
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    titles = [row[3].value for row in book["Plan"].iter_rows(min_row=2)]
    assert "+44 ring them" in titles
    assert "@home" in titles


@pytest.mark.parametrize("plan", [example(), awkward(), Plan(PlanInfo(ID))], ids=["example", "awkward", "empty"])
def test_it_comes_back_as_it_was(plan: Plan) -> None:
    draft = read_xlsx(write_xlsx(plan, MADE), PlanContext())
    assert draft.exact == plan
    assert said(brought_in(draft)) == said(plan)


def test_a_workbook_saved_by_another_program_comes_back_as_it_was() -> None:
    out = BytesIO()
    opened(example()).save(out)
    assert read_xlsx(out.getvalue(), PlanContext()).exact == example()


def test_what_somebody_edited_in_excel_wins() -> None:
    book = opened(example())
    book["Plan"]["D4"] = "Take it to the board"
    letters = book["RASIC"]
    place = next(cell.column for cell in letters[1] if cell.value == "Joint Board")
    letters.cell(4, place).value = "A, I (by letter)"
    out = BytesIO()
    book.save(out)
    draft = read_xlsx(out.getvalue(), PlanContext())
    assert draft.exact is not None
    item = next(item for item in draft.exact.items.values() if item.title == "Take it to the board")
    cells = {draft.exact.parties[c.party].name: (c.letters, c.qualifier) for c in draft.exact.assignments_of[item.id]}
    assert cells["Joint Board"] == ("AI", "by letter")
    assert draft.exact.info.quarters == example().info.quarters
    assert [notice.id for notice in draft.notices] == ["import-edited"]


def test_the_same_plan_and_moment_give_the_same_bytes() -> None:
    assert write_xlsx(example(), MADE) == write_xlsx(example(), MADE)


def test_no_cell_is_longer_or_stranger_than_excel_allows() -> None:
    assert len(plain("x" * 100_000)) == 32_000
    assert plain("a\x00b\x0b\ud800c\n") == "abc\n"
