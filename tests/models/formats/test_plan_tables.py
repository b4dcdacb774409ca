"""Plans as tables, and tables as plans."""

import pytest

from mkplanner.models.formats.plan_reading import is_ours, read_plan_tables
from mkplanner.models.formats.plan_rebuilding import rebuilt
from mkplanner.models.formats.plan_tables import (
    ABOUT,
    PARTIES,
    PLAN,
    RASIC,
    carried,
    digested,
    plan_sheets,
    table_of,
)
from mkplanner.models.plan import Plan
from tests.charts.outputs.every_report import example
from tests.models.formats.awkward import awkward
from tests.models.formats.same_plan import plain


def tables(plan: Plan) -> list[list[list[str]]]:
    return [table_of(sheet) for sheet in plan_sheets(plan)]


def test_a_plan_has_its_rows_letters_parties_and_facts() -> None:
    assert [sheet.name for sheet in plan_sheets(example())] == [PLAN, RASIC, PARTIES, ABOUT]


def test_the_plan_that_is_carried_comes_back() -> None:
    plan = awkward()
    draft = read_plan_tables(tables(plan), carried(plan, plan_sheets(plan)))
    assert draft is not None
    assert draft.exact == plan
    assert draft.notices == ()


def test_the_tables_alone_give_the_same_plan() -> None:
    plan, doubts = rebuilt(tables(example()), None)
    found, wanted = plain(plan), plain(example())
    for record in (found, wanted):
        record["settings"].pop("quarters")
    assert found == wanted
    assert doubts == []


def test_conventions_come_from_the_plan_that_is_carried() -> None:
    plan, _ = rebuilt(tables(example()), example())
    assert plain(plan) == plain(example())


def test_dates_that_were_read_in_one_way_are_read_so_again() -> None:
    plan, _ = rebuilt(tables(awkward()), awkward())
    found = {item.title: (item.by_when, item.original) for item in plan.items.values()}
    assert found == {item.title: (item.by_when, item.original) for item in awkward().items.values()}


def test_a_status_nobody_knows_is_told() -> None:
    told = tables(example())
    told[0][2][10] = "Sideways"
    _, doubts = rebuilt(told, None)
    assert "Sideways" in doubts[0].sentence


def test_blanks_and_empty_cells_do_not_count_as_edits() -> None:
    told = tables(example())
    moved = [[[f" {cell} ".replace("\n", " \n "), ""][0] for cell in row] + [""] for row in told[0]]
    assert digested([moved, *told[1:]]) == digested(told)
    told[0][1][3] += "!"
    assert digested([moved, *told[1:]]) != digested(told)


@pytest.mark.parametrize("heads", [[], ["No."], ["Action", "By when"]])
def test_other_tables_are_not_ours(heads: list[str]) -> None:
    assert not is_ours([heads])
    assert read_plan_tables([[heads]], None) is None
