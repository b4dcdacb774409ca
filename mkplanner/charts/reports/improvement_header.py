"""The header of a block of an improvement plan: theme, and reference and title of the priority, on a tint."""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.charts.geometry import Rect
from mkplanner.charts.pages import RULES, Flow
from mkplanner.charts.reports.table_heads import tint
from mkplanner.charts.reports.table_parts import CONTINUED
from mkplanner.charts.shapes import Box, Content, Decoration, Node, Shape, Text
from mkplanner.charts.textfit import wrap

_SIDE, _PADDING = 6.0, 8.0
_GAP = 16.0
_MOST = 0.3
"""A header higher than this share of a page is not said again overleaf."""

Line = tuple[str, str, float, float]
"""Words, face, size and leading."""


class BlockHeader:
    """Introduces the table of one block: lines of words, the last of which names the block and is a heading.

    `bookmarks` are what begins with this block: words and level for the outline.
    """

    def __init__(self, flow: Flow, parent: Node, lines: Sequence[str], bookmarks: Sequence[tuple[str, int]]) -> None:
        self.parent = parent
        self.lines = [line for line in lines if line.strip()]
        self.bookmarks = bookmarks
        self.room = flow.sheet.body_width - 2 * _SIDE
        self.page = flow.bottom - flow.top

    def height(self, *, first: bool) -> float:
        """The header, with space above it where it follows another block."""
        tall = _tall(self._fitted(CONTINUED if not first else ""))
        if first:
            return tall + _GAP
        return tall if tall <= _MOST * self.page else 0.0

    def draw(self, flow: Flow, *, first: bool) -> None:
        """Draw the header; overleaf it is decoration and says that the block goes on."""
        if first and flow.y > flow.top:
            flow.y += _GAP
        if first:
            for words, level in self.bookmarks:
                flow.bookmark(words, level)
        groups = self._fitted("" if first else CONTINUED)
        tall = _tall(groups)
        if not groups or (not first and tall > _MOST * self.page):
            return
        if tall > flow.room:
            self._draw_over_pages(flow, groups)
            return
        rect = Rect(flow.sheet.left, flow.y, flow.sheet.body_width, tall)
        tint(flow, rect, "theme_row")
        flow.put(Decoration([Box(rect, stroke="edge", width=0.8)]), RULES)
        y = flow.y + _PADDING / 2
        for number, group in enumerate(groups):
            shapes: list[Shape] = []
            for words, face, size, leading in group:
                y += leading
                shapes.append(Text(flow.sheet.left + _SIDE, y - 0.27 * leading, words, face, size))
            flow.put(Content(self._node(number), shapes) if first else Decoration(shapes, "Pagination"))
        flow.y += tall

    def _draw_over_pages(self, flow: Flow, groups: Sequence[Sequence[Line]]) -> None:
        """A title longer than the rest of the page goes on overleaf, line by line."""
        for number, group in enumerate(groups):
            node = self._node(number)
            for words, face, size, leading in group:
                if flow.room < leading:
                    flow.new_page()
                flow.y += leading
                flow.put(Content(node, [Text(flow.sheet.left, flow.y - 0.27 * leading, words, face, size)]))
        if flow.room < 0.2 * self.page:
            flow.new_page()

    def _node(self, number: int) -> Node:
        return Node("H2" if number == len(self.lines) - 1 else "P", self.parent)

    def _fitted(self, suffix: str) -> list[list[Line]]:
        found = []
        for number, words in enumerate(self.lines):
            last = number == len(self.lines) - 1
            face, size, leading = ("bold", 11.0, 14.0) if last else ("regular", 9.5, 12.5)
            fitted = wrap(f"{words} {suffix}".strip() if last else words, face, size, self.room)
            found.append([(line, face, size, leading) for line in fitted])
        return found


def _tall(groups: Sequence[Sequence[Line]]) -> float:
    return sum(line[3] for group in groups for line in group) + _PADDING if groups else 0.0
