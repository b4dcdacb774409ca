"""Heads of tables and what introduces them."""

from __future__ import annotations

from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.reports.table_heads import PlainHead, SectionHeading
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Part, Row, TableStyle, WordLine, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Node, Text
from tests.charts.paper import nodes, said

STYLE = TableStyle()


def flow_to(bottom: float) -> Flow:
    return Flow(Sheet.of("A4", "portrait"), bottom, lambda flow: 50.0)


def lines(count: int) -> list[WordLine]:
    return [WordLine(f"word {number} ", "regular", 10) for number in range(count)]


def drawn(flow: Flow) -> list[list[Text]]:
    flow.close_page()
    return [[shape for part in page.content for shape in part.shapes if isinstance(shape, Text)] for page in flow.pages]


def test_long_headings_wrap_and_raise_the_head() -> None:
    narrow = [Column("Outcomes and success criteria", 36, 92), Column("By when", 128, 80)]
    head = PlainHead(narrow, STYLE)
    assert head.height > STYLE.head_height
    assert len(head.lines[0]) > 1
    assert "".join(head.lines[0]) == "Outcomes and success criteria"


def test_numbers_stand_at_the_right_end_of_their_column() -> None:
    flow = flow_to(300)
    columns = [Column("What", 36, 100), Column("Count", 136, 80, is_number=True)]
    table = Table(flow, Node("Document"), columns, STYLE)
    table.set([Block([Row([Cell(0, lines(1)), Cell(1, [WordLine("7", "regular", 10)])])])])
    words = {text.words: text.x for text in drawn(flow)[0]}
    assert words["7"] > 200
    assert words["Count"] > 170


def test_a_section_heading_is_read_once_stays_with_its_table_and_is_shown_again() -> None:
    flow, root = flow_to(200), Node("Document")
    flow.y = 150
    table = Table(flow, root, side_by_side(36, [("What", 1.0)], 300), STYLE)
    table.opening = SectionHeading(root, "Due next")
    table.set([Block([Row([Cell(0, lines(3))])]) for _ in range(6)])
    assert [said(node) for node in nodes(root, "H2")] == ["Due next"]
    pages = [[text.words for text in page] for page in drawn(flow)]
    assert pages[0] == []
    assert pages[1][0] == "Due next"
    assert pages[2][0] == "Due next (continued)"
    assert [kid.role for kid in root.kids if isinstance(kid, Node)] == ["H2", "Table"]


def test_entries_of_a_cell_are_one_list_even_over_pages() -> None:
    flow, root = flow_to(160), Node("Document")
    parts = [Part() for _ in range(12)]
    entries = [line._replace(part=part, indent=9) for line, part in zip(lines(12), parts, strict=True)]
    table = Table(flow, root, [Column("What", 36, 200)], STYLE)
    table.set([Block([Row([Cell(0, [WordLine("Late ", "regular", 10, sign="R", indent=19), *entries])])])])
    flow.close_page()
    assert len(flow.pages) > 1
    (listed,) = nodes(root, "L")
    assert [kid.role for kid in nodes(listed, "LI")[0].kids if isinstance(kid, Node)] == ["Lbl", "LBody"]
    assert said(listed) == " ".join(f"• word {number}" for number in range(12))
