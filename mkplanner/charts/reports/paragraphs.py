"""Plain paragraphs and lists of a report, over as many pages as they take."""

from __future__ import annotations

from itertools import groupby

from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.cell_words import BULLET
from mkplanner.charts.shapes import Content, Node, Shape, Text
from mkplanner.charts.textfit import wrap

_SIZE = 9.5
_LEADING = 12.4
_STEP = 9.0


def set_paragraphs(flow: Flow, parent: Node, words: str, *, before: float = 8.0) -> None:
    """Write each line of the author's as a paragraph below what stands on the page; lines with bullets become a list."""
    flow.y += before
    lines = (line for line in words.splitlines() if line.strip())
    for is_list, together in groupby(lines, lambda line: bool(BULLET.match(line))):
        listed = Node("L", parent) if is_list else None
        for line in together:
            if listed:
                _set_entry(flow, Node("LI", listed), BULLET.sub("", line))
            else:
                _set_lines(flow, Node("P", parent), line, 0.0)


def _set_entry(flow: Flow, entry: Node, words: str) -> None:
    if flow.room < _LEADING:
        flow.new_page()
    bullet = Text(flow.sheet.left, flow.y + 0.75 * _LEADING, "• ", "regular", _SIZE)
    flow.put(Content(Node("Lbl", entry), [bullet]))
    _set_lines(flow, Node("LBody", entry), words, _STEP)


def _set_lines(flow: Flow, node: Node, words: str, indent: float) -> None:
    shapes: list[Shape] = []
    for line in wrap(words, "regular", _SIZE, flow.sheet.body_width - indent):
        if flow.room < _LEADING:
            _put(flow, node, shapes)
            shapes = []
            flow.new_page()
        flow.y += _LEADING
        shapes.append(Text(flow.sheet.left + indent, flow.y - 0.25 * _LEADING, line, "regular", _SIZE))
    _put(flow, node, shapes)
    flow.y += 0.3 * _SIZE


def _put(flow: Flow, node: Node, shapes: list[Shape]) -> None:
    if shapes:
        flow.put(Content(node, shapes))
