"""A figure on paper: its heading, what was counted, the drawing, and its numbers as a table beside it or below."""

from __future__ import annotations

from mkplanner.charts.figures.figure import Chart, Figure
from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.table_heads import SectionHeading
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row, TableStyle, set_apart
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Content, Node, Shape, Text
from mkplanner.charts.textfit import wrap

STYLE = TableStyle(
    size=8.5,
    leading=10.4,
    side=4.0,
    first_baseline=9.2,
    padding=2.8,
    head_size=8.5,
    head_height=14.0,
    is_open=True,
)
_NOTE, _NOTE_LEADING = 8.5, 11.0
_BETWEEN = 20.0
_PITCH = 15.0
_LEAST_FIGURE, _MOST_FIGURE = 230.0, 560.0
_SHORTEST, _TALLEST = 116.0, 170.0


def set_figure(flow: Flow, parent: Node, figure: Figure, *, before: float = 16.0) -> None:
    """Set a figure with its heading below what stands on the page, all on one page where it fits one."""
    note = wrap(figure.note, "regular", _NOTE, flow.sheet.body_width)
    wide = _table_width(figure, flow.sheet.body_width)
    is_beside = flow.sheet.body_width - wide - _BETWEEN >= _LEAST_FIGURE
    tall = _height(figure, _table_height(figure) if is_beside else 0.0)
    heading = SectionHeading(parent, figure.title, before)
    opening = heading.height(first=True) + 7 + _NOTE_LEADING * len(note)
    if flow.room < opening + tall:
        flow.new_page()
    tall = min(tall, max(flow.room - opening, _SHORTEST))
    heading.draw(flow, first=True)
    _set_note(flow, parent, note)
    if is_beside:
        _set_beside(flow, parent, figure, wide, tall)
    else:
        _draw(flow, parent, figure, Rect(flow.sheet.left, flow.y, flow.sheet.body_width, tall))
        flow.y += tall + 8
        _set_table(flow, parent, figure, flow.sheet.left, flow.sheet.body_width)


def _set_beside(flow: Flow, parent: Node, figure: Figure, wide: float, tall: float) -> None:
    """Set the table at the right of the drawing; one longer than the page goes on overleaf by itself."""
    page, top = len(flow.pages), flow.y
    room = min(flow.sheet.body_width - wide - _BETWEEN, _MOST_FIGURE)
    _draw(flow, parent, figure, Rect(flow.sheet.left, top, room, tall))
    _set_table(flow, parent, figure, flow.sheet.left + room + _BETWEEN, wide)
    if len(flow.pages) == page:
        flow.y = max(flow.y, top + tall)


def _draw(flow: Flow, parent: Node, figure: Figure, place: Rect) -> None:
    flow.put(Content(Node("Figure", parent, alt=figure.words), set_apart(figure.draw(place))))


def _set_note(flow: Flow, parent: Node, lines: list[str]) -> None:
    flow.y += 3
    shapes: list[Shape] = []
    for line in lines:
        flow.y += _NOTE_LEADING
        shapes.append(Text(flow.sheet.left, flow.y - 3, line, "regular", _NOTE, "text2"))
    flow.put(Content(Node("P", parent), shapes))
    flow.y += 3


def _height(figure: Figure, table: float) -> float:
    """How tall a drawing is: bars by their number, others as tall as their table, within limits."""
    if figure.chart is Chart.BARS:
        return _PITCH * len(figure.categories) + 22
    return min(max(table, _SHORTEST), _TALLEST)


def _table_height(figure: Figure) -> float:
    return 1.2 * STYLE.head_size + STYLE.head_height + len(figure.categories) * (STYLE.padding + STYLE.leading)


def _widths(figure: Figure) -> list[float]:
    """The least width of each column: its longest word in the heading, and all of its numbers."""
    found = []
    for at, heading in enumerate(figure.headings):
        words = max(width(word, "bold", STYLE.head_size) for word in heading.split())
        cells = max((width(row[at], "regular", STYLE.size) for row in figure.rows), default=0.0)
        found.append(max(words, cells) + 2 * STYLE.side + 1)
    return found


def _table_width(figure: Figure, body: float) -> float:
    """How wide a table of these numbers is; names longer than a fifth of the page wrap."""
    first, *rest = _widths(figure)
    return min(first, body / 5) + sum(max(wide, 42.0) for wide in rest)


def _set_table(flow: Flow, parent: Node, figure: Figure, left: float, wide: float) -> None:
    first, *rest = _widths(figure)
    rest = [max(one, 42.0) for one in rest]
    first = max(min(first, wide - sum(rest)), 48.0)
    scale = min((wide - first) / sum(rest), 1.6) if rest else 1.0
    columns = [Column(figure.first, left, first)]
    for heading, one in zip(figure.headings[1:], rest, strict=True):
        columns.append(Column(heading, columns[-1].right, one * scale, is_number=True))
    table = Table(flow, parent, columns, STYLE)
    table.set([_block(row, columns) for row in figure.rows])


def _block(row: tuple[str, ...], columns: list[Column]) -> Block:
    cells = [
        Cell(at, STYLE.lines(words, columns[at].width - 2 * STYLE.side), is_head=not at) for at, words in enumerate(row)
    ]
    return Block([Row(cells)], rule=("grid2", 0.5))
