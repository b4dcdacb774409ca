"""Rows of a plan to the blocks of a table whose first columns are Action and Sub action(s), whatever stands beside them.

Every plan fits, whatever its shape: themes and priorities become bands across the table, an action without sub-actions
takes both columns, and what belongs to an action as a whole stands beside all of its sub-actions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkplanner.charts.reports.cell_words import cell_lines
from mkplanner.charts.reports.groups import Group, groups, named
from mkplanner.charts.reports.table_parts import CONTINUED, Block, Cell, Part, Row, WordLine
from mkplanner.charts.reports.tables import Table
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, Plan

_OFTEN = 50
"""After so many actions it is told that the work goes on."""
STEP = 12.0
"""How far a sub-action's own sub-actions stand in."""

Beside = Mapping[int, list[WordLine]]
"""The lines of each column beside the actions, by its number."""


class ActionBlocks:
    """Makes the blocks of one table; `beside` names what its columns from the third on hold (see `cell_lines`).

    Where it `breaks`, every theme begins on a new page.
    """

    continued = CONTINUED
    """What is put behind an action's title where it is said again overleaf."""
    has_bullets = False

    def __init__(self, plan: Plan, table: Table, beside: Sequence[str], *, breaks: bool = False) -> None:
        self.plan = plan
        self.keys = beside
        self.breathe = table.flow.breathe
        self.breaks = breaks
        self.style = table.style
        self.columns = table.columns
        self.groups = list(groups(plan))
        self.is_nested = any(group.is_heading and group.top.depth for group in self.groups)
        actions = [group for group in self.groups if not group.is_heading]
        self.is_plain = 2 * sum(bool(group.parts) for group in actions) < len(actions)

    def beside(self, item: Item) -> Beside:
        """Return the lines of the columns from the third on for a row."""
        return {
            number: cell_lines(self.style, self.plan, item, key, self.room(number))
            for number, key in enumerate(self.keys, start=2)
        }

    def made(self) -> list[Block]:
        """Return a block for every heading and every action."""
        found: list[Block] = []
        above: list[tuple[int, Block]] = []
        for number, group in enumerate(self.groups):
            if number % _OFTEN == 0:
                self.breathe()
            entry = group.top
            above = [(depth, block) for depth, block in above if depth < entry.depth]
            if group.is_heading:
                block = self._band(entry, len(above))
                above.append((entry.depth, block))
            else:
                block = self._action(group, len(above))
            block.below = tuple(band for _, band in above if band is not block)
            block.breaks = self.breaks and group.is_heading and not entry.depth
            found.append(block)
        return found

    def room(self, column: int, count: int = 1) -> float:
        """How wide words may be in a cell over so many columns."""
        across = self.columns[column : column + count]
        return sum(part.width for part in across) - 2 * self.style.side

    def _band(self, entry: Entry, level: int) -> Block:
        words, beside = named(entry.item), self.beside(entry.item)
        wide = min((column for column, lines in beside.items() if lines), default=len(self.columns))
        room = self.room(0, wide)
        cell = Cell(0, self.style.lines(words, room, "bold"), columns=wide, is_head=True)
        cell.again = self.style.lines(f"{words} {CONTINUED}", room, "bold")
        cells = [cell, *(Cell(column, lines) for column, lines in beside.items() if column >= wide)]
        fill = "grid" if self.is_nested and not entry.depth else "theme_row"
        return Block([Row(cells)], fill, leads=True, bookmark=(words, level))

    def _action(self, group: Group, level: int) -> Block:
        item = group.top.item
        words = named(item)
        bookmark = (words, level) if words else None
        if not group.parts:
            face = "regular" if self.is_plain else "bold"  # long sentences of flat plans read better unemphasised
            title = Cell(0, self.style.lines(words, self.room(0, 2), face), columns=2, is_head=True)
            return Block([Row([title, *_cells(self.beside(item))])], bookmark=bookmark)
        rows = self._rows(group)
        title = Cell(0, self.style.lines(words, self.room(0), "bold"), rows=len(rows), is_head=True)
        title.again = self.style.lines(f"{words} {self.continued}", self.room(0), "bold")
        rows[0].cells.insert(0, title)
        return Block(rows, bookmark=bookmark)

    def _rows(self, group: Group) -> list[Row]:
        parts = [self.beside(entry.item) for entry in group.parts]
        cells = [self._part(entry, group) for entry in group.parts]
        whole = Cell(1, self.style.lines("Whole action", self.room(1), colour="text2"))
        return stacked(cells, parts, whole, self.beside(group.top.item))

    def _part(self, entry: Entry, group: Group) -> Cell:
        indent = STEP * min(entry.depth - group.top.depth - 1, 6)
        bullet = 0.9 * self.style.size if self.has_bullets else 0.0
        lines = self.style.lines(named(entry.item), self.room(1) - indent - bullet)
        if bullet:
            part = Part(is_listed=False)
            lines = [line._replace(indent=bullet, part=part) for line in lines]
        return Cell(1, lines, indent=indent)


def stacked(cells: Sequence[Cell], parts: Sequence[Beside], whole_cell: Cell, whole: Beside) -> list[Row]:
    """Return a row for each part of a whole with what stands beside it.

    Columns in which only the whole says something have one cell beside all parts; what both say of themselves has a row for
    the whole above them.
    """
    alone = [column for column, lines in whole.items() if lines and not any(part[column] for part in parts)]
    rows = [
        Row([cell, *_cells({at: lines for at, lines in part.items() if at not in alone})])
        for cell, part in zip(cells, parts, strict=True)
    ]
    if not rows or any(lines and column not in alone for column, lines in whole.items()):
        rows.insert(0, Row([whole_cell, *_cells({at: lines for at, lines in whole.items() if at not in alone})]))
    rows[0].cells += [Cell(at, whole[at], rows=len(rows), again=_again(whole[at])) for at in alone]
    return rows


def _cells(beside: Beside) -> list[Cell]:
    return [Cell(column, lines) for column, lines in beside.items()]


def _again(lines: Sequence[WordLine]) -> list[WordLine]:
    """What is shown again of a cell overleaf: dates and names, in a quieter colour; no progress."""
    return [] if any(line.sign or line.part for line in lines) else [line._replace(colour="text2") for line in lines]
