"""One bar for a board: a stretch for each status with its pattern, sign and number, and the same figures in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.legend import Entry, status_entry
from mkplanner.charts.marks.metrics import PAPER
from mkplanner.charts.pages import Flow
from mkplanner.charts.patterns import STATUS_PATTERNS, filled
from mkplanner.charts.reports.board_counts import share
from mkplanner.charts.reports.legend_block import Key, set_legend
from mkplanner.charts.reports.table_parts import set_apart
from mkplanner.charts.shapes import Box, Content, Line, Node, Shape, Text
from mkplanner.charts.status_marks import half_width, status_shape
from mkplanner.models.status import STYLES, Status
from mkplanner.models.tally import NO_STATUS, Tally

_TALL = 24.0
_NUMBER = 10.0
_ABOVE = 18.0
"""Room for the labels of stretches too short to hold them."""


Stretch = tuple[Status | None, int, Rect]
"""Status, number and place of one part of the bar."""


def set_bar(flow: Flow, parent: Node, tally: Tally) -> None:
    """Draw the bar as a figure that says its numbers, and below it a list of them with their shares."""
    stretches = list(_stretches(tally, flow.sheet.left, flow.sheet.body_width))
    outside = [label for status, count, wide in stretches if not (label := _Label(status, count)).fits(wide.width)]
    flow.y += 12 + (_ABOVE if outside else 0.0)
    shapes: list[Shape] = []
    for status, _, rect in (stretch for stretch in _at(stretches, flow.y)):
        shapes += filled(STATUS_PATTERNS[status], rect)
    shapes += _labels(_at(stretches, flow.y), flow.sheet.left, flow.sheet.right)
    figure = Node("Figure", parent, alt=_words(tally))
    flow.put(Content(figure, set_apart(shapes)))
    flow.y += _TALL - 3
    set_legend(flow, parent, "", _keys(tally))
    flow.y -= 5


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


def _keys(tally: Tally) -> list[Key]:
    return [partial(_entry, status, tally) for status in tally.used]


def _entry(status: Status | None, tally: Tally, x: float, y: float) -> Entry:
    """The sign of a status with its word, number and share; rows without one have their pattern for a sign."""
    words = f"{_word(status)} {tally.counts[status]:,} ({share(tally.counts[status], tally.total)})"
    if status is not None:
        sign = status_entry(status, x, y, PAPER)
        return Entry(sign.shapes, sign.width, words)
    return Entry(tuple(filled(STATUS_PATTERNS[None], Rect(x, y - 5, 14.0, 10.0))), 14.0, words)
