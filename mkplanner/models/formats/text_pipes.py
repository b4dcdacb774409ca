"""Cuts tables whose cells end in "|" into rows: Markdown, and web tables whose cells run over several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkplanner.models.formats.cleaning import Line, one_line
from mkplanner.models.formats.grid import GridRow
from mkplanner.models.formats.headings import is_heading_row, is_spelt

_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")


def is_piped(lines: Sequence[Line]) -> bool:
    """Whether the text has pipes enough for a table: at least four, on two lines or more."""
    piped = [line for line in lines if "|" in line.text]
    return len(piped) >= 2 and sum(line.text.count("|") for line in piped) >= 4


def cut_pipes(lines: Sequence[Line]) -> list[GridRow]:
    """Return the rows of the text. A line with as many cells as the headings is a row; else cells are counted off."""
    rules = {line.number for line in lines if _RULE.match(line.text)}
    kept = [line for line in lines if line.number not in rules]
    first = next((number for number, line in enumerate(kept) if "|" in line.text), 0)
    rows = [GridRow((line.text,), line.number, is_table=False) for line in kept[:first] if not line.is_blank]
    table = kept[first:]
    by_line = [_cells(line.text) for line in table]
    width = next((len(cells) for cells in by_line if is_heading_row(cells)), 0)
    piped = [cells for line, cells in zip(table, by_line, strict=True) if "|" in line.text]
    if width and sum(len(cells) == width for cells in piped) * 10 >= len(piped) * 9:
        return rows + [
            GridRow(tuple(cells), line.number, "|" in line.text)
            for line, cells in zip(table, by_line, strict=True)
            if not line.is_blank
        ]
    return _counted(rows, table, width)


def _cells(text: str) -> list[str]:
    """Return the cells of one line; a pipe at its very beginning or end is only a border."""
    inner = text.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [one_line(cell.replace("\\|", "|")) for cell in re.split(r"(?<!\\)\|", inner)]


def _counted(fronts: list[GridRow], lines: Sequence[Line], width: int) -> list[GridRow]:
    """Read cell after cell, each ended by a pipe and perhaps several lines long; so many make a row."""
    cells = _stream(lines)
    if fronts and cells and not cells[0][0].strip():
        # The pipe on a line of its own ends a cell that began on the line above: the heading of the first column.
        last = fronts.pop()
        cells[0] = (last.cells[0], last.line)
    width = width or _heading_width(cells)
    if not width:
        return [*fronts, *(GridRow((text,), line, is_table=False) for text, line in cells)]
    rows = [cells[at : at + width] for at in range(0, len(cells), width)]
    return [*fronts, *(GridRow(tuple(text for text, _ in row), row[0][1]) for row in rows)]


def _stream(lines: Sequence[Line]) -> list[tuple[str, int]]:
    cells: list[tuple[str, int]] = []
    text, start = "", 0
    for line in lines:
        pieces = line.text.split("|")
        for number, piece in enumerate(pieces):
            start = start if text.strip() else line.number
            text = f"{text}\n{piece}" if number == 0 and text else text + piece
            if number < len(pieces) - 1:
                cells.append((text.strip("\n "), start))
                text = ""
    if text.strip():
        cells.append((text.strip("\n "), start))
    return cells


def _heading_width(cells: Sequence[tuple[str, int]]) -> int:
    """Return how many of the first cells are headings: the longest beginning that reads as a row of them."""
    best = 0
    for width in range(2, min(13, len(cells)) + 1):
        beginning = [text for text, _ in cells[:width]]
        if any(len(text) > 90 for text in beginning):
            break
        if is_spelt(beginning[-1]) and is_heading_row(beginning):
            best = width
    return best
