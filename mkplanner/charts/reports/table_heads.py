"""What stands above the rows of a table on each of its pages: column headings, and words that introduce the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.metrics import PAPER
from mkplanner.charts.pages import UNDER, Flow
from mkplanner.charts.reports.table_parts import CONTINUED, Column, TableStyle
from mkplanner.charts.shapes import Box, Content, Decoration, Line, Node, Shape, Text
from mkplanner.charts.status_marks import status_shape
from mkplanner.charts.textfit import wrap

SIGN_WIDTH = 2 * PAPER.status + 6.5
"""Room for the shape of a status and the gap before its word."""
_BELOW = 7.0
"""At most so far is it from the last line of a heading to the lower edge of the head."""


class Opening(Protocol):
    """Words that introduce a table: read once, and shown again where the table goes on overleaf."""

    def height(self, *, first: bool) -> float:
        """How much room it takes."""
        ...

    def draw(self, flow: Flow, *, first: bool) -> None:
        """Put it on the page and move down; `first` is False overleaf, where it is decoration."""
        ...


class Head(Protocol):
    """The head of a table, drawn once as headings and overleaf as decoration (`section` is None)."""

    @property
    def height(self) -> float:
        """How high it is."""
        ...

    def draw(self, flow: Flow, top: float, section: Node | None) -> Sequence[tuple[float, float]]:
        """Draw it; return where upright rules run: x, and from where down to the lower edge of the head."""
        ...


class PlainHead:
    """A heading for each column, in bold, over as many lines as the longest needs."""

    def __init__(self, columns: Sequence[Column], style: TableStyle) -> None:
        self.columns = columns
        self.style = style
        self.lines = [self._fitted(column) for column in columns]
        most = max(len(lines) for lines in self.lines)
        self.height = style.head_height + (most - 1) * self._leading
        self.below = min(_BELOW, (style.head_height - 0.72 * style.head_size) / 2)

    @property
    def _leading(self) -> float:
        return 1.2 * self.style.head_size

    def draw(self, flow: Flow, top: float, section: Node | None) -> Sequence[tuple[float, float]]:
        """Draw the headings side by side, their last lines level."""
        row = Node("TR", section) if section else None
        for number, column in enumerate(self.columns):
            node = Node("TH", row, scope="Column") if row else None
            self._heading(flow, number, top, node)
            self.beside(flow, number, Rect(column.x, top, column.width, self.height), node)
        return [(column.right, top) for column in self.columns]

    def beside(self, flow: Flow, number: int, rect: Rect, node: Node | None) -> None:
        """Draw what a heading holds beside its words; nothing in a plain head."""

    def _heading(self, flow: Flow, number: int, top: float, node: Node | None) -> None:
        column, lines, size = self.columns[number], self.lines[number], self.style.head_size
        if not column.heading:
            return
        baseline = top + self.height - self.below - (len(lines) - 1) * self._leading
        left = column.x + self.style.side + (SIGN_WIDTH if column.sign else 0.0)
        if column.sign:
            middle = column.x + self.style.side + PAPER.status + 1
            sign = status_shape(column.sign, middle, baseline - 0.36 * size, PAPER.status)
            flow.put(Decoration(sign))
        shapes: list[Shape] = []
        for at, line in enumerate(lines):
            x = column.right - self.style.side - width(line.rstrip(), "bold", size) if column.is_number else left
            said, letter = ("", "") if at else (column.heading, column.sign)
            shapes.append(Text(x, baseline + at * self._leading, line, "bold", size, said=said, sign=letter))
        flow.put(Content(node, shapes) if node else Decoration(shapes, "Pagination"))

    def _fitted(self, column: Column) -> list[str]:
        room = column.width - 2 * self.style.side - (SIGN_WIDTH if column.sign else 0.0)
        return wrap(column.heading, "bold", self.style.head_size, max(room, self.style.head_size))


class SectionHeading:
    """A heading above a table; overleaf it says that the table goes on."""

    def __init__(self, parent: Node, words: str, before: float = 16.0) -> None:
        self.parent = parent
        self.words = words
        self.before = before

    def height(self, *, first: bool) -> float:
        """The heading with the space above it."""
        return (self.before if first else 0.0) + 19.0

    def draw(self, flow: Flow, *, first: bool) -> None:
        """Draw the heading and the rule below it."""
        left, right = flow.sheet.left, flow.sheet.right
        y = flow.y + self.height(first=first)
        words = self.words if first else f"{self.words} {CONTINUED}"
        shapes = [Text(left, y - 6, words, "bold", 12)]
        if first:
            flow.bookmark(self.words, 0)
            flow.put(Content(Node("H2", self.parent), shapes))
        else:
            flow.put(Decoration(shapes, "Pagination"))
        flow.put(Decoration([Line(left, y, right, y, "accent", 1.0)]))
        flow.y = y


class TableCaption:
    """The caption inside a table that is one of several: "Part 1 of 3: April to July 2025"."""

    def __init__(self, words: str) -> None:
        self.words = words

    def draw(self, flow: Flow, table: Node) -> None:
        """Put the caption on the page as the first part of its table."""
        flow.y += 11
        flow.put(Content(Node("Caption", table), [Text(flow.sheet.left, flow.y, self.words, "bold", 10)]))
        flow.y += 6


def tint(flow: Flow, rect: Rect, colour: str) -> None:
    """Fill a rectangle beneath everything else on the page."""
    flow.put(Decoration([Box(rect, colour)]), UNDER)
