"""Tables of a report as real tables of Word: heads that repeat, rows that do not split, cells over rows and columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.docx_pictures import Pictures
from mkplanner.charts.outputs.docx_styles import CELL, CELL_BULLET, CELL_BULLET_2, CELL_HEAD
from mkplanner.charts.outputs.docx_words import letter_runs, line_runs, paragraph, run
from mkplanner.charts.outputs.docx_xml import border, made, shade, twips
from mkplanner.charts.outputs.grounds import on_ground
from mkplanner.charts.outputs.html_tables import qualifier
from mkplanner.charts.outputs.story import Cell, Figure, Line, Row, Table
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Picture
from mkplanner.progress import Progress

_EVERY = 5
"""Rows between two reports of progress."""
_NARROW = 72.0
"""A first column narrower than this holds references, which are never broken."""
_HEAD_SIZE = 10.0
_SIDES_WIDE = 13.0
"""What stands beside the words of a cell, both sides together."""
_LEAST = 21.0
"""The height of a row of a chart that has no marks of its own, in points."""


class DocxTables:
    """Writes the tables of one document, as wide as its page allows."""

    def __init__(self, pictures: Pictures, palette: Palette, room: float, progress: Progress) -> None:
        self.pictures = pictures
        self.palette = palette
        self.room = room
        self.progress = progress

    def write(self, table: Table, title: str, place: Callable[[Any], None]) -> None:
        """Have a table put into its place, then write its rows; `title` is said of it where it has no caption.

        Rows move into the document one by one, for a whole table of thousands takes seconds to move.
        """
        self.widths = self._fitted(table)
        self.chart = len(self.widths) - 1 if table.ground else -1
        self.source = table
        element = made("w:tbl", self._properties(table.caption or title), self._grid())
        place(element)
        for row in table.head:
            self._add(element, row, [], is_head=True)
        reaching: list[tuple[Cell, int]] = []
        for number, row in enumerate(table.body):
            if number % _EVERY == 0:
                self.progress.report(number, len(table.body), "Writing the Word document")
            self._add(element, row, reaching, is_head=False)

    def _fitted(self, table: Table) -> list[float]:
        """As on paper; a small table gets what the words of its headings need."""
        widths = list(table.widths)
        if sum(widths) > self.room * 0.98:
            return [wide * self.room / sum(widths) for wide in widths]
        for cell in (cell for row in table.head for cell in row.cells if cell.columns == 1 and not cell.is_turned):
            least = max((width(word, "bold", _HEAD_SIZE) for word in cell.words.split()), default=0.0) + _SIDES_WIDE
            widths[cell.column] = max(widths[cell.column], least)
        return widths

    def _properties(self, words: str) -> Any:
        look = made("w:tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
        snug = [] if self.chart < 0 else [made("w:tblCellMar", made("w:top", w=0), made("w:bottom", w=0))]
        return made(
            "w:tblPr",
            made("w:tblStyle", val="PlannerTable"),
            made("w:tblW", w=twips(sum(self.widths)), type="dxa"),
            made("w:tblLayout", type="fixed"),
            *snug,
            look,
            made("w:tblCaption", val=words),
        )

    def _grid(self) -> Any:
        return made("w:tblGrid", *(made("w:gridCol", w=twips(wide)) for wide in self.widths))

    def _add(self, element: Any, row: Row, reaching: list[tuple[Cell, int]], *, is_head: bool) -> None:
        """Add a row: its own cells, and between them the rest of those that reach down into it."""
        if is_head:
            reaching = self._head_reaching(row)
        going_on = [(cell, left) for cell, left in reaching if left > 0]
        cells = [(cell, "restart" if cell.rows > 1 else "") for cell in row.cells]
        cells += [(cell, "continue") for cell, _ in going_on]
        line = made("w:tr", self._row_properties(row, is_head=is_head))
        for cell, merge in sorted(cells, key=lambda pair: pair[0].column):
            line.append(self._cell(cell, row, merge, is_head=is_head))
        element.append(line)
        reaching[:] = [(cell, left - 1) for cell, left in going_on if left > 1]
        reaching += [(cell, cell.rows - 1) for cell in row.cells if cell.rows > 1]

    def _head_reaching(self, row: Row) -> list[tuple[Cell, int]]:
        """Cells of the head that reach down into this row of it."""
        at = next(number for number, other in enumerate(self.source.head) if other is row)
        above = [(cell, number) for number, other in enumerate(self.source.head[:at]) for cell in other.cells]
        return [(cell, number + cell.rows - at) for cell, number in above]

    def _row_properties(self, row: Row, *, is_head: bool) -> Any:
        properties = [made("w:cantSplit")]
        turned = [cell for cell in row.cells if cell.is_turned]
        if turned:
            tall = max(width(line.words, "regular", 9.0) for cell in turned for line in cell.lines)
            properties.append(made("w:trHeight", val=twips(min(tall + 16, 190)), hRule="exact"))
        if is_head:
            properties.append(made("w:tblHeader"))
        return made("w:trPr", *properties)

    def _cell(self, cell: Cell, row: Row, merge: str, *, is_head: bool) -> Any:
        across = self.widths[cell.column : cell.column + cell.columns]
        properties = [made("w:tcW", w=twips(sum(across)), type="dxa")]
        if cell.columns > 1:
            properties.append(made("w:gridSpan", val=cell.columns))
        if merge:
            properties.append(made("w:vMerge", val=merge))
        if self._begins(cell, row, merge) and not is_head:
            properties.append(made("w:tcBorders", border("top", self.palette["edge"], 6)))
        fill = self.palette["header"] if is_head else self.palette[row.fill] if row.fill else None
        if fill:
            properties.append(shade(fill))
        is_ref = not cell.column and cell.columns == 1 and across[0] < _NARROW
        if is_ref:
            properties.append(made("w:noWrap"))
        if cell.column == self.chart:
            properties.append(made("w:tcMar", *(made(f"w:{side}", w=0, type="dxa") for side in _SIDES)))
        elif is_ref:
            margins = (("left", 80), ("right", 20))
            properties.append(made("w:tcMar", *(made(f"w:{side}", w=wide, type="dxa") for side, wide in margins)))
        if cell.is_turned:
            properties.append(made("w:textDirection", val="btLr"))
        properties.append(made("w:vAlign", val="center" if cell.is_turned else "bottom" if is_head else "top"))
        inside = [] if merge == "continue" else self._inside(cell, row, is_head=is_head)
        return made("w:tc", made("w:tcPr", *properties), *(inside or [paragraph(CELL)]))

    def _begins(self, cell: Cell, row: Row, merge: str) -> bool:
        """Whether a stronger rule stands above: where an action begins beside its parts."""
        return (merge != "continue" and bool(row.fill)) or any(
            other.rows > 1 and not other.column for other in row.cells
        )

    def _inside(self, cell: Cell, row: Row, *, is_head: bool) -> list[Any]:
        if cell.column == self.chart:
            return [self._chart(cell, row, is_head=is_head)]
        marks = self._marks(cell, row, is_head=is_head)
        if cell.letters:
            return self._letters(cell, marks)
        return [self._paragraph(line, cell, number, marks, is_head=is_head) for number, line in enumerate(cell.lines)]

    def _letters(self, cell: Cell, marks: tuple[Any, ...]) -> list[Any]:
        centred = made("w:jc", val="center")
        runs = letter_runs(cell.letters, cell.inherited, self.palette)
        found = [paragraph(CELL, *runs, marks=(*marks, centred))]
        note = qualifier(cell)
        if note:
            found.append(paragraph(CELL, run(note, made("w:sz", val=16)), marks=(made("w:jc", val="center"),)))
        return found

    def _paragraph(self, line: Line, cell: Cell, number: int, marks: tuple[Any, ...], *, is_head: bool) -> Any:
        style = CELL_HEAD if is_head and not cell.is_turned else (CELL, CELL_BULLET, CELL_BULLET_2)[min(line.level, 2)]
        plain = replace_bold(line) if style == CELL_HEAD else line
        runs = line_runs(plain, self.palette, self.pictures.sign)
        if line.bullet:
            runs = [run(f"{line.bullet}\u00a0\u00a0"), *runs]
        if line.figure:
            runs = [self.pictures.figure(line.figure, line.figure.picture.rect.width), *runs]
        air = (made("w:spacing", **self._air(line, number, len(cell.lines))),)
        return paragraph(style, *runs, marks=(*marks[:1], *air, *marks[1:]))

    def _air(self, line: Line, number: int, count: int) -> dict[str, int]:
        """Space round a line; beside a chart, whose pictures touch, cells have none of their own above and below."""
        before = 2.0 if number and not line.level else 1.0 if line.level else 0.0
        after = 0.0
        if self.chart >= 0:
            before, after = before if number else 3.5, 3.5 if number == count - 1 else 0.0
        return {"before": twips(before), "after": twips(after)}

    def _marks(self, cell: Cell, row: Row, *, is_head: bool) -> tuple[Any, ...]:
        """What marks the paragraphs of a cell, in the order Word asks for: kept with the next, indent, side."""
        found = [made("w:keepNext", val=int(bool(row.fill) or is_head))]
        if cell.indent:
            found.append(made("w:ind", left=twips(cell.indent)))
        if cell.column in self.source.numbers:
            found.append(made("w:jc", val="right"))
        elif is_head and cell.columns > 1:
            found.append(made("w:jc", val="center"))
        return tuple(found)

    def _chart(self, cell: Cell, row: Row, *, is_head: bool) -> Any:
        """The marks of a row with the grid behind them, from one edge of the cell to the other."""
        figure = next((line.figure for line in cell.lines if line.figure), None)
        ground = self.source.ground
        if figure is None and ground is not None:
            figure = Figure("", Picture([], Rect(ground.rect.x, 0, ground.rect.width, _LEAST)))
        if figure is None:
            return paragraph(CELL)
        if ground is not None and not is_head:
            figure = replace(figure, picture=on_ground(figure.picture, ground))
        tint = "header" if is_head else row.fill or "base"
        picture = self.pictures.figure(figure, self.widths[self.chart], tint)
        tiny = made("w:rPr", made("w:sz", val=2))
        return paragraph(CELL, picture, marks=(made("w:spacing", before=0, after=0), tiny))


_SIDES = ("top", "left", "bottom", "right")


def replace_bold(line: Line) -> Line:
    """Return a line without bold of its own, for a style that is bold."""
    return replace(line, runs=[replace(part, is_bold=False) for part in line.runs])
