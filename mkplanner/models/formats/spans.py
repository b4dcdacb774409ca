"""Tables whose cells reach over several rows or columns, as Word, Excel and web pages have them, to plain rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.grid import GridRow
from mkplanner.models.formats.headings import columns_of, is_heading_row, label_of, numbered_group
from mkplanner.records import frozen

WHOLE = "Whole action"
_BAND = "Theme"
_LONGEST_BAND = 160
_HEADS = frozenset({"action", "sub_action", "theme", "objective", "ref"})
"""Cells of these columns name what stands below them: an empty cell goes on with it."""


@frozen
class SpanCell:
    """One cell: its words, the column it begins in, and how many rows and columns it covers."""

    words: str
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class SpanTable:
    """The cells that begin in each row, with the line of the source each row stands in."""

    rows: list[list[SpanCell]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((cell.column + cell.columns for row in self.rows for cell in row), default=0)


def grid_rows(table: SpanTable) -> list[GridRow]:
    """Return a table as rows of words.

    What a cell over several rows means depends on its column: an outcome belongs to each of its rows; a date or an owner
    beside sub-actions belongs to their action; beside several actions it belongs to each of them.
    """
    width = table.width
    cells = plain_rows(table)
    columns: tuple[Column, ...] = ()
    shared: list[set[int]] = [set() for _ in table.rows]
    for number, row in enumerate(table.rows):
        if is_heading_row(cells[number]):
            columns = columns_of(cells[number])
            continue
        _blank_whole(cells[number], columns)
        for cell in row:
            if cell.rows > 1 and cell.words.strip() and columns:
                _reach(cells, shared, cell, number, columns)
    found = []
    headed = False
    for number, (words, line) in enumerate(zip(cells, table.lines, strict=True)):
        headed = headed or is_heading_row(words)
        if headed and number + 1 < len(cells) and _is_band(table.rows[number], width):
            found.append(GridRow((f"{_BAND}: {table.rows[number][0].words}",), line, is_table=False))
        else:
            found.append(GridRow(tuple(words), line, is_table=width > 1, shared=frozenset(shared[number])))
    return found


def _is_band(row: Sequence[SpanCell], width: int) -> bool:
    """Whether a row is one cell from edge to edge that names what follows, and does not say itself what it is."""
    filled = [cell for cell in row if cell.words.strip()]
    if len(filled) != 1 or width < 2 or filled[0].columns < width:
        return False
    words = filled[0].words
    return "\n" not in words and len(words) < _LONGEST_BAND and not label_of(words) and not numbered_group(words)


def plain_rows(table: SpanTable) -> list[list[str]]:
    """Return a table as rows of words, each cell where it begins and empty words where it reaches."""
    rows = [[""] * table.width for _ in table.rows]
    for number, row in enumerate(table.rows):
        for cell in row:
            rows[number][cell.column] = cell.words
    return rows


def _blank_whole(words: list[str], columns: Sequence[Column]) -> None:
    """Our papers say "Whole action" where a row speaks of an action and not of a part of it."""
    for place, column in enumerate(columns):
        if column.field == "sub_action" and place < len(words) and words[place].strip() == WHOLE:
            words[place] = ""


def _reach(
    cells: list[list[str]], shared: list[set[int]], cell: SpanCell, number: int, columns: Sequence[Column]
) -> None:
    """Carry a cell's words to the rows it reaches down to, or mark them as the whole action's."""
    name = columns[cell.column].field if cell.column < len(columns) else None
    if name in _HEADS:
        return
    end = min(number + cell.rows, len(cells))
    if name != "outcome" and _is_one_action(cells, number, end, columns):
        shared[number].add(cell.column)
        return
    for below in range(number + 1, end):
        cells[below][cell.column] = cell.words


def _is_one_action(cells: Sequence[Sequence[str]], first: int, end: int, columns: Sequence[Column]) -> bool:
    """Whether rows are the sub-actions of one action: only the first of them may name an action."""
    fields = [column.field for column in columns]
    if "sub_action" not in fields or "action" not in fields:
        return False
    action = fields.index("action")
    return not any(row[action].strip() for row in cells[first + 1 : end])
