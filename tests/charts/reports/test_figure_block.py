"""A figure on paper with its heading, its note, its drawing and its table."""

from __future__ import annotations

from datetime import date

import pytest

from mkplanner.charts.extent import bounds
from mkplanner.charts.figures.figure import Chart, Figure, Series
from mkplanner.charts.pages import Sheet
from mkplanner.charts.patterns import HATCHED, SOLID
from mkplanner.charts.reports.figure_block import set_figure
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.shapes import Content, Document
from tests.builders import empty_plan
from tests.charts.paper import nodes, rows, said


def figure(count: int, series: int = 2, chart: Chart = Chart.COLUMNS) -> Figure:
    names = tuple(f"Q{at % 4 + 1} {2020 + at // 4}/{21 + at // 4}" for at in range(count))
    values = tuple(range(1, count + 1))
    many = tuple(Series(f"Series number {at}", values, (SOLID, HATCHED)[at % 2]) for at in range(series))
    return Figure("some", "Some numbers", chart, "Quarter", names, many, "things", "What was counted.")


def paper(drawn: Figure, *, orientation: str = "portrait", used: float = 0.0) -> Document:
    furniture = Furniture(empty_plan(), Sheet.of("A4", orientation), date(2026, 11, 22), "Title")
    flow = furniture.flow()
    flow.y += used
    set_figure(flow, furniture.root, drawn)
    return furniture.document(flow)


def test_it_is_read_in_the_order_heading_note_figure_table() -> None:
    document = paper(figure(4))
    drawn = nodes(document.root, "Figure")[0]
    assert [node.role for node in document.root.kids if hasattr(node, "role")][-4:] == ["H2", "P", "Figure", "Table"]
    assert drawn.alt == figure(4).words
    assert rows(document)[:2] == [["Quarter", "Series number 0", "Series number 1"], ["Q1 2020/21", "1", "1"]]


def test_a_narrow_table_stands_beside_the_drawing_and_a_wide_one_below() -> None:
    def places(document: Document) -> tuple[float, float]:
        drawn = bounds(figure_shapes(document))
        first = next(kid for kid in nodes(document.root, "TH")[0].kids if isinstance(kid, Content))
        head = bounds(first.shapes)
        assert drawn and head
        return head.x - drawn.right, head.y - drawn.bottom

    assert places(paper(figure(4)))[0] > 0
    assert places(paper(figure(4, series=9)))[1] > 0


def figure_shapes(document: Document) -> list:
    return [shape for kid in nodes(document.root, "Figure")[0].kids for shape in kid.shapes]


def test_a_figure_without_room_goes_overleaf_with_its_heading() -> None:
    document = paper(figure(4), used=600)
    assert len(document.pages) == 2
    second = [part for part in document.pages[1].content if isinstance(part, Content)]
    assert said(second[0].node) == "Some numbers"


@pytest.mark.parametrize("chart", list(Chart))
@pytest.mark.parametrize("count", [1, 12, 60, 200])
def test_a_table_of_any_length_stays_on_the_pages(chart: Chart, count: int) -> None:
    document = paper(figure(count, chart=chart), orientation="landscape")
    for page in document.pages:
        held = bounds(shape for part in page.content for shape in part.shapes)
        assert held is not None
        assert held.right <= page.width - 30 and held.bottom <= page.height - 20
    assert len(rows(document)) == count + 1
