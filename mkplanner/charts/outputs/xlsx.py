"""A report as an Excel sheet: its title, and its tables below one another with the cells merged as on paper."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mkplanner.charts.outputs.html_tables import qualifier
from mkplanner.charts.outputs.story import Block, Cell, Figure, Heading, Listing, Paragraph, Row, Story, Table
from mkplanner.charts.outputs.xlsx_looks import ReportLooks
from mkplanner.charts.palette import Palette
from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.models.formats.write_xlsx import plain
from mkplanner.progress import Progress

_POINTS = 5.6
"""Points in the unit in which Excel measures columns, at our size of letters."""
_PRINTED, _BETWEEN = 5.25, 3.75
"""Points that the unit of columns takes on paper, and what each column adds."""
_A3, _A4 = 8, 9
_NARROW, _WIDE = 620.0, 900.0
"""In points: what is wider is printed across, and what is wider still on A3."""
_LINE = 13.2
_CHART = 44.0
"""The width of a column that says in words what a chart shows."""


def xlsx_bytes(story: Story, palette: Palette, made: datetime, progress: Progress | None = None) -> bytes:
    """Return a report as a workbook; figures are told in words. The same report and moment give the same bytes."""
    from xlsxwriter import Workbook

    from mkplanner.charts.outputs.xlsx_telling import TellingFile, telling_sheet

    progress = progress or Progress()
    out = TellingFile(progress)
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": story.title, "author": story.author, "subject": story.subject, "created": made})
    page = book.add_worksheet("Report", telling_sheet(progress))
    with no_search_for_garbage():
        _Sheet(story, page, ReportLooks(book, palette), progress).write()
        book.close()
    return out.getvalue()


class _Sheet:
    """Writes one sheet from the top down; `at` is the next row."""

    def __init__(self, story: Story, page: Any, looks: ReportLooks, progress: Progress) -> None:
        self.story = story
        self.page = page
        self.looks = looks
        self.progress = progress
        self.at = 0
        self.tables = [block for block in story.blocks if isinstance(block, Table)]
        count = max((len(table.widths) for table in self.tables), default=0)
        self.columns = [
            max(_wide(table, column) for table in self.tables if column < len(table.widths)) for column in range(count)
        ]

    def write(self) -> None:
        """Write every block."""
        self._widths()
        for block in self.story.blocks:
            self._block(block)
        self._finish()

    def _widths(self) -> None:
        for column, wide in enumerate(self.columns):
            self.page.set_column(column, column, wide)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.at += 1 if block.level > 1 else 0
            if block.level == 1:
                self.page.set_row(self.at, 24)
            self._say(block.words, self.looks.title if block.level == 1 else self.looks.heading)
        elif isinstance(block, Paragraph):
            self._say(block.line.words, self.looks.about)
        elif isinstance(block, Listing):
            for line in block.lines:
                self._say(f"{line.bullet} {line.words}".strip(), self.looks.about)
        elif isinstance(block, Figure):
            self._say(block.alt, self.looks.about)
        else:
            self._table(block)

    def _say(self, words: str, look: Any) -> None:
        """Write words across the columns of the tables, over as many lines as they take."""
        if not words.strip():
            return
        words = plain(words)
        if len(self.columns) > 1:
            self.page.merge_range(self.at, 0, self.at, len(self.columns) - 1, "", look)
            room = sum(self.columns) * 1.2
            if look is self.looks.about and len(words) > room:
                self.page.set_row(self.at, (1 + int(len(words) / room)) * _LINE + 2)
        self.page.write_string(self.at, 0, words, look)
        self.at += 1

    def _table(self, table: Table) -> None:
        if table.caption:
            self._say(table.caption, self.looks.heading)
        self.at += 0 if self.at == 0 else 1
        first = self.at
        for row in table.head:
            self._row(table, row, is_head=True)
        if len(self.tables) == 1:
            self.page.freeze_panes(self.at, 0)
            self.page.repeat_rows(first, self.at - 1)
        for number, row in enumerate(table.body):
            if number % 20 == 0:
                self.progress.report(number, len(table.body), "Writing the Excel workbook")
            self._row(table, row, is_head=False)

    def _row(self, table: Table, row: Row, *, is_head: bool) -> None:
        tall = 1.0
        for cell in row.cells:
            look = self.looks.cell(cell, row, table, is_head=is_head)
            words = plain(_words(cell))
            self._put(cell, words, look)
            if cell.rows == 1 and not cell.is_turned:
                tall = max(tall, self._lines(cell, words))
        turned = any(cell.is_turned for cell in row.cells)
        self.page.set_row(self.at, 120 if turned else min(tall * _LINE + 3, 400))
        self.at += 1

    def _put(self, cell: Cell, words: str, look: Any) -> None:
        last_row, last_column = self.at + cell.rows - 1, cell.column + cell.columns - 1
        if cell.rows > 1 or cell.columns > 1:
            self.page.merge_range(self.at, cell.column, last_row, last_column, "", look)
        if words.isdecimal() and len(words) < 10 and not (len(words) > 1 and words.startswith("0")):
            self.page.write_number(self.at, cell.column, int(words), look)
        elif words:
            self.page.write_string(self.at, cell.column, words, look)
        elif cell.rows == cell.columns == 1:
            self.page.write_blank(self.at, cell.column, None, look)

    def _lines(self, cell: Cell, words: str) -> float:
        """About how many lines a cell takes in its columns, for Excel leaves merged rows too low."""
        room = max(sum(self.columns[cell.column : cell.column + cell.columns]), 4.0) * 1.3
        return sum(1 + int(len(line) / room) for line in words.split("\n"))

    def _finish(self) -> None:
        story = self.story
        wide = sum(column * _PRINTED + _BETWEEN for column in self.columns)
        self.page.set_paper(_A3 if wide > _WIDE else _A4)
        if wide > _NARROW:
            self.page.set_landscape()
        self.page.fit_to_pages(1, 0)
        if self.columns and self.at:
            self.page.print_area(0, 0, self.at - 1, len(self.columns) - 1)
        self.page.hide_gridlines(2)
        self.page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
        foot, marking = (words[:80].replace("&", "&&") for words in (plain(story.foot), plain(story.marking)))
        self.page.set_footer(f"&L&8{foot}&C&8&B{marking}&R&8Page &P of &N")


def _wide(table: Table, column: int) -> float:
    """How wide a column is in Excel's measure; one with a chart is told in words."""
    is_chart = table.ground is not None and column == len(table.widths) - 1
    return _CHART if is_chart else table.widths[column] / _POINTS


def _words(cell: Cell) -> str:
    """What a cell says, list entries with their bullets, figures in words."""
    if cell.letters:
        note = qualifier(cell)
        letters = ", ".join(letter.lower() if letter in cell.inherited else letter for letter in cell.letters)
        return f"{letters} ({note})" if note else letters
    lines = []
    for line in cell.lines:
        if line.figure and line.figure.alt:
            lines.append(line.figure.alt)
        if line.words.strip():
            lines.append(f"{line.bullet} {line.words}".strip())
    return "\n".join(lines)
