"""Long sheets can be stopped while their rows become the file."""

from io import BytesIO

import pytest
from xlsxwriter import Workbook

from mkplanner.charts.outputs.xlsx_telling import TellingFile, telling_sheet
from mkplanner.progress import Cancelled, Progress


class Impatient(Progress):
    def report(self, done: int, total: int, label: str) -> None:
        if done >= 500:
            raise Cancelled


def sheet_of(progress: Progress) -> tuple[Workbook, BytesIO]:
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    page = book.add_worksheet("Report", telling_sheet(progress))
    for row in range(1000):
        page.write_string(row, 0, f"Row {row}")
    return book, out


def test_a_wish_to_stop_is_heard_while_rows_are_written_out() -> None:
    book, out = sheet_of(Impatient())
    with pytest.raises(Cancelled):
        book.close()
    assert b"sheet1.xml" not in out.getvalue()


def test_nobody_who_waits_gets_anything_else() -> None:
    book, out = sheet_of(Progress())
    book.close()

    assert out.getvalue()[:2] == b"PK"


def test_it_is_heard_between_the_parts_of_the_file_too() -> None:
    told = []

    class Counting(Progress):
        def report(self, done: int, total: int, label: str) -> None:
            told.append(label)

    out = TellingFile(Counting())
    out.write(b"part")

    assert told == ["Packing the Excel workbook"]
    assert out.getvalue() == b"part"
