"""A tagged table to its rows and cells, each cell in the column it begins in."""

from __future__ import annotations

from collections.abc import Iterator

from mkplanner.charts.outputs.reading_words import is_turned, read_lines, size_of
from mkplanner.charts.outputs.story import Cell, Row, Table
from mkplanner.charts.shapes import Look, Node
from mkplanner.progress import Progress

_OFTEN = 50
"""After so many rows it is told that the work goes on."""


def read_table(node: Node, progress: Progress) -> Table:
    """Return a table with its caption; cells that reach down from above push those of later rows to the right."""
    look = node.look or Look()
    caption = " ".join(line.words for kid in _parts(node, "Caption") for line in read_lines(kid))
    head = _rows((row for part in _parts(node, "THead") for row in _parts(part, "TR")), progress)
    body = _rows((row for part in node.kids if isinstance(part, Node) for row in _body_rows(part)), progress)
    count = max((cell.column + cell.columns for row in (*head, *body) for cell in row.cells), default=1)
    widths = look.widths if len(look.widths) == count else (100.0,) * count
    return Table(head, body, widths, look.numbers, caption, _size(node), look.ground)


def _size(node: Node) -> float:
    """How large the words of the first row with words are set."""
    rows = (row for part in node.kids if isinstance(part, Node) for row in _body_rows(part))
    return next((size_of(row) for row in rows if row.kids), 9.5)


def _body_rows(part: Node) -> Iterator[Node]:
    if part.role == "TR":
        yield part
    elif part.role in ("TBody", "TFoot"):
        yield from _parts(part, "TR")


def _parts(node: Node, role: str) -> Iterator[Node]:
    return (kid for kid in node.kids if isinstance(kid, Node) and kid.role == role)


def _rows(nodes: Iterator[Node], progress: Progress) -> list[Row]:
    """Read rows in order; `taken` says down to which row each column is covered from above."""
    found: list[Row] = []
    taken: dict[int, int] = {}
    for number, node in enumerate(nodes):
        if number % _OFTEN == 0:
            progress.report(0, 1, "Reading the rows")
        row = Row([], node.look.fill if node.look else None)
        column = 0
        for kid in node.kids:
            if not isinstance(kid, Node) or kid.role not in ("TH", "TD"):
                continue
            while taken.get(column, 0) > number:
                column += 1
            cell = _cell(kid, column)
            row.cells.append(cell)
            for covered in range(column, column + cell.columns):
                taken[covered] = number + cell.rows
            column += cell.columns
        found.append(row)
    return found


def _cell(node: Node, column: int) -> Cell:
    look = node.look or Look()
    scope = node.scope or "Column" if node.role == "TH" else None
    rows, columns = node.spans
    return Cell(
        read_lines(node),
        column,
        rows,
        columns,
        scope,
        look.indent,
        look.letters,
        look.inherited,
        is_turned(node),
    )
