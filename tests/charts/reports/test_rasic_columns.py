"""How the parties of a matrix are shared out over tables."""

from __future__ import annotations

import itertools

import pytest

from mkplanner.charts.pages import Sheet
from mkplanner.charts.reports.rasic_columns import Frame, least_widths, tile_columns, tiles
from mkplanner.charts.reports.rasic_rows import RasicRows
from mkplanner.models.people import PartyKind
from tests.charts.sample_plans import PlanMaker, crowd

A4 = Sheet.of("A4", "landscape")


def councils(*sizes: int) -> RasicRows:
    """One action with a letter for each of so many posts of each council."""
    make = PlanMaker()
    row = make.add("Agree")
    for council, size in enumerate(sizes):
        home = make.party(f"Council {council}", kind=PartyKind.ORGANISATION)
        for number in range(size):
            make.give(row, make.party(f"Post {council}.{number}", home), "R")
    return RasicRows(make.plan())


@pytest.mark.parametrize("sheet", [A4, Sheet.of("A4", "portrait"), Sheet.of("A3", "landscape")])
@pytest.mark.parametrize("count", [1, 5, 24, 60])
def test_every_party_has_one_column_and_every_table_fills_its_sheet(sheet: Sheet, count: int) -> None:
    rows = RasicRows(crowd(count, 4))
    frame = Frame.of(sheet, rows)
    found = tiles(rows, frame)
    assert [holder for tile in found for holder in tile.holders] == rows.holders
    assert [tile.is_last for tile in found] == [False] * (len(found) - 1) + [True]
    for tile in found:
        columns = tile_columns(frame, tile)
        assert columns[0].x == sheet.left
        assert columns[-1].right == pytest.approx(sheet.right, abs=0.01)
        assert all(column.right == after.x for column, after in itertools.pairwise(columns))


def test_an_organisation_stays_together_where_that_costs_no_table() -> None:
    rows = councils(9, 9, 9)
    found = tiles(rows, Frame.of(A4, rows))
    assert len(found) > 1
    assert all(len({holder.home for holder in tile.holders}) == len(tile.holders) // 9 for tile in found)
    assert found[0].words == "Council 0"


def test_a_column_is_wide_enough_for_two_letters_and_for_the_name_of_its_organisation() -> None:
    make = PlanMaker()
    row = make.add("Agree")
    home = make.party("Communications", kind=PartyKind.ORGANISATION)
    alone, busy = make.party("Lead", home), make.party("Deputy")
    make.give(row, alone, "R")
    make.give(row, busy, "AR")
    widths = least_widths(RasicRows(make.plan()))
    assert widths[0] > 75
    assert widths[1] > 17 + 18
