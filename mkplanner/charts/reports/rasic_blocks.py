"""The rows of a RASIC report with reference and title; a report says what stands beside them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from mkplanner.charts.reports.rasic_rows import RasicRows
from mkplanner.charts.reports.table_parts import CONTINUED, Block, Cell, Column, Row, TableStyle
from mkplanner.models.outline import Entry, ancestors
from mkplanner.models.plan import Item

STYLE = TableStyle(
    size=9.0,
    leading=11.3,
    side=5.0,
    first_baseline=15.0,
    padding=10.5,
    head_size=9.5,
    head_height=22.0,
    paragraph_gap=1.5,
)
NAMES = replace(STYLE, first_baseline=12.3, padding=8.0)
"""The same for rows of words alone, which need no room for tokens."""

_STEP = 12.0


class RasicBlocks(ABC):
    """Makes a block of each row: headings reach across, and stand again above rows overleaf."""

    def __init__(self, rows: RasicRows, columns: Sequence[Column], style: TableStyle = STYLE) -> None:
        self.style = style
        self.rows = rows
        self.columns = columns

    @abstractmethod
    def beside(self, item: Item) -> list[Cell]:
        """Return the cells from the third column on."""

    def made(self) -> list[Block]:
        """Return a block for every row of the report."""
        found: list[Block] = []
        above: list[tuple[int, Block]] = []
        entries = self.rows.entries
        for entry, following in zip(entries, (*entries[1:], None), strict=False):
            above = [(depth, block) for depth, block in above if depth < entry.depth]
            block = self._heading(entry, len(above)) if entry.item.kind.is_heading else self._row(entry, len(above))
            block.leads = following is not None and following.depth > entry.depth
            block.below = tuple(upper for _, upper in above)
            above.append((entry.depth, block))
            found.append(block)
        return found

    def room(self, column: int, count: int = 1) -> float:
        """How wide words may be in a cell over so many columns."""
        across = self.columns[column : column + count]
        return sum(part.width for part in across) - 2 * self.style.side

    def _heading(self, entry: Entry, level: int) -> Block:
        wide = len(self.columns) - 1
        cells = self._titles(entry, "bold", 0.0, wide)
        title = entry.item.title.strip() or entry.number
        return Block([Row(cells)], "theme_row", bookmark=(f"{entry.number} {title}", level), rule=("edge", 0.8))

    def _row(self, entry: Entry, level: int) -> Block:
        indent = _STEP * min(self._depth(entry.item), 5)
        cells = [*self._titles(entry, "regular", indent, 1), *self.beside(entry.item)]
        bookmark = None if level else (f"{entry.number} {entry.item.title.strip()}", level)
        return Block([Row(cells)], bookmark=bookmark, rule=("grid2", 0.5))

    def _titles(self, entry: Entry, face: str, indent: float, wide: int) -> list[Cell]:
        number = Cell(0, self.style.lines(entry.number, self.room(0), face, "text" if face == "bold" else "text2"))
        number.again = number.lines
        words, room = entry.item.title.strip(), self.room(1, wide) - indent
        title = Cell(1, self.style.lines(words, room, face), wide, is_head=True, indent=indent)
        title.again = self.style.lines(f"{words} {CONTINUED}".strip(), room, face)
        return [number, title]

    def _depth(self, item: Item) -> int:
        depth = 0
        for above in ancestors(self.rows.plan, item.id):
            if above.kind.is_heading:
                break
            depth += 1
        return depth
