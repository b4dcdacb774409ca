"""Cuts text with tabs between its cells (pasted from Excel, saved from Word) into rows; quoted cells may span lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from mkplanner.models.formats.cleaning import Line
from mkplanner.models.formats.grid import GridRow

_CLOSED = re.compile(r'"(?:[^"]|"")*"(?=\t|\Z)')
_CLOSING = re.compile(r'"(?:\t|\Z)')
MOST_LINES = 60
"""How many lines a quoted cell may span before its opening quotation mark is taken for a mere sign."""


def is_tabbed(lines: Sequence[Line]) -> bool:
    """Whether tabs part the cells: at least two lines have one, and they are more than a stray few."""
    tabbed = sum("\t" in line.text.strip() or line.text.endswith("\t") for line in lines)
    filled = sum(not line.is_blank for line in lines)
    return tabbed >= 2 and tabbed * 4 >= filled


def cut_tabs(lines: Sequence[Line], breaks: Sequence[int] = ()) -> list[GridRow]:
    """Return the rows of the text; `breaks` are the sorted numbers of lines where a page ended."""
    rows = []
    index, last = 0, 0
    closing = [number for number, line in enumerate(lines) if _CLOSING.search(line.text)]
    while index < len(lines):
        line = lines[index]
        text, used = _whole_row(lines, index, closing)
        if not line.is_blank:
            torn = bisect_left(breaks, line.number) > bisect_left(breaks, last)
            cells = tuple(_unquoted(cell) for cell in text.split("\t"))
            rows.append(GridRow(cells, line.number, "\t" in text, torn))
            last = line.number
        index += used
    return rows


def _whole_row(lines: Sequence[Line], index: int, closing: Sequence[int]) -> tuple[str, int]:
    """Join the lines of a row with a cell that opens with a quotation mark and is closed only on a later line.

    `closing` are the indexes of lines on which a quotation mark ends a cell, in order.
    """
    text, used = lines[index].text, 1
    while '"' in text and "\t" in text and _has_open_cell(text):
        place = bisect_left(closing, index + used)
        if place == len(closing) or closing[place] - index >= MOST_LINES:
            return lines[index].text, 1
        joined = lines[index + used : closing[place] + 1]
        text = "\n".join([text, *(line.text for line in joined)])
        used += len(joined)
    return text, used


def _has_open_cell(text: str) -> bool:
    """Whether a cell begins with a quotation mark that nothing closes; a quoted word at its beginning does not count."""
    place = 0
    while place < len(text):
        if text[place] == '"':
            closed = _CLOSED.match(text, place)
            end = text.find("\t", place) if closed is None else closed.end()
            if closed is None and '"' not in text[place + 1 : end if end >= 0 else len(text)].split("\n")[0]:
                return True
        else:
            end = text.find("\t", place)
        if end < 0:
            return False
        place = end + 1
    return False


def _unquoted(cell: str) -> str:
    inner = cell.strip()
    if (
        len(inner) >= 2
        and inner[0] == inner[-1] == '"'
        and inner.count('"') % 2 == 0
        and ("\n" in inner or '""' in inner)
    ):
        return inner[1:-1].replace('""', '"')
    return cell
