"""Plain paragraphs of a report, over as many pages as they take."""

from __future__ import annotations

from mkplanner.charts.pages import Flow
from mkplanner.charts.shapes import Content, Node, Shape, Text
from mkplanner.charts.textfit import wrap


def set_paragraphs(flow: Flow, parent: Node, words: str, size: float = 9.5, *, before: float = 8.0) -> None:
    """Write each line of the author's as a paragraph below what stands on the page."""
    flow.y += before
    for paragraph in (line for line in words.splitlines() if line.strip()):
        _set_paragraph(flow, Node("P", parent), paragraph, size)


def _set_paragraph(flow: Flow, node: Node, words: str, size: float) -> None:
    leading = 1.3 * size
    shapes: list[Shape] = []
    for line in wrap(words, "regular", size, flow.sheet.body_width):
        if flow.room < leading:
            _put(flow, node, shapes)
            shapes = []
            flow.new_page()
        flow.y += leading
        shapes.append(Text(flow.sheet.left, flow.y - 0.25 * leading, line, "regular", size))
    _put(flow, node, shapes)
    flow.y += 0.3 * size


def _put(flow: Flow, node: Node, shapes: list[Shape]) -> None:
    if shapes:
        flow.put(Content(node, shapes))
