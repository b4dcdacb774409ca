"""Reads Excel workbooks: our own, which carry a whole plan, and any sheet with a table of actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from mkplanner.errors import PlannerError
from mkplanner.models.formats.assemble import assemble
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.grid import GridReader, GridRow, has_headings, source_text
from mkplanner.models.formats.parcels import check_parcel
from mkplanner.models.formats.plan_reading import read_plan_tables
from mkplanner.models.formats.spans import SpanCell, SpanTable, grid_rows
from mkplanner.models.formats.write_xlsx import CARRIED
from mkplanner.models.formats.xlsx_cells import cell_words
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.timeframes.timeframe import PlanContext

_MOST_ROWS, _MOST_COLUMNS = 200_000, 500


def read_xlsx(content: bytes, context: PlanContext) -> Draft:
    """Return what a workbook holds; sheets without a table of actions are told. Raises `PlannerError` for no workbook."""
    check_parcel(content, "Excel workbook", "xl/workbook.xml")
    try:
        from openpyxl import load_workbook

        book = load_workbook(BytesIO(content), data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.title != CARRIED]
        carried = "".join(str(cell.value or "") for row in _carried(book) for cell in row[:1])
        ours = read_plan_tables([_words(sheet) for sheet in sheets], carried or None)
        return ours if ours is not None else _tables(sheets, context)
    except PlannerError:
        raise
    except Exception as trouble:  # whatever a strange workbook does to the library is the workbook's fault
        raise PlannerError(
            "This Excel workbook cannot be read.", "Save it anew in Excel. Nothing was changed.", repr(trouble)
        ) from trouble


def _carried(book: Any) -> Any:
    return book[CARRIED].iter_rows() if CARRIED in book.sheetnames else ()


def _words(sheet: Any) -> list[list[str]]:
    """A sheet of our own as words; days as they stand in our tables, empty rows and columns at the end left out."""
    rows = [[cell_words(cell, plain_days=True) for cell in row] for row in _used(sheet)]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _used(sheet: Any) -> Any:
    """The rows of a sheet down to the last one in use, within reason."""
    return sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS))


def _tables(sheets: Sequence[Any], context: PlanContext) -> Draft:
    rows: list[GridRow] = []
    left_out = []
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            continue
        found = grid_rows(_spans(sheet, len(rows)))
        if has_headings(found):
            rows += found
        elif any(cell.strip() for row in found for cell in row.cells):
            left_out.append(sheet.title)
            rows += found if len(sheets) == 1 else []
    parts = GridReader().read(rows)
    notices = [_left_out(title) for title in left_out if len(sheets) > 1]
    if not parts:
        told = Notice("import-no-table", Severity.WARNING, "There is no table to read.")
        return Draft(start=context.start, end=context.end, notices=(told, *notices))
    draft = assemble(parts, context)
    return replace(draft, notices=(*draft.notices, *notices), source=source_text(rows))


def _left_out(title: str) -> Notice:
    sentence = f"The sheet “{title}” has no headings of a table of actions and was left out."
    return Notice("import-sheet-left-out", Severity.INFO, sentence)


def _spans(sheet: Any, before: int) -> SpanTable:
    """The cells of a sheet with those that are merged; lines go on counting from sheet to sheet."""
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    covered = {
        (row, column)
        for area in merged.values()
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    } - set(merged)
    table = SpanTable()
    for row in _used(sheet):
        cells = []
        for cell in row:
            if (cell.row, cell.column) in covered:
                continue
            area = merged.get((cell.row, cell.column))
            rows, columns = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1) if area else (1, 1)
            words = cell_words(cell)
            if words:
                cells.append(SpanCell(words, cell.column - 1, rows, min(columns, _MOST_COLUMNS)))
        table.rows.append(cells)
        table.lines.append(before + len(table.rows))
    return table
