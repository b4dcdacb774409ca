"""A whole plan as an Excel workbook: rows, RASIC letters, parties and facts, ready to sort, filter and print.

Whatever people wrote is written as text, never as a formula. A sheet that Excel does not show carries the plan itself; see
`plan_tables`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from mkplanner.models.formats.plan_tables import PLAN, RASIC, Head, Sheet, Value, carried, plan_sheets
from mkplanner.models.formats.xlsx_looks import Looks
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

CARRIED = "MK Planner"
"""The sheet that is not shown."""
LARGEST_CELL = 32_000
_WIDTHS: Mapping[str, float] = {
    Head.NO: 8,
    Head.KIND: 11,
    Head.REF: 8,
    Head.TITLE: 44,
    Head.BY_WHEN: 26,
    Head.FIRST: 12,
    Head.LAST: 12,
    Head.PROMISED: 20,
    Head.REASON: 26,
    Head.OWNERS: 24,
    Head.STATUS: 12,
    Head.PERCENT: 11,
    Head.OUTCOMES: 36,
    Head.PROGRESS: 52,
    Head.FOLLOWS: 12,
    Head.TAGS: 12,
    Head.NOTES: 30,
    "Name": 32,
    "Role": 24,
    "Organisation": 28,
    "About the plan": 22,
    "Value": 70,
}
_LETTERS = 9.0
_LINE, _HIGHEST = 13.0, 400.0
_FROZEN = {PLAN: 4, RASIC: 2}


def write_xlsx(plan: Plan, made: datetime, progress: Progress | None = None) -> bytes:
    """Return the workbook; the same plan and moment give the same bytes. Raises `Cancelled` if the user asks to stop."""
    from xlsxwriter import Workbook

    progress = progress or Progress()
    out = BytesIO()
    sheets = plan_sheets(plan)
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    facts = {"title": plan.info.title, "author": plan.info.author, "company": plan.info.council, "created": made}
    book.set_properties(facts)
    looks = Looks(book)
    for number, sheet in enumerate(sheets):
        progress.report(number, len(sheets), f"Writing the sheet {sheet.name}")
        _write(book.add_worksheet(sheet.name), sheet, looks, plan.info.title, progress)
    _carry(book, carried(plan, sheets))
    book.close()
    return out.getvalue()


def _write(page: Any, sheet: Sheet, looks: Looks, title: str, progress: Progress) -> None:
    is_rasic = sheet.name == RASIC
    for column, heading in enumerate(sheet.headings):
        turned = is_rasic and column > 1
        page.write_string(0, column, heading, looks.turned if turned else looks.head)
        page.set_column(column, column, _LETTERS if turned else _WIDTHS.get(heading, 18))
    for number, row in enumerate(sheet.rows, start=1):
        if number % 500 == 0:
            progress.report(number, len(sheet.rows), f"Writing the sheet {sheet.name}")
        depth = sheet.depths[number - 1] if sheet.depths else 0
        for column, value in enumerate(row):
            is_letters, is_day = is_rasic and column > 1, isinstance(value, date)
            look = looks.cell(sheet.headings[column], depth, is_letters=is_letters, is_day=is_day)
            _put(page, number, column, value, look)
        page.set_row(number, _tall(sheet, row, is_rasic=is_rasic))
    _finish(page, sheet, title)


def _tall(sheet: Sheet, row: Sequence[Value], *, is_rasic: bool) -> float:
    """About how high a row is in points, so that no words are cut off whatever program opens it."""
    most = 1
    for heading, value in zip(sheet.headings, row, strict=True):
        if isinstance(value, str) and value:
            wide = _LETTERS if is_rasic and heading not in _WIDTHS else _WIDTHS.get(heading, 18)
            most = max(most, sum(1 + int(len(line) * 0.92 / wide) for line in value.split("\n")))
    return min(most * _LINE + 3, _HIGHEST)


def _put(page: Any, row: int, column: int, value: Value, look: Any) -> None:
    """Write one cell as what it is: a day, a number, or text."""
    if isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
    elif isinstance(value, int):
        page.write_number(row, column, value, look)
    elif value:
        page.write_string(row, column, plain(value), look)
    else:
        page.write_blank(row, column, None, look)


def plain(words: str) -> str:
    """Return words as a cell can hold them: no longer than Excel allows, without characters that no workbook may have."""
    kept = "".join(sign for sign in words if sign in "\n\t" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
    return kept[:LARGEST_CELL]


def _finish(page: Any, sheet: Sheet, title: str) -> None:
    """Freeze the headings, offer filters, and have the sheet print on pages as wide as it is, headings on each."""
    last = len(sheet.headings) - 1
    page.freeze_panes(1, _FROZEN.get(sheet.name, 1))
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), last)
    if sheet.name == RASIC:
        page.set_row(0, 110)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(8 if sheet.name in (PLAN, RASIC) else 9)
    if sheet.name == PLAN:
        page.fit_to_pages(2, 0)
        page.repeat_columns(0, _FROZEN[PLAN] - 1)
    else:
        page.fit_to_pages(1, 0)
    page.set_footer(f"&L&8{_footer(title)}&C&8&A&R&8Page &P of &N")
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.hide_gridlines(2)


def _footer(title: str) -> str:
    """A title fit for a footer, in which & begins a command and 255 characters are the most."""
    return plain(title)[:120].replace("&", "&&")


def _carry(book: Any, line: str) -> None:
    page = book.add_worksheet(CARRIED)
    for number, piece in enumerate(pieces(line)):
        page.write_string(number, 0, piece)
    page.very_hidden()


def pieces(line: str) -> Sequence[str]:
    """Cut a long line into cells."""
    return [line[at : at + LARGEST_CELL] for at in range(0, len(line), LARGEST_CELL)]
