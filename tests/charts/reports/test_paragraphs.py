"""Paragraphs over many pages."""

from __future__ import annotations

from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.reports.paragraphs import set_paragraphs
from mkplanner.charts.shapes import Node
from tests.charts.paper import nodes, said


def test_each_line_is_a_paragraph_and_a_long_one_goes_on_overleaf() -> None:
    flow, root = Flow(Sheet.of("A4", "portrait"), 200, lambda flow: 50.0), Node("Document")
    set_paragraphs(flow, root, "First.\n\n" + "A second that is long. " * 60 + "\nThird.")
    flow.close_page()
    assert [said(node)[:8] for node in nodes(root, "P")] == ["First.", "A second", "Third."]
    assert said(nodes(root, "P")[1]).count("long.") == 60
    assert len(flow.pages) > 1


def test_lines_with_bullets_are_a_list() -> None:
    flow, root = Flow(Sheet.of("A4", "portrait"), 200, lambda flow: 50.0), Node("Document")
    set_paragraphs(flow, root, "Training\n- Attend the course\n- Pass it on\nThat is all.")
    assert [kid.role for kid in root.kids if isinstance(kid, Node)] == ["P", "L", "P"]
    assert said(nodes(root, "L")[0]) == "• Attend the course • Pass it on"
