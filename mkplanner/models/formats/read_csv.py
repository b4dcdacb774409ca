"""Reads tables whose cells are parted by commas or semicolons, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

from mkplanner.models.formats.assemble import assemble
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.cleaning import clean
from mkplanner.models.formats.grid import GridReader, GridRow
from mkplanner.models.formats.plan_reading import read_plan_tables
from mkplanner.models.formats.write_csv import CARRIED
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.timeframes.timeframe import PlanContext

_LONGEST_CELL = 50_000_000
_OURS = "Kind"


def read_csv(text: str, *, start: date | None = None, end: date | None = None) -> Draft:
    """Return the rows of a table; cells may hold line ends inside quotation marks.

    An apostrophe in front of a cell marks it as text for a spreadsheet and is removed. A table that we wrote gives the very
    plan that it carries. Never raises on text.
    """
    ours = _our_plan(text)
    if ours is not None:
        return ours
    parts = GridReader().read(_rows(clean(text)))
    if not parts:
        notice = Notice("import-no-table", Severity.WARNING, "There is no table to read.")
        return Draft(start=start, end=end, notices=(notice,))
    return assemble(parts, PlanContext(start, end))


def _our_plan(text: str) -> Draft | None:
    """Return the plan of a table that we wrote, None for any other."""
    if _OURS not in text[:200]:
        return None
    rows = [[*row.cells] for row in _rows(text.lstrip("\ufeff"))]
    heads = rows[0] if rows else []
    place = heads.index(CARRIED) if CARRIED in heads else len(heads)
    carried = "".join(row[place].strip() for row in rows[1:] if len(row) > place)
    table = [row[:place] for row in rows if any(cell.strip() for cell in row[:place])]
    return read_plan_tables([table], carried or None)


def _rows(text: str) -> Iterator[GridRow]:
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text), strict=False)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            continue
        if cells is None:
            return
        yield GridRow(tuple(cell.removeprefix("'") for cell in cells), line, is_table=len(cells) > 1)
        line = reader.line_num + 1


def _sign(text: str) -> str:
    """Return what parts the cells: of comma, semicolon and tab the one that the first lines hold most often."""
    beginning = text[:5000]
    return max(",;\t", key=beginning.count)
