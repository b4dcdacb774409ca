"""CSV of a whole plan."""

import csv
from io import StringIO

import pytest

from mkplanner.models.formats.plan_tables import COLUMNS
from mkplanner.models.formats.read_csv import read_csv
from mkplanner.models.formats.write_csv import CARRIED, safe, write_csv
from mkplanner.models.plan import Plan, PlanInfo
from tests.charts.outputs.every_report import example
from tests.models.formats.awkward import ID, awkward
from tests.models.formats.same_plan import brought_in, plain


def table(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.lstrip("\ufeff"), newline="")))


def test_it_begins_with_the_mark_that_excel_looks_for_and_has_a_row_for_each() -> None:
    text = write_csv(example())
    assert text.startswith("\ufeffNo.,Kind,Ref,Title,By when")
    rows = table(text)
    assert len(rows) == len(example().items) + 1
    assert rows[0][: len(COLUMNS)] == list(COLUMNS)
    assert {len(row) for row in rows[:3]} == {len(rows[0])}


@pytest.mark.parametrize("words", ["=1+1", "+44", "-5", "@home", "'quoted'", "\tx"])
def test_what_a_spreadsheet_takes_for_a_formula_is_marked_as_text(words: str) -> None:
    assert safe(words) == "'" + words


def test_numbers_and_days_are_not() -> None:
    assert safe(-3) == "-3"


@pytest.mark.parametrize("plan", [example(), awkward(), Plan(PlanInfo(ID))], ids=["example", "awkward", "empty"])
def test_it_comes_back_as_it_was(plan: Plan) -> None:
    draft = read_csv(write_csv(plan))
    assert draft.exact == plan
    assert plain(brought_in(draft)) == plain(plan)


def test_what_somebody_edited_wins_and_the_rest_stays() -> None:
    rows = table(write_csv(example()))
    rows[3][3] = "Take it to the board"
    out = StringIO()
    csv.writer(out).writerows(rows)
    draft = read_csv(out.getvalue())
    assert [notice.id for notice in draft.notices] == ["import-edited"]
    found, wanted = plain(brought_in(draft)), plain(example())
    wanted["items"][2]["title"] = "Take it to the board"
    assert found == wanted


def test_rows_can_be_added_and_the_hidden_column_may_go() -> None:
    rows = [row[:-1] for row in table(write_csv(example()))]
    assert CARRIED not in rows[0]
    rows.append(["4", "Action", "", "One more", "June 2027", *[""] * 12])
    out = StringIO()
    csv.writer(out).writerows(rows)
    plan = brought_in(read_csv(out.getvalue()))
    assert len(plan.items) == len(example().items) + 1
    assert "One more" in {item.title for item in plan.items.values()}
