"""How much of a block fits on a page: row heights, cells over several rows, and what is left for the next page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkplanner.charts.reports.table_parts import Block, Cell, Part, TableStyle, WordLine
from mkplanner.charts.shapes import Look, Node


class Entry(NamedTuple):
    """The nodes of an entry in a list: of its bullet (None where that is decoration) and of its words."""

    label: Node | None
    body: Node


class Going:
    """A block on its way onto paper: which rows are set, which lines of each cell are still to come."""

    def __init__(self, block: Block, style: TableStyle) -> None:
        self.block = block
        self.style = style
        self.nodes: dict[Cell, Node] = {}
        self._next = 0
        self._opened = 0
        self._partial = False
        self._left = {cell: list(cell.lines) for row in block.rows for cell in row.cells}
        self._reaching = [
            (cell, number) for number, row in enumerate(block.rows) for cell in row.cells if cell.rows > 1
        ]
        self._painted: set[Cell] = set()
        self._begun: set[Cell] = set()
        self._entries: dict[Part, Entry] = {}
        self._lists: dict[Cell, Node] = {}

    @property
    def is_done(self) -> bool:
        """Whether every row is set."""
        return self._next >= len(self.block.rows)

    def height(self, *, again: bool = False) -> float:
        """How high the whole block is where no page break comes in between; `again`: as a repeated heading."""
        if again:
            return max(self.style.height(cell.again) for cell in self.block.rows[0].cells)
        return sum(self._heights(float("inf"), float("inf")))

    def opening_height(self) -> float:
        """The least height to begin with when the block must be broken: its first row and all that stands beside it."""
        tall = [self._natural(cell) for cell in self.block.rows[0].cells]
        return max(tall, default=0.0)

    def fit(self, room: float, page: float) -> list[float]:
        """The heights of the rows that go into this room, none if not even the first does; the last may be cut short.

        `page` is the room of a whole page: only a row higher than that is broken where other rows stand above it.
        """
        self._partial = False
        return self._heights(room, page)

    def _heights(self, room: float, page: float) -> list[float]:
        heights: list[float] = []
        used = 0.0
        for number in range(self._next, len(self.block.rows)):
            height = self._row_height(number)
            if used + height > room + 0.01:
                if not heights and (height > page or room >= page - 0.01):
                    self._partial = True
                    return [room]
                return heights
            stretched = max(height, self._reaching_height(number, heights))
            if used + stretched > room + 0.01:
                self._partial = True
                return [*heights, room - used]
            heights.append(stretched)
            used += stretched
        return heights

    def _row_height(self, number: int) -> float:
        """The height of a row by its own cells; one already begun counts only what is left of it."""
        own = [cell for cell in self.block.rows[number].cells if cell.rows == 1]
        if number < self._opened and not any(self._left[cell] for cell in own):
            return 0.0
        least = 0.0 if number < self._opened else self.style.padding + self.style.leading
        return max([least, *(self._natural(cell) for cell in own)])

    def _natural(self, cell: Cell) -> float:
        waiting = cell not in self._painted if cell.paint else True
        return max(self.style.height(self._left[cell]), cell.least_height if waiting else 0.0)

    def _reaching_height(self, number: int, heights: Sequence[float]) -> float:
        """What cells that end in this row after several still need below the rows above it on this page."""
        needs = [0.0]
        for cell, first in self._reaching:
            if first + cell.rows - 1 == number and self._left[cell]:
                needs.append(self._natural(cell) - sum(heights[max(first - self._next, 0) :]))
        return max(needs)

    def open_rows(self, count: int, body: Node) -> None:
        """Make the nodes of the rows that are about to be drawn for the first time, cells in order."""
        for number in range(self._opened, self._next + count):
            row = Node("TR", body, look=Look(fill=self.block.fill) if self.block.fill else None)
            for cell in sorted(self.block.rows[number].cells, key=lambda cell: cell.column):
                role, scope = ("TH", "Row") if cell.is_head else ("TD", None)
                look = cell.look or (Look(indent=cell.indent) if cell.indent else None)
                self.nodes[cell] = Node(role, row, scope=scope, spans=(cell.rows, cell.columns), look=look)
        self._opened = max(self._opened, self._next + count)

    def cells_within(self, count: int) -> Iterator[tuple[Cell, int, int]]:
        """Yield each cell on this page with the first and last of the page's rows that it covers."""
        begin, end = self._next, self._next + count - 1
        from_above = [(cell, first) for cell, first in self._reaching if first < begin <= first + cell.rows - 1]
        here = [(cell, number) for number in range(begin, end + 1) for cell in self.block.rows[number].cells]
        for cell, first in (*from_above, *here):
            yield cell, max(first - begin, 0), min(first + cell.rows - 1, end) - begin

    def paints_now(self, cell: Cell) -> bool:
        """Whether a figure is still to be drawn; it is drawn once."""
        now = cell not in self._painted
        self._painted.add(cell)
        return now

    def goes_on(self, cell: Cell) -> bool:
        """Whether all of a cell has been read on an earlier page, so that what comes now only repeats it."""
        return cell in self._begun and not self._left[cell]

    def take(self, cell: Cell, height: float) -> Sequence[WordLine]:
        """Take from a cell the lines that fit into a height, or the lines that repeat it."""
        if self.goes_on(cell):
            return cell.again if self.style.height(cell.again) <= height + 0.01 else ()
        self._begun.add(cell)
        left, room = self._left[cell], height - self.style.padding + 0.01
        count = 0
        while count < len(left) and (room := room - self.style.leading - left[count].before) >= 0:
            count += 1
        taken = left[:count]
        del left[:count]
        return taken

    def is_begun(self, part: Part) -> bool:
        """Whether the first lines of a list entry are set."""
        return part in self._entries

    def entry(self, cell: Cell, part: Part) -> Entry:
        """Return the nodes of an entry in a cell's list, made the first time; entries in a row are one list."""
        if part not in self._entries:
            node = self.nodes[cell]
            if not part.is_listed:
                return self._entries.setdefault(part, Entry(None, node))
            listed = self._lists.get(cell)
            if listed is None or node.kids[-1] is not listed:
                listed = self._lists[cell] = Node("L", node)
            item = Node("LI", listed)
            self._entries[part] = Entry(Node("Lbl", item), Node("LBody", item))
        return self._entries[part]

    def advance(self, count: int) -> None:
        """Note that so many rows are drawn; one cut short is gone on with overleaf."""
        self._next += count - (1 if self._partial else 0)
        if self._partial and self._is_row_done(self._next):
            self._next += 1
        self._partial = False

    def _is_row_done(self, number: int) -> bool:
        own = [cell for cell in self.block.rows[number].cells if cell.rows == 1]
        ending = [cell for cell, first in self._reaching if first + cell.rows - 1 == number]
        return not any(self._left[cell] for cell in (*own, *ending))
