"""One bar for a board: a stretch for each status with its pattern, sign and number, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Iterator

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.mark_metrics import PAPER
from mkplanner.charts.pages import Flow
from mkplanner.charts.patterns import STATUS_PATTERNS, filled
from mkplanner.charts.reports.board_counts import NO_STATUS, Tally, share
from mkplanner.charts.reports.table_heads import SIGN_WIDTH
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row, TableStyle, WordLine, set_apart
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Box, Content, Line, Node, Shape, Text
from mkplanner.charts.status_marks import half_width, status_shape
from mkplanner.models.status import STYLES, Status

_TALL = 24.0
_NUMBER = 10.0
_ABOVE = 18.0
"""Room for the labels of stretches too short to hold them."""
_FIRST, _SPARE = 62.0, 40.0


Stretch = tuple[Status | None, int, Rect]
"""Status, number and place of one part of the bar."""


def set_bar(flow: Flow, parent: Node, tally: Tally, style: TableStyle) -> None:
    """Draw the bar as a figure that says its numbers, and the table below it."""
    stretches = list(_stretches(tally, flow.sheet.left, flow.sheet.body_width))
    outside = [label for status, count, wide in stretches if not (label := _Label(status, count)).fits(wide.width)]
    flow.y += 12 + (_ABOVE if outside else 0.0)
    shapes: list[Shape] = []
    for status, _, rect in (stretch for stretch in _at(stretches, flow.y)):
        shapes += filled(STATUS_PATTERNS[status], rect)
    shapes += _labels(_at(stretches, flow.y), flow.sheet.left, flow.sheet.right)
    figure = Node("Figure", parent, alt=_words(tally))
    flow.put(Content(figure, set_apart(shapes)))
    flow.y += _TALL + 8
    _set_table(flow, parent, tally, style)


def _stretches(tally: Tally, left: float, room: float) -> Iterator[Stretch]:
    x = left
    for status in tally.used:
        wide = room * tally.counts[status] / tally.total
        yield status, tally.counts[status], Rect(x, 0.0, wide, _TALL)
        x += wide


def _at(stretches: list[Stretch], y: float) -> Iterator[Stretch]:
    for status, count, rect in stretches:
        yield status, count, Rect(rect.x, y, rect.width, rect.height)


class _Label:
    """Sign and number of a stretch, on a white ground."""

    def __init__(self, status: Status | None, count: int) -> None:
        self.letter = STYLES[status].letter if status else ""
        self.words = f"{count:,}"
        self.half = half_width(self.letter, PAPER.status) if self.letter else 0.0
        self.width = 2 * self.half + (5.0 if self.letter else 0.0) + width(self.words, "bold", _NUMBER) + 8

    def fits(self, room: float) -> bool:
        return self.width + 4 <= room

    def shapes(self, x: float, middle: float) -> Iterator[Shape]:
        yield Box(Rect(x, middle - 8.5, self.width, 17.0), "base")
        if self.letter:
            yield from status_shape(self.letter, x + 4 + self.half, middle, PAPER.status)
        left = x + self.width - 4 - width(self.words, "bold", _NUMBER)
        yield Text(left, middle + 0.36 * _NUMBER, self.words, "bold", _NUMBER)


def _labels(stretches: Iterator[Stretch], left: float, right: float) -> Iterator[Shape]:
    """Labels in the middle of their stretches; those that are wider stand above, beside one another, with a short line."""
    above: list[tuple[_Label, Rect]] = []
    for status, count, rect in stretches:
        label = _Label(status, count)
        if label.fits(rect.width):
            yield from label.shapes(rect.x + (rect.width - label.width) / 2, rect.middle)
        else:
            above.append((label, rect))
    for x, (label, rect) in zip(_spread(above, left, right), above, strict=True):
        yield Line(rect.x + rect.width / 2, rect.y, x + label.width / 2, rect.y - 4, "text", 0.6)
        yield from label.shapes(x, rect.y - 11.5)


def _spread(labels: list[tuple[_Label, Rect]], left: float, right: float) -> list[float]:
    """Where labels begin so that each stands near the middle of its stretch, beside the others and on the page."""
    places: list[float] = []
    for label, rect in labels:
        least = places[-1] + labels[len(places) - 1][0].width + 2 if places else left
        places.append(max(rect.x + (rect.width - label.width) / 2, least))
    limit = right
    for number in range(len(labels) - 1, -1, -1):
        places[number] = min(places[number], limit - labels[number][0].width)
        limit = places[number] - 2
    return places


def _word(status: Status | None) -> str:
    return STYLES[status].word if status else NO_STATUS


def _words(tally: Tally) -> str:
    parts = [f"{_word(status).lower()} {tally.counts[status]:,}" for status in tally.used]
    return f"Bar of {tally.total:,} {tally.many if tally.total > 1 else tally.one} by status: {', '.join(parts)}"


def _set_table(flow: Flow, parent: Node, tally: Tally, style: TableStyle) -> None:
    columns = [Column("Status", flow.sheet.left, _FIRST)]
    least = [_heading_width(status, style) for status in tally.used]
    spare = max(flow.sheet.body_width - _FIRST - sum(least), 0.0) / len(least)
    for status, wide in zip(tally.used, least, strict=True):
        sign = STYLES[status].letter if status else ""
        columns.append(Column(_word(status), columns[-1].right, wide + min(spare, _SPARE), sign=sign))
    numbers = [f"{tally.counts[status]:,}" for status in tally.used]
    shares = [share(tally.counts[status], tally.total) for status in tally.used]
    rows = [
        _row(words, figures, columns, style)
        for words, figures in ((tally.many.capitalize(), numbers), ("Share", shares))
    ]
    Table(flow, parent, columns, style).set([Block([row], rule=("grid2", 0.5)) for row in rows])


def _heading_width(status: Status | None, style: TableStyle) -> float:
    return width(_word(status), "bold", style.head_size) + 2 * style.side + (SIGN_WIDTH if status else 0.0) + 1


def _row(words: str, figures: list[str], columns: list[Column], style: TableStyle) -> Row:
    cells = [Cell(0, style.lines(words, columns[0].width - 2 * style.side, "bold"), is_head=True)]
    for number, figure in enumerate(figures, start=1):
        indent = SIGN_WIDTH if columns[number].sign else 0.0
        cells.append(Cell(number, [WordLine(figure, "regular", style.size, indent=indent)]))
    return Row(cells)
