"""Cuts text with tabs between its cells (pasted from Excel, saved from Word) into rows; quoted cells may span lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from mkplanner.models.formats.cleaning import Line
from mkplanner.models.formats.grid import GridRow

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
    while index < len(lines):
        line = lines[index]
        text, used = _whole_row(lines, index)
        if not line.is_blank:
            torn = bisect_left(breaks, line.number) > bisect_left(breaks, last)
            cells = tuple(_unquoted(cell) for cell in text.split("\t"))
            rows.append(GridRow(cells, line.number, "\t" in text, torn))
            last = line.number
        index += used
    return rows


def _whole_row(lines: Sequence[Line], index: int) -> tuple[str, int]:
    """Join the lines of a row whose last cell opens with a quotation mark that a later line closes."""
    text = lines[index].text
    if not _is_open(text):
        return text, 1
    joined = text
    for used in range(1, min(MOST_LINES, len(lines) - index)):
        joined += "\n" + lines[index + used].text
        if not _is_open(joined):
            return joined, used + 1
    return text, 1


def _is_open(text: str) -> bool:
    if "\t" not in text:
        return False
    last = text.rsplit("\t", 1)[1]
    return last.startswith('"') and last.count('"') % 2 == 1


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
