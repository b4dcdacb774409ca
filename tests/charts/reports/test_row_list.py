"""Lists of rows under a heading: when they are broken over two pages, and where."""

from __future__ import annotations

import pytest

from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.reports.row_list import RowList
from mkplanner.charts.reports.table_parts import TableStyle, WordLine
from mkplanner.charts.shapes import Node
from tests.charts.reports.test_tables import read, seen

STYLE = TableStyle(is_open=True)


def pages_of(count: int, used: float) -> list[list[str]]:
    """The rows on each page where a list of so many begins below what is used already."""
    flow = Flow(Sheet.of("A4", "portrait"), 780.0, lambda flow: 50.0)
    flow.y += used
    rows = [f"row {number}" for number in range(count)]
    listed = RowList(
        "Due next", (("Action", 1.0),), rows, lambda row: "", lambda heading, row, room: words(row), "Action", STYLE, 9
    )
    listed.set(flow, Node("Document"))
    flow.close_page()
    assert all("Due next (continued)" in seen(page) for page in flow.pages[2:])
    return [[line for line in read(page) if line.startswith("row")] for page in flow.pages]


def words(row: str) -> list[WordLine]:
    return STYLE.lines(row, 300.0)


@pytest.mark.parametrize("used", range(0, 730, 7))
def test_a_longer_list_uses_the_page_and_leaves_two_rows_on_either(used: float) -> None:
    first, *others = pages_of(8, used)
    assert [*first, *(row for rows in others for row in rows)] == [f"row {number}" for number in range(8)]
    assert all(len(rows) >= 2 for rows in (first, *others) if rows)
    if used < 600:
        assert len(first) >= 2


@pytest.mark.parametrize("used", range(0, 730, 14))
def test_a_short_list_is_never_broken(used: float) -> None:
    assert sorted(map(len, pages_of(5, used)))[-1] == 5
