"""Blocks of rows to one tagged table over as many pages as it takes, with its head on each of them.

The table stays one table for a screen reader: its head is read once, repeated heads are decoration. What stands in cells
is never shortened; a cell higher than a page goes on overleaf.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import groupby

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.metrics import PAPER
from mkplanner.charts.pages import RULES, Flow
from mkplanner.charts.reports.table_fit import Going
from mkplanner.charts.reports.table_heads import SIGN_WIDTH, Head, Opening, PlainHead, TableCaption, tint
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Part, TableStyle, WordLine
from mkplanner.charts.shapes import Box, Content, Decoration, Line, Look, Node, Shape, Text
from mkplanner.charts.status_marks import status_shape

_KEEP = 0.4
"""A block up to this share of a page is moved to the next page rather than broken."""


class Table:
    """A table being set on the pages of a flow, from its head downwards.

    `head` draws the column headings; `opening` introduces the table and is said again overleaf; `on_page` adds what runs
    the whole height of a page's rows; at the places in `borders` upright lines are stronger. A small table is moved to the
    next page whole where it `stays_whole`.
    """

    def __init__(
        self, flow: Flow, parent: Node, columns: Sequence[Column], style: TableStyle, caption: str | None = None
    ) -> None:
        self.flow = flow
        self.parent = parent
        self.columns = columns
        self.style = style
        self.head: Head = PlainHead(columns, style)
        self.opening: Opening | None = None
        self.on_page: Callable[[Rect], None] | None = None
        self.borders: Collection[float] = ()
        self.stays_whole = True
        self.bookmark_level = 1 if caption else 0
        self._caption = TableCaption(caption) if caption else None
        self.node: Node | None = None
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
        """Set the whole table, overleaf if nothing of it fits here; without blocks it is a head alone."""
        if self.flow.y > self.flow.top and self._least(blocks) > self.flow.room:
            self.flow.new_page()
        self._open_page(first=True)
        for number, block in enumerate(blocks):
            is_begun = self.flow.y > self._body_top
            if is_begun and (block.breaks or self._needed(blocks, number) > self.flow.room):
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

    def _least(self, blocks: Sequence[Block]) -> float:
        """The least room that the table begins in: all of a small one, else introduction, head and first block."""
        above = self.head.height + (self.opening.height(first=True) if self.opening else 0.0)
        most = _KEEP * (self.flow.bottom - self.flow.top) if self.stays_whole else 0.0
        whole = above
        for block in blocks:
            whole += Going(block, self.style).height()
            if whole > most:
                break
        else:
            return whole
        self._body_top = self.flow.top + above
        return above + self._needed(blocks, 0)

    def _page_room(self) -> float:
        return self.flow.bottom - self._body_top

    def _set_block(self, block: Block) -> None:
        going = Going(block, self.style)
        if block.bookmark:
            words, level = block.bookmark
            self.flow.bookmark(words, level + self.bookmark_level)
        page = self._page_room()
        while not going.is_done:
            heights = going.fit(self.flow.room, page)
            if heights:
                self._draw(going, heights)
                going.advance(len(heights))
            if not going.is_done:
                self._turn(block)
                page = self.flow.room  # headings said again leave less of it, and no page has more
        self._rule(self.left, self.right, *block.rule)

    def _draw(self, going: Going, heights: Sequence[float]) -> None:
        top, block = self.flow.y, going.block
        edges = [top]
        for height in heights:
            edges.append(edges[-1] + height)
        if block.fill:
            tint(self.flow, Rect(self.left, top, self.right - self.left, edges[-1] - top), block.fill)
        going.open_rows(len(heights), self._body)
        for cell, first, last in going.cells_within(len(heights)):
            x, right = self.columns[cell.column].x, self.columns[cell.column + cell.columns - 1].right
            self._draw_cell(going, cell, Rect(x, edges[first], right - x, edges[last + 1] - edges[first]))
            self._upright(right, edges[first], edges[last + 1])
            if last + 1 < len(heights):
                self._inner_rule(x, right, edges[last + 1])
        self.flow.y = edges[-1]

    def _draw_cell(self, going: Going, cell: Cell, rect: Rect) -> None:
        if cell.paint is not None:
            if going.paints_now(cell):
                for part in cell.paint(going.nodes[cell], rect):
                    self.flow.put(part)
            return
        repeated = going.goes_on(cell)
        lines = self._placed(going.take(cell, rect.height), cell, rect)
        for line, place in lines:
            if line.sign:
                middle = place.x - SIGN_WIDTH + PAPER.status + 1
                self.flow.put(Decoration(status_shape(line.sign, middle, place.y - 0.36 * line.size, PAPER.status)))
        if repeated:
            self.flow.put(Decoration([place for _, place in lines], "Pagination"))
            return
        for part, together in groupby(lines, lambda pair: pair[0].part):
            shapes: list[Shape] = [place for _, place in together]
            self.flow.put(Content(self._home(going, cell, part, shapes), shapes))

    def _home(self, going: Going, cell: Cell, part: Part | None, shapes: Sequence[Shape]) -> Node:
        """The node that words belong to; the bullet of a list entry is drawn before its first line."""
        if part is None:
            return going.nodes[cell]
        is_first = not going.is_begun(part)
        entry, first = going.entry(cell, part), shapes[0]
        if is_first and isinstance(first, Text):
            x = first.x - width(part.bullet, "regular", first.size) - 0.5 * first.size
            bullet = [Text(x, first.y, f"{part.bullet} ", "regular", first.size, first.colour)]
            self.flow.put(Content(entry.label, bullet) if entry.label else Decoration(bullet))
        return entry.body

    def _placed(self, lines: Sequence[WordLine], cell: Cell, rect: Rect) -> list[tuple[WordLine, Text]]:
        y = rect.y + self.style.first_baseline - self.style.leading
        placed = []
        for line in lines:
            y += self.style.leading + line.before
            x = rect.x + self.style.side + cell.indent + line.indent
            if self.columns[cell.column].is_number:
                x = rect.right - self.style.side - width(line.words.rstrip(), line.face, line.size)
            words = Text(x, y, line.words, line.face, line.size, line.colour, said=line.said, sign=line.sign)
            placed.append((line, words))
        return placed

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
            tint(self.flow, Rect(self.left, top, self.right - self.left, height), block.fill)
        for cell in block.rows[0].cells:
            x, right = self.columns[cell.column].x, self.columns[cell.column + cell.columns - 1].right
            lines = self._placed(cell.again, cell, Rect(x, top, right - x, height))
            self.flow.put(Decoration([place for _, place in lines], "Pagination"))
            self._upright(right, top, top + height)
        self.flow.y += height
        self._rule(self.left, self.right, *block.rule)

    def _open_page(self, *, first: bool) -> None:
        if self.opening:
            self.opening.draw(self.flow, first=first)
        section = self._begin_node() if first else None
        top, height = self.flow.y, self.head.height
        tint(self.flow, Rect(self.left, top, self.right - self.left, height), "header")
        self.flow.y = top + height
        for x, begins in self.head.draw(self.flow, top, section):
            self._upright(x, begins, self.flow.y)
        self._top, self._body_top = top, self.flow.y
        if not self.style.is_open:
            self._rule(self.left, self.right, "text", 1.0)

    def _begin_node(self) -> Node:
        """Make the table in the tree of meaning, after what introduces it, and return the section of its head."""
        numbers = frozenset(number for number, column in enumerate(self.columns) if column.is_number)
        look = Look(widths=tuple(column.width for column in self.columns), numbers=numbers)
        self.node = table = Node("Table", self.parent, look=look)
        if self._caption:
            self._caption.draw(self.flow, table)
        head = Node("THead", table)
        self._body = Node("TBody", table)
        return head

    def _close_page(self) -> None:
        """Draw the frame, and let a report add what runs the whole height of the page's rows."""
        left, right, bottom = self.left, self.right, self.flow.y
        if self.on_page is not None:
            self.on_page(Rect(left, self._body_top, right - left, bottom - self._body_top))
        if self.style.is_open:
            return
        lines: list[Shape] = [
            Line(x, top, x, end, "edge", 1.1 if x in self.borders else 0.5)
            for x, runs in self._uprights.items()
            for top, end in runs
            if x < right
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
