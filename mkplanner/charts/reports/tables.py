"""Blocks of rows to one tagged table over as many pages as it takes, with its head on each of them.

The table stays one table for a screen reader: its head is read once, repeated heads are decoration. What stands in cells
is never shortened; a cell higher than a page goes on overleaf.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkplanner.charts.geometry import Rect
from mkplanner.charts.pages import RULES, UNDER, Flow
from mkplanner.charts.reports.table_fit import Going
from mkplanner.charts.reports.table_parts import Block, Cell, Column, TableStyle, WordLine
from mkplanner.charts.shapes import Box, Content, Decoration, Line, Node, Shape, Text

_KEEP = 0.4
"""A block up to this share of a page is moved to the next page rather than broken."""


class Table:
    """A table being set on the pages of a flow, from its head downwards."""

    def __init__(
        self, flow: Flow, parent: Node, columns: Sequence[Column], style: TableStyle, caption: str | None = None
    ) -> None:
        self.flow = flow
        self.columns = columns
        self.style = style
        self.on_head: Callable[[Rect, Node | None], None] | None = None
        self.on_page: Callable[[Rect], None] | None = None
        self.bookmark_level = 1 if caption else 0
        self._node = Node("Table", parent)
        if caption:
            self._caption(caption)
        self._head = Node("THead", self._node)
        self._body = Node("TBody", self._node)
        self._uprights: dict[float, list[list[float]]] = {}
        self._top = 0.0
        self._body_top = 0.0

    @property
    def left(self) -> float:
        """Where the table begins."""
        return self.columns[0].x

    @property
    def right(self) -> float:
        """Where the table ends."""
        return self.columns[-1].right

    def set(self, blocks: Sequence[Block]) -> None:
        """Set the whole table; without blocks it is a head alone."""
        self._open_page(first=True)
        for number, block in enumerate(blocks):
            if self.flow.y > self._body_top and self._needed(blocks, number) > self.flow.room:
                self._turn(block)
            self._set_block(block)
        self._close_page()

    def _needed(self, blocks: Sequence[Block], number: int) -> float:
        """The least room that makes it worth beginning a block here: all of it, or so much that a break does no harm."""
        needed = 0.0
        for block in blocks[number:]:
            going = Going(block, self.style)
            if not block.leads:
                whole, most = going.height(), _KEEP * self._page_room()
                return needed + (whole if whole <= most else min(going.opening_height(), most))
            needed += going.height()
        return needed

    def _page_room(self) -> float:
        return self.flow.bottom - self._body_top

    def _set_block(self, block: Block) -> None:
        going = Going(block, self.style)
        if block.bookmark:
            words, level = block.bookmark
            self.flow.bookmark(words, level + self.bookmark_level)
        while not going.is_done:
            heights = going.fit(self.flow.room, self._page_room())
            if heights:
                self._draw(going, heights)
                going.advance(len(heights))
            if not going.is_done:
                self._turn(block)
        self._rule(self.left, self.right, *block.rule)

    def _draw(self, going: Going, heights: Sequence[float]) -> None:
        top, block = self.flow.y, going.block
        edges = [top]
        for height in heights:
            edges.append(edges[-1] + height)
        if block.fill:
            area = Rect(self.left, top, self.right - self.left, edges[-1] - top)
            self.flow.put(Decoration([Box(area, block.fill)]), UNDER)
        going.open_rows(len(heights), self._body)
        for cell, first, last in going.cells_within(len(heights)):
            x, right = self.columns[cell.column].x, self.columns[cell.column + cell.columns - 1].right
            self._draw_cell(going, cell, Rect(x, edges[first], right - x, edges[last + 1] - edges[first]))
            self._upright(right, edges[first], edges[last + 1])
            if last + 1 < len(heights):
                self._inner_rule(x, right, edges[last + 1])
        self.flow.y = edges[-1]

    def _draw_cell(self, going: Going, cell: Cell, rect: Rect) -> None:
        node = going.nodes[cell]
        if cell.paint is not None:
            if going.paints_now(cell):
                for part in cell.paint(node, rect):
                    self.flow.put(part)
            return
        repeated = going.goes_on(cell)
        shapes = self._words(going.take(cell, rect.height), rect, cell.indent)
        if shapes:
            self.flow.put(Decoration(shapes, "Pagination") if repeated else Content(node, shapes))

    def _words(self, lines: Sequence[WordLine], rect: Rect, indent: float = 0.0) -> list[Shape]:
        y = rect.y + self.style.first_baseline - self.style.leading
        shapes: list[Shape] = []
        for line in lines:
            y += self.style.leading + line.before
            shapes.append(Text(rect.x + self.style.side + indent, y, line.words, line.face, line.size, line.colour))
        return shapes

    def _turn(self, block: Block) -> None:
        """Go on overleaf, and say again which headings the block stands under."""
        self._close_page()
        self.flow.new_page()
        self._open_page(first=False)
        again = [(above, Going(above, self.style)) for above in block.below]
        if sum(going.height() for _, going in again) > self._page_room() / 3:
            return
        for above, going in again:
            self._repeat(above, going)

    def _repeat(self, block: Block, going: Going) -> None:
        top, height = self.flow.y, going.height(again=True)
        if block.fill:
            self.flow.put(Decoration([Box(Rect(self.left, top, self.right - self.left, height), block.fill)]), UNDER)
        for cell in block.rows[0].cells:
            x, right = self.columns[cell.column].x, self.columns[cell.column + cell.columns - 1].right
            shapes = self._words(cell.again, Rect(x, top, right - x, height), cell.indent)
            if shapes:
                self.flow.put(Decoration(shapes, "Pagination"))
            self._upright(right, top, top + height)
        self.flow.y += height
        self._rule(self.left, self.right, *block.rule)

    def _open_page(self, *, first: bool) -> None:
        style, top = self.style, self.flow.y
        rect = Rect(self.left, top, self.right - self.left, style.head_height)
        self.flow.put(Decoration([Box(rect, "header")]), UNDER)
        row = Node("TR", self._head) if first else None
        for number, column in enumerate(self.columns):
            node = Node("TH", row, scope="Column") if row else None
            words = WordLine(column.heading, "bold", style.head_size)
            shape = Text(column.x + style.side, rect.bottom - 7, words.words, words.face, words.size)
            if column.heading:
                self.flow.put(Content(node, [shape]) if node else Decoration([shape], "Pagination"))
            if self.on_head is not None and number == len(self.columns) - 1:
                self.on_head(Rect(column.x, top, column.width, style.head_height), node)
            self._upright(column.right, top, rect.bottom)
        self.flow.y = rect.bottom
        self._top, self._body_top = top, rect.bottom
        self._rule(self.left, self.right, "text", 1.0)

    def _close_page(self) -> None:
        """Draw the frame, and let a report add what runs the whole height of the page's rows."""
        left, right, bottom = self.left, self.right, self.flow.y
        if self.on_page is not None:
            self.on_page(Rect(left, self._body_top, right - left, bottom - self._body_top))
        lines: list[Shape] = [
            Line(x, top, x, end, "edge", 0.5) for x, runs in self._uprights.items() for top, end in runs if x < right
        ]
        frame = Rect(left, self._top, right - left, bottom - self._top)
        self.flow.put(Decoration([*lines, Box(frame, stroke="edge", width=0.8)]), RULES)
        self._uprights = {}

    def _upright(self, x: float, top: float, bottom: float) -> None:
        runs = self._uprights.setdefault(x, [])
        if runs and abs(runs[-1][1] - top) < 0.05:
            runs[-1][1] = bottom
        else:
            runs.append([top, bottom])

    def _inner_rule(self, left: float, right: float, y: float) -> None:
        self.flow.put(Decoration([Line(left, y, right, y, "grid2", 0.5)]), RULES)

    def _rule(self, left: float, right: float, colour: str, thick: float) -> None:
        self.flow.put(Decoration([Line(left, self.flow.y, right, self.flow.y, colour, thick)]), RULES)

    def _caption(self, words: str) -> None:
        node = Node("Caption", self._node)
        self.flow.y += 11
        self.flow.put(Content(node, [Text(self.left, self.flow.y, words, "bold", 10)]))
        self.flow.y += 6
