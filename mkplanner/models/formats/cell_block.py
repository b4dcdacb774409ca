"""A block of cells to and from the clipboard, as Excel and Word put it there: text with tabs, and an HTML table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

Block = list[list[str]]
MOST_SPANNED = 200


def write_text(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as lines with tabs; a cell with a line break in it is quoted, as Excel does."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def write_html(rows: Sequence[Sequence[str]], heads: int = 0) -> str:
    """Return cells as an HTML table; the first `heads` rows are headings."""
    lines = ["<table border='1' cellspacing='0' cellpadding='3'>"]
    for number, row in enumerate(rows):
        tag = "th" if number < heads else "td"
        cells = "".join(f"<{tag}>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table>"])


def read_block(text: str, html: str = "") -> Block:
    """Return the cells that the clipboard holds, each row equally long: from its table if it has one, else from its text.

    The table is the better witness: Word puts two paragraphs of one cell on two lines of the text.
    """
    rows = read_html(html) if "<table" in html.casefold() else []
    return _even(rows or read_text(text))


def read_text(text: str) -> Block:
    """Return the cells of lines with tabs."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        return [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(plain), dialect="excel-tab", strict=True)
        ]
    except csv.Error:  # a quotation mark that is none of Excel's
        return [[cell.strip() for cell in line.split("\t")] for line in plain.split("\n")]


def read_html(html: str) -> Block:
    """Return the cells of the first table; a cell that spans several stands in the first of them."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


def _even(rows: Block) -> Block:
    wide = max((len(row) for row in rows), default=0)
    return [row + [""] * (wide - len(row)) for row in rows]


class _TableReader(HTMLParser):
    """Collects the words of each cell; paragraphs and line breaks part lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._words: list[str] | None = None
        self._span = 1
        self._depth = 0
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._depth != 1 or self._is_over:
            return
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._words = []
            self._span = _span(dict(attrs).get("colspan"))
        elif tag in ("br", "p", "div", "li") and self._words is not None:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._is_over = True
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._is_over:
            self._words.append(" ".join(data.split()) if data.strip() else " ")

    def _end_cell(self) -> None:
        if self._words is None:
            return
        lines = [" ".join(line.split()) for line in "".join(self._words).split("\n")]
        text = "\n".join(line for line in lines if line)
        if not self.rows:
            self.rows.append([])
        self.rows[-1] += [text] + [""] * (self._span - 1)
        self._words = None


def _span(text: str | None) -> int:
    return min(int(text), MOST_SPANNED) if text and text.isdecimal() and int(text) > 0 else 1
