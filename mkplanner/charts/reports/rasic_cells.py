"""Cells of a RASIC matrix on paper: tokens in rows, their qualifier below them, counts, and what the checks say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.rasic_tokens import PITCH, TOKEN_PAPER, tokens
from mkplanner.charts.reports.rasic_columns import QUALIFIER_LEADING, QUALIFIER_SIZE
from mkplanner.charts.reports.table_parts import Cell, Column, TableStyle, set_apart
from mkplanner.charts.shapes import Content, Decoration, Line, Look, Node, Polygon, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.notice import Severity
from mkplanner.models.rasic.letters import CODES
from mkplanner.models.rasic.matrix import Cell as Letters

_LINE = TOKEN_PAPER + 2.5
_AIR = 5.0


def letters_cell(number: int, column: Column, letters: Letters, keys: Mapping[str, str]) -> Cell:
    """A cell with the tokens of its letters about its middle; more than two letters stand in several rows.

    `keys` says what is written for each code.
    """
    shown = [letter for letter in CODES if letter in letters.letters + letters.inherited]
    if not shown and not letters.qualifier:
        return Cell(number, [])
    across = max(1, int((column.width - 4 - TOKEN_PAPER) / (PITCH * TOKEN_PAPER)) + 1)
    rows = [shown[at : at + across] for at in range(0, len(shown), across)]
    note = wrap(letters.qualifier, "regular", QUALIFIER_SIZE, column.width - 4) if letters.qualifier.strip() else []
    tall = _LINE * len(rows) + QUALIFIER_LEADING * len(note)

    def paint(node: Node, rect: Rect) -> Sequence[Content | Decoration]:
        y, x = rect.middle - tall / 2, rect.x + rect.width / 2
        shapes: list[Shape] = []
        for row in rows:
            shapes += tokens(row, x, y + _LINE / 2, TOKEN_PAPER, inherited=letters.inherited, keys=keys)
            y += _LINE
        for line in note:
            y += QUALIFIER_LEADING
            left = x - width(line.rstrip(), "regular", QUALIFIER_SIZE) / 2
            shapes.append(Text(left, y - 2.5, line, "regular", QUALIFIER_SIZE, "text2"))
        return (Content(node, set_apart(shapes)),)

    look = Look(letters=_written(shown, keys), inherited=_written(letters.inherited, keys))
    return Cell(number, [], paint=paint, least_height=tall + _AIR, look=look)


def _written(codes: Iterable[str], keys: Mapping[str, str]) -> str:
    return "".join(keys.get(code, code) for code in codes)


def count_cell(number: int, count: int) -> Cell:
    """A number in the middle of its column."""
    words = f"{count:,}"

    def paint(node: Node, rect: Rect) -> Sequence[Content | Decoration]:
        left = rect.x + (rect.width - width(words, "regular", 9)) / 2
        return (Content(node, [Text(left, rect.middle + 3.2, words, "regular", 9)]),)

    return Cell(number, [], paint=paint, least_height=18.0)


def remark_cell(number: int, column: Column, style: TableStyle, severity: Severity | None, words: str) -> Cell:
    """What the checks say: a warning in bold behind a triangle, else quietly."""
    if severity is None:
        return Cell(number, style.lines(words, column.width - 2 * style.side, colour="text2"))
    lines = style.lines(words, column.width - 2 * style.side - 16, "bold")

    def paint(node: Node, rect: Rect) -> Sequence[Content | Decoration]:
        x, baseline = rect.x + style.side, rect.y + style.first_baseline
        shapes = [
            Text(x + 16, baseline + at * style.leading, line.words, line.face, line.size, line.colour)
            for at, line in enumerate(lines)
        ]
        return (Decoration(_warning(x + 5.5, baseline - 3, severity)), Content(node, shapes))

    return Cell(number, [], paint=paint, least_height=style.height(lines))


def _warning(x: float, y: float, severity: Severity) -> tuple[Shape, ...]:
    colour = "error" if severity is Severity.ERROR else "warning"
    return (
        Polygon(((x, y - 5.5), (x + 6, y + 5), (x - 6, y + 5)), "base", colour, 1.2),
        Line(x, y - 1.8, x, y + 1.6, colour, 1.2),
        Line(x, y + 2.6, x, y + 3.8, colour, 1.2),
    )
