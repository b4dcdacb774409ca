"""Rows and columns of the printed Gantt timetable."""

from __future__ import annotations

from datetime import date

import pytest

from mkplanner.charts.pages import Sheet
from mkplanner.charts.reports.gantt_columns import STYLE, Wording, gantt_columns
from mkplanner.charts.reports.gantt_rows import RowMaker, date_cell, lead_words, wording
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import COUNCIL_YEAR
from mkplanner.models.plan import ItemKind, Plan
from tests.charts.sample_plans import PlanMaker, by, saltway


def row_maker(plan: Plan) -> RowMaker:
    columns = gantt_columns(Sheet.of("A3", "landscape"), wording(plan))
    chart = columns[-1]
    scale = Timescale.fitting(date(2025, 4, 1), date(2026, 9, 30), chart.width, chart.x)
    return RowMaker(plan, columns, scale, COUNCIL_YEAR)


@pytest.mark.parametrize("sheet", [Sheet.of(p, o) for p in ("A4", "A3") for o in ("portrait", "landscape")])
def test_columns_fill_the_sheet_and_the_chart_keeps_a_fair_share(sheet: Sheet) -> None:
    full = Wording(["RES01.12"], ["By 31 December 2025 for existing services"], ["Head of Legal, Aldermere"], True)
    columns = gantt_columns(sheet, full)
    assert [column.heading for column in columns] == ["Ref", "Action and sub-action", "By when", "Lead", "Status", ""]
    assert columns[0].x == sheet.left
    assert columns[-1].right == pytest.approx(sheet.right)
    assert columns[-1].width > 0.2 * sheet.body_width


def test_short_dates_give_their_room_to_action_and_chart() -> None:
    sheet = Sheet.of("A3", "landscape")
    short = gantt_columns(sheet, Wording(["1"], ["30.9.09"], [], False))
    long = gantt_columns(sheet, Wording(["1"], ["By 31 December 2025 for existing services"], [], False))
    assert short[2].width < long[2].width
    assert short[-1].width > long[-1].width


def test_a_revised_date_says_what_it_was() -> None:
    plan = saltway()
    item = next(item for item in plan.items.values() if item.original)
    assert date_cell(plan, item) == "By 15 December 2025\n(was 30 September 2025)"


def test_all_who_own_a_row_are_named() -> None:
    plan = saltway()
    item = next(item for item in plan.items.values() if item.title.startswith("Bring"))
    assert lead_words(plan, item) == "Head of Finance, Aldermere; Payroll Lead, Tidemouth"


def test_parents_lead_their_children_and_are_repeated_above_them() -> None:
    blocks = row_maker(saltway()).blocks()
    theme, action, part = blocks[:3]
    assert (theme.leads, action.leads, part.leads) == (True, True, False)
    assert part.below == (theme, action)
    assert action.rows[0].cells[1].again[-1].words.endswith("(continued)")


def test_a_theme_takes_the_width_unless_it_says_more() -> None:
    make = PlanMaker()
    make.add("Plain", kind=ItemKind.THEME)
    make.add("Dated", by("By 31 March 2026", 2026, 3, 31), kind=ItemKind.THEME)
    plain, dated = (block.rows[0].cells for block in row_maker(make.plan()).blocks())
    assert [cell.columns for cell in plain] == [1, 2, 1]
    assert [cell.columns for cell in dated] == [1, 1, 1, 1]


def test_a_row_with_two_dates_is_high_enough_for_two_marks() -> None:
    item = next(block for block in row_maker(saltway()).blocks() if block.rows[0].cells[0].lines[0].words == "1.3")
    assert item.rows[0].cells[-1].least_height == STYLE.padding + 2 * STYLE.leading
