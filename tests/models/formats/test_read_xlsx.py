"""Workbooks as people keep them."""

from datetime import date, datetime

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.read_xlsx import read_xlsx
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.models.formats.office_files import HEADS, STACKED, word, workbook

YEARS = PlanContext(date(2026, 4, 1), date(2028, 3, 31))


def shown(draft: Draft) -> list[tuple[object, ...]]:
    return [(item.kind, item.title, item.date, [owner.name for owner in item.owners]) for item in draft.items]


def test_a_merged_date_beside_sub_actions_belongs_to_their_action() -> None:
    draft = read_xlsx(workbook(STACKED, ["A2:A4", "C2:C4", "D2:D4"]), YEARS)
    assert shown(draft)[:4] == [
        (ItemKind.ACTION, "Agree the terms of the joint board", "By 31 March 2027", ["Ann Other"]),
        (ItemKind.SUB_ACTION, "Draft them", None, []),
        (ItemKind.SUB_ACTION, "Take them to both cabinets", None, []),
        (ItemKind.SUB_ACTION, "Sign them", None, []),
    ]


def test_without_merges_it_belongs_to_the_sub_action() -> None:
    draft = read_xlsx(workbook(STACKED), YEARS)
    assert shown(draft)[1] == (ItemKind.SUB_ACTION, "Draft them", "By 31 March 2027", ["Ann Other"])


def test_a_merged_outcome_belongs_to_each_of_its_actions() -> None:
    rows = (
        ("Key actions", "By when", "Outcomes"),
        ("Open the desk", "May 2027", "People find help"),
        ("Train the staff", "June 2027", ""),
        ("Close the old one", "July 2027", "Money is saved"),
    )
    draft = read_xlsx(workbook(rows, ["C2:C3"]), YEARS)
    assert [(outcome.text, outcome.items) for outcome in draft.outcomes] == [
        ("People find help", (0, 1)),
        ("Money is saved", (2,)),
    ]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("dd/mm/yyyy", "31/03/2027"),
        ("d mmmm yyyy", "31 March 2027"),
        ("mmm-yy", "Mar-27"),
        ("mm-dd-yy", "31/03/2027"),
        ("[$-809]dddd d mmmm yyyy", "Wednesday 31 March 2027"),
    ],
)
def test_a_real_date_gives_what_its_cell_shows(form: str, words: str) -> None:
    rows = (("Action", "By when"), ("Open the desk", datetime(2027, 3, 31)))
    draft = read_xlsx(workbook(rows, formats={"B2": form}), YEARS)
    assert draft.items[0].date == words


def test_a_title_above_the_table_is_the_plans() -> None:
    rows = (("Joint Services Action Plan 2026-28",), (), HEADS, *STACKED[1:])
    draft = read_xlsx(workbook(rows), YEARS)
    assert draft.title == "Joint Services Action Plan 2026-28"
    assert len(draft.items) == 6


def test_sheets_without_a_table_are_told() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(workbook(STACKED)))
    book.create_sheet("Contacts").append(["Ann", "01234"])
    out = BytesIO()
    book.save(out)
    draft = read_xlsx(out.getvalue(), YEARS)
    assert len(draft.items) == 6
    assert any("Contacts" in notice.sentence for notice in draft.notices)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0old", word(STACKED), workbook(STACKED)[:900]]
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(PlannerError):
        read_xlsx(content, YEARS)
