"""Reads a table saved as the text of a web page: the cells of a row joined by blanks, a bullet before each sub-action.

An empty cell survives as a no-break space between blanks. Where columns have gone, names met elsewhere in the document
tell where a title ends (`name_book`), and dates tell where progress begins (`page_cells`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.cleaning import Line, one_line
from mkplanner.models.formats.grid import group_of
from mkplanner.models.formats.headings import run_together
from mkplanner.models.formats.name_book import NameBook
from mkplanner.models.formats.page_cells import EMPTY, PageLine, read_cells
from mkplanner.models.formats.parts import Columns, Front, Part, Record
from mkplanner.models.formats.row_titles import without_continued
from mkplanner.models.timeframes.timeframe import PlanContext

_EMPTY_CELL = re.compile(r"(?:(?<=\s)|^)\u00a0(?=\s|$)")
_CONTINUING = re.compile(rf"^(?:{EMPTY}\s*)*{EMPTY}\s+[·•]\s+")
_BULLET = re.compile(r"\s[·•]\s+")
_MOST_TITLE_WORDS = 25


@dataclass
class PageRow:
    """One row of the table: its action ("" where it goes on with the one above) and the lines behind the bullet."""

    action: str
    line: int
    lines: list[PageLine] = field(default_factory=list)


def read_page(lines: Sequence[Line], context: PlanContext) -> list[Part]:
    """Return the parts of a page whose headings stand on one line and whose rows have bullets, else nothing."""
    start, columns = _headings(lines)
    fields = [column.field for column in columns]
    if not columns or "sub_action" not in fields or "action" not in fields:
        return []
    body = [Line(line.number, _EMPTY_CELL.sub(EMPTY, line.text)) for line in lines[start + 1 :]]
    if not any(_CONTINUING.match(line.text) or _BULLET.search(line.text) for line in body):
        return []
    parts: list[Part] = [Front(one_line(line.text), line.number) for line in lines[:start] if not line.is_blank]
    rows = _rows(body)
    book = _book(rows)
    parts.append(Columns(columns, lines[start].number))
    for row in rows:
        cells = read_cells(row.lines, fields, book, context)
        cells["action"] = row.action
        parts.append(Record(tuple(cells.get(name or "", "") for name in fields), row.line))
    return parts


def _headings(lines: Sequence[Line]) -> tuple[int, tuple[Column, ...]]:
    for number, line in enumerate(lines[:200]):
        columns = run_together(line.text) if len(line.text) < 300 else ()
        if len(columns) >= 3:
            return number, columns
    return 0, ()


def _rows(lines: Sequence[Line]) -> list[PageRow]:
    """Cut the lines into rows: a bullet behind an empty cell or behind a title begins one."""
    stems = _stems(lines)
    rows: list[PageRow] = []
    gap = 0
    for line in lines:
        text = line.text.strip()
        if not text.strip():
            gap += 1
            continue
        action, rest = _start(text, stems)
        if action is not None:
            rows.append(PageRow(action, line.number, [PageLine(rest, 0)]))
        elif rows and group_of(text, line.number) is None:
            rows[-1].lines.append(PageLine(text, gap))
        else:
            rows.append(PageRow(text, line.number, []))
        gap = 0
    return rows


def _start(text: str, stems: Sequence[str]) -> tuple[str | None, str]:
    """Return the action that a line begins a row of ("" for the one above) and the rest of the line; None begins no row."""
    found = _CONTINUING.match(text)
    if found:
        return "", text[found.end() :]
    bullet = _BULLET.search(text)
    left = one_line(text[: bullet.start()]) if bullet else ""
    if bullet and left[:1].isupper() and EMPTY not in left and len(left.split()) <= _MOST_TITLE_WORDS:
        return left, text[bullet.end() :]
    stem = next((stem for stem in stems if text.startswith(stem + " ")), None)
    return (stem, text[len(stem) :].strip()) if stem else (None, text)


def _stems(lines: Sequence[Line]) -> list[str]:
    """Return the titles that a "(cont'd)" row names, longest first: they tell where an unmarked title ends."""
    found = set()
    for line in lines:
        bullet = _BULLET.search(line.text)
        left = one_line(line.text[: bullet.start()]) if bullet else one_line(line.text)
        stem, continued = without_continued(left)
        if continued and len(stem.split()) >= 2:
            found.add(stem)
    return sorted(found, key=len, reverse=True)


def _book(rows: Sequence[PageRow]) -> NameBook:
    """Learn the names: with a role, alone on a line below a title, or at the end of a title above such a line."""
    book = NameBook()
    for row in rows:
        for line in row.lines:
            book.learn_roles(line.text)
    for row in rows:
        alone = [book.learn_line(line.text) for line in row.lines[1:2] if EMPTY not in line.text]
        for line in row.lines[2:]:
            if alone[-1:] != [True]:
                break
            alone.append(book.learn_line(line.text))
    for row in rows:
        if len(row.lines) > 1 and book.is_owner(row.lines[1].text) and EMPTY not in row.lines[0].text:
            book.learn_end(row.lines[0].text)
    return book
