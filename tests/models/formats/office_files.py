"""Word documents and workbooks as people keep them, made by the libraries that others use, for tests of reading."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def workbook(rows: Rows, merges: Sequence[str] = (), formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    for place, form in (formats or {}).items():
        sheet[place].number_format = form
    for area in merges:
        sheet.merge_cells(area)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def word(rows: Rows, merges: Sequence[tuple[int, int, int, int]] = (), above: Sequence[str] = ()) -> bytes:
    document = Document()
    for line in above:
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            table.cell(number, place).text = str(value)
    for top, left, bottom, right in merges:
        words = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = words
    out = BytesIO()
    document.save(out)
    return out.getvalue()


HEADS = ("Action", "Sub action", "Action by", "Completed by")
STACKED: Rows = (
    HEADS,
    ("Agree the terms of the joint board", "Draft them", "Ann Other", "By 31 March 2027"),
    ("", "Take them to both cabinets", "", ""),
    ("", "Sign them", "", ""),
    ("Find rooms", "Ask both councils", "Bob Jones", "June 2027"),
)
"""An action with three parts, whose owner and date are meant for the whole of it."""
