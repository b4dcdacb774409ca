"""A whole plan as one table of comma-separated values, as Excel opens it: rows, then a column of letters for each party.

The last column carries the plan itself, piece by piece; see `plan_tables`.
"""

from __future__ import annotations

import csv
from io import StringIO

from mkplanner.models.formats.plan_tables import Sheet, Value, numbered, plan_sheet, rasic_sheet, shown
from mkplanner.models.formats.plan_tables import carried as carried_line
from mkplanner.models.plan import Plan

CARRIED = "MK Planner (leave as it is)"
_PIECE = 2_000
_LARGEST_CELL = 32_000
"""Excel cuts longer cells off."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write_csv(plan: Plan) -> str:
    """Return the plan as a table; a cell that a spreadsheet might take for a formula begins with an apostrophe."""
    sheet = csv_sheet(plan)
    pieces = _pieces(carried_line(plan, [sheet]), len(sheet.rows))
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*map(safe, sheet.headings), *([CARRIED] if pieces else [])])
    for number in range(max(len(sheet.rows), len(pieces))):
        row: tuple[Value, ...] = sheet.rows[number] if number < len(sheet.rows) else ("",) * len(sheet.headings)
        writer.writerow([*map(safe, row), *(pieces[number : number + 1])])
    return "\ufeff" + out.getvalue()


def csv_sheet(plan: Plan) -> Sheet:
    """Return the table: what is said of each row, and the letters of each party."""
    entries = tuple(numbered(plan))
    rows, letters = plan_sheet(plan, entries), rasic_sheet(plan, entries)
    joined = tuple((*row, *more[2:]) for row, more in zip(rows.rows, letters.rows, strict=True))
    return Sheet(rows.name, (*rows.headings, *letters.headings[2:]), joined, rows.depths)


def safe(value: Value) -> str:
    """Return a cell as words that no spreadsheet takes for a formula; line ends inside it are its own."""
    words = shown(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA) else words


def _pieces(line: str, rows: int) -> list[str]:
    """Cut the line so that it fits beside the rows; a very large plan in few rows goes without."""
    size = max(_PIECE, -(-len(line) // max(rows, 1)))
    if size > _LARGEST_CELL:
        size = _LARGEST_CELL
    return [line[at : at + size] for at in range(0, len(line), size)]
