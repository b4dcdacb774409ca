"""Reads Word documents: our own, which carry a whole plan, and any document with tables of actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from mkplanner.errors import PlannerError
from mkplanner.models.formats.assemble import assemble
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.grid import GridReader, GridRow, source_text
from mkplanner.models.formats.parcels import check_parcel
from mkplanner.models.formats.plan_reading import read_plan_tables
from mkplanner.models.formats.spans import SpanCell, SpanTable, grid_rows, plain_rows
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.timeframes.timeframe import PlanContext

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CARRIED = "urn:mkplanner:plan"
"""The name by which the part that carries the plan is known."""


def read_docx(content: bytes, context: PlanContext) -> Draft:
    """Return what the tables of a document hold. Raises `PlannerError` for what is no Word document."""
    check_parcel(content, "Word document", "word/document.xml")
    try:
        from docx import Document

        document = Document(BytesIO(content))
        tables = [_spans(element, 0) for element in document.element.body.iter(f"{_W}tbl") if not _is_inner(element)]
        ours = read_plan_tables([plain_rows(table) for table in tables], _carried(document))
        if ours is not None:
            return ours
        rows = list(_rows(document.element.body))
    except PlannerError:
        raise
    except Exception as trouble:  # whatever a strange document does to the library is the document's fault
        raise PlannerError(
            "This Word document cannot be read.", "Save it anew in Word. Nothing was changed.", repr(trouble)
        ) from trouble
    parts = GridReader().read(rows)
    draft = assemble(parts, context) if parts else Draft(start=context.start, end=context.end)
    if not any(row.is_table for row in rows):
        told = Notice("import-no-table", Severity.WARNING, "There is no table in this document.")
        return replace(draft, notices=(told, *draft.notices))
    return replace(draft, source=source_text(rows))


def _carried(document: Any) -> str | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/customXml") and not relation.is_external:
            blob = relation.target_part.blob
            if CARRIED.encode() in blob[:400]:
                text = blob.decode("utf-8", "replace")
                return str(text[text.index(">", text.index("<plan")) + 1 : text.rindex("</plan>")])
    return None


def _is_inner(element: Any) -> bool:
    return any(parent.tag == f"{_W}tc" for parent in element.iterancestors())


def _rows(body: Any) -> Iterator[GridRow]:
    """The paragraphs and tables of a document from top to bottom, each line counted."""
    line = 0
    for element in _blocks(body):
        if element.tag == f"{_W}p":
            line += 1
            words = _paragraph(element)
            if words.strip():
                yield GridRow((words,), line, is_table=False)
        else:
            table = _spans(element, line)
            line += len(table.rows)
            yield from grid_rows(table)


def _blocks(body: Any) -> Iterator[Any]:
    for element in body:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag == f"{_W}sdt":
            yield from _blocks(element.findall(f"{_W}sdtContent/*"))


def _spans(table: Any, before: int) -> SpanTable:
    """The cells of a table; a cell that goes on with the one above makes that one longer."""
    found = SpanTable()
    open_cells: dict[int, tuple[int, int]] = {}
    for row in table.iter(f"{_W}tr"):
        if _nearest(row, "tbl") is not table:
            continue
        cells: list[SpanCell] = []
        column = _skipped(row)
        for cell in (cell for cell in row.iter(f"{_W}tc") if _nearest(cell, "tr") is row):
            wide, merge = _merges(cell)
            if merge == "continue" and column in open_cells:
                number, place = open_cells[column]
                above = found.rows[number][place]
                found.rows[number][place] = replace(above, rows=len(found.rows) - number + 1)
            else:
                cells.append(SpanCell(_cell(cell), column, 1, wide))
                open_cells[column] = (len(found.rows), len(cells) - 1)
            column += wide
        found.rows.append(cells)
        found.lines.append(before + len(found.rows))
    return found


def _nearest(element: Any, name: str) -> Any:
    return next((parent for parent in element.iterancestors() if parent.tag == f"{_W}{name}"), None)


def _skipped(row: Any) -> int:
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    return int(before.get(f"{_W}val", 0)) if before is not None else 0


def _merges(cell: Any) -> tuple[int, str | None]:
    """How many columns a cell covers, and whether it begins or goes on with a cell over several rows."""
    span, merge = cell.find(f"{_W}tcPr/{_W}gridSpan"), cell.find(f"{_W}tcPr/{_W}vMerge")
    wide = int(span.get(f"{_W}val", 1)) if span is not None else 1
    return max(1, min(wide, 500)), (merge.get(f"{_W}val", "continue") if merge is not None else None)


def _cell(cell: Any) -> str:
    lines = [_paragraph(paragraph) for paragraph in cell.iter(f"{_W}p")]
    return "\n".join(line for line in lines if line.strip())


def _paragraph(paragraph: Any) -> str:
    """The words of a paragraph, with a bullet in front where Word draws one; deleted words are not there any more."""
    words = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag == f"{_W}noBreakHyphen":
            words.append("-")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n")
        elif _nearest(element, "tabs") is None:
            words.append("\t")
    text = "".join(words)
    is_listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return f"• {text}" if is_listed and text.strip() and _nearest(paragraph, "tc") is not None else text
