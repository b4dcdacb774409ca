"""Tables of a report as tables of a web page: heads with scope, spans, tints, and charts in their cells."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from mkplanner.charts.outputs.html_style import SCALE
from mkplanner.charts.outputs.html_words import Names, line_html, lines_html, shown
from mkplanner.charts.outputs.story import Cell, Figure, Row, Table
from mkplanner.charts.outputs.svg_shapes import inline_svg, standing_svg
from mkplanner.charts.palette import Palette
from mkplanner.progress import Progress

_NARROW = 72.0
"""A first column narrower than this holds references, which are never broken."""
_EVERY = 50
"""Rows between two reports of progress."""


class HtmlTables:
    """Writes the tables of one page; `names` gives out its ids."""

    def __init__(self, palette: Palette, names: Names, progress: Progress) -> None:
        self.palette = palette
        self.names = names
        self.progress = progress

    def table(self, table: Table, title: str) -> Iterator[str]:
        """Yield a table that scrolls by itself where the window is narrow; `title` is its caption where it has none."""
        self.chart = len(table.widths) - 1 if table.ground else -1
        name = self.names.new()
        caption = table.caption or title
        told = "" if table.caption else ' class="told"'
        yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}">'
        least = f"min-width:{min(sum(table.widths) * SCALE, 2000):.0f}px"
        yield f'<table style="{least}{self._ground(table)}">'
        yield f'<caption id="{name}"{told}>{shown(caption)}</caption>'
        yield self._columns(table)
        yield "<thead>"
        for row in table.head:
            yield self._row(row, table, is_head=True)
        yield "</thead>\n<tbody>"
        for number, row in enumerate(table.body):
            if number % _EVERY == 0:
                self.progress.report(number, len(table.body), "Writing the web page")
            yield self._row(row, table, is_head=False)
        yield "</tbody>\n</table>\n</div>"

    def _columns(self, table: Table) -> str:
        whole = sum(table.widths) or 1.0
        return (
            "<colgroup>" + "".join(f'<col style="width:{100 * w / whole:.2f}%">' for w in table.widths) + "</colgroup>"
        )

    def _ground(self, table: Table) -> str:
        """The grid of a chart as a picture that the style sheet stretches behind each of its cells."""
        if table.ground is None:
            return ""
        svg = standing_svg(table.ground, self.palette, stretch=True)
        data = b64encode(svg.encode()).decode("ascii")
        return f";--ground:url(data:image/svg+xml;base64,{data})"

    def _row(self, row: Row, table: Table, *, is_head: bool) -> str:
        look = f' class="group" style="background:{self.palette[row.fill]}"' if row.fill else ""
        cells = "".join(self._cell(cell, table, is_head=is_head) for cell in row.cells)
        return f"<tr{look}>{cells}</tr>"

    def _cell(self, cell: Cell, table: Table, *, is_head: bool) -> str:
        tag = "th" if cell.scope and (cell.words.strip() or is_head) else "td"
        parts = [f"<{tag}"]
        if tag == "th":
            scope = "row" if cell.scope == "Row" else "col"
            parts.append(f' scope="{scope}group"' if is_head and cell.columns > 1 else f' scope="{scope}"')
        parts += [f' rowspan="{cell.rows}"'] if cell.rows > 1 else []
        parts += [f' colspan="{cell.columns}"'] if cell.columns > 1 else []
        classes = self._classes(cell, table, is_head=is_head)
        parts += [f' class="{classes}"'] if classes else []
        parts += [f' style="padding-left:{9 + cell.indent * 4 / 3:.0f}px"'] if cell.indent else []
        return "".join([*parts, ">", self._inside(cell), f"</{tag}>"])

    def _classes(self, cell: Cell, table: Table, *, is_head: bool) -> str:
        found = []
        if cell.column == self.chart:
            found.append("chart")
        if not cell.column and cell.columns == 1 and table.widths[0] < _NARROW:
            found.append("ref")
        if cell.column in table.numbers:
            found.append("number")
        if cell.letters:
            found.append("letters")
        if cell.is_turned:
            found.append("turned")
        elif is_head and cell.columns > 1:
            found.append("home")
        return " ".join(found)

    def _inside(self, cell: Cell) -> str:
        if cell.letters:
            return _letters(cell)
        if cell.is_turned:
            return f"<span>{' '.join(line_html(line) for line in cell.lines)}</span>"
        words = [line for line in cell.lines if not line.figure]
        figures = [line.figure for line in cell.lines if line.figure]
        return lines_html(words) + "".join(self._figure(figure, cell) for figure in figures)

    def _figure(self, figure: Figure, cell: Cell) -> str:
        stretch = cell.column == self.chart
        return inline_svg(figure.picture, self.palette, self.names.new(), figure.alt, stretch=stretch)


def _letters(cell: Cell) -> str:
    """The letters of a RASIC cell as tokens, and below them what qualifies them."""
    tokens = []
    for letter in cell.letters:
        above = " from-above" if letter in cell.inherited else ""
        tokens.append(f'<span class="r r-{letter}{above}">{letter}</span>')
    note = qualifier(cell)
    return " ".join(tokens) + (f'<span class="note">{shown(note)}</span>' if note else "")


def qualifier(cell: Cell) -> str:
    """What stands below the letters of a RASIC cell."""
    words = cell.words.split()
    while words and len(words[0]) == 1 and words[0] in cell.letters:
        words.pop(0)
    return " ".join(words)
