"""A list of rows under a heading: an open table whose first column is the row's number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from mkplanner.charts.fonts import width
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.table_heads import SectionHeading
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row, TableStyle, WordLine, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Node
from mkplanner.records import frozen

REF = "Ref"
_SHORT = 5
"""A list with no more rows than this is never broken; of a longer one at least two rows stand on either page."""

T = TypeVar("T")


@frozen(slots=False)
class RowList(Generic[T]):
    """What a list shows: its heading, the shares of its columns, its rows with their numbers, and the words of each cell.

    `words` is given the heading of a column, a row and the room there is; `names` is the column that names rows. `before` is
    the space above the heading.
    """

    heading: str
    shares: Sequence[tuple[str, float]]
    rows: Sequence[T]
    number: Callable[[T], str]
    words: Callable[[str, T, float], list[WordLine]]
    names: str
    style: TableStyle
    before: float

    def set(self, flow: Flow, parent: Node) -> None:
        """Set the list, or nothing where it is empty; columns that would say nothing leave their room to the others."""
        if not self.rows:
            return
        side, left, room = 2 * self.style.side, flow.sheet.left, flow.sheet.body_width
        used = [share for share in self.shares if any(self.words(share[0], row, 500.0) for row in self.rows)]
        widest = max(width(self.number(row), "regular", self.style.size) for row in self.rows)
        ref = min(max(widest + side + 1, 28.0), 70.0) if widest else 0.0
        columns = [Column(REF, left, ref)] if ref else []
        columns += side_by_side(left + ref, used or self.shares[:1], room - ref)
        table = Table(flow, parent, columns, self.style)
        table.opening = SectionHeading(parent, self.heading, self.before)
        blocks = [self._block(columns, row) for row in self.rows]
        if len(blocks) > _SHORT:
            table.stays_whole = False
            blocks[0].leads = blocks[-2].leads = True
        table.set(blocks)

    def _block(self, columns: Sequence[Column], row: T) -> Block:
        side, cells = 2 * self.style.side, []
        for at, column in enumerate(columns):
            room = column.width - side
            if column.heading == REF:
                cells.append(Cell(at, self.style.lines(self.number(row), room, colour="text2")))
            else:
                is_head = column.heading == self.names
                cells.append(Cell(at, self.words(column.heading, row, room), is_head=is_head))
        return Block([Row(cells)], rule=("grid2", 0.5))
