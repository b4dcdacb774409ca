"""Reports in Excel, opened by openpyxl, which did not write them."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from mkplanner.charts.outputs.reading import read_story
from mkplanner.charts.outputs.xlsx import xlsx_bytes
from mkplanner.charts.palette import PAPER
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build
from tests.charts.outputs.every_report import EVERY, TODAY, cells, squeezed, story, tables
from tests.models.formats.awkward import awkward

MADE = datetime(2026, 11, 22)


def sheet(report: str, layout: str = "grid"):
    return load_workbook(BytesIO(xlsx_bytes(story(report, layout), PAPER, MADE))).active


@pytest.mark.parametrize(("report", "layout"), [*((report, "grid") for report in EVERY), ("rasic", "names")])
def test_every_word_of_the_report_is_there(report: str, layout: str) -> None:
    heard = squeezed(
        "".join(str(cell.value) for row in sheet(report, layout).iter_rows() for cell in row if cell.value)
    )
    for table in tables(story(report, layout)):
        for cell in cells(table):
            if not cell.letters:
                assert all(squeezed(line.words) in heard for line in cell.lines)


def test_an_outcome_spans_its_actions_and_heads_stay_in_view() -> None:
    page = sheet("improvement-plan")
    assert any(area.size["rows"] == 5 and area.size["columns"] == 1 for area in page.merged_cells.ranges)
    page = sheet("gantt")
    assert page.freeze_panes is not None
    assert page.print_title_rows is not None


def test_a_chart_is_told_in_words() -> None:
    words = [cell.value for row in sheet("gantt").iter_rows() for cell in row]
    assert "17 September 2026, complete" in words


def test_letters_and_counts() -> None:
    page = sheet("rasic")
    values = [[cell.value for cell in row] for row in page.iter_rows()]
    row = next(row for row in values if row[0] == "1.2")
    assert "A, R" in row
    counts = next(row for row in values if row[0] == "Accountable for")
    assert any(isinstance(value, int) for value in counts)


@pytest.mark.parametrize("report", EVERY)
def test_nothing_becomes_a_formula(report: str) -> None:
    told = read_story(build(report, awkward(), ReportOptions(today=TODAY)))
    page = load_workbook(BytesIO(xlsx_bytes(told, PAPER, MADE))).active
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_the_same_report_and_moment_give_the_same_bytes() -> None:
    assert xlsx_bytes(story("board"), PAPER, MADE) == xlsx_bytes(story("board"), PAPER, MADE)
