"""Reads web pages: our own, which carry a whole plan, and any page with tables of actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mkplanner.models.formats.assemble import assemble
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.grid import GridReader, GridRow, source_text
from mkplanner.models.formats.plan_reading import read_plan_tables
from mkplanner.models.formats.spans import SpanCell, SpanTable, grid_rows, plain_rows
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.timeframes.timeframe import PlanContext

CARRIED = "mkplanner-plan"
"""The name of the entry in the head of a page that carries the plan."""
_SKIPPED = frozenset({"script", "style", "svg", "head", "nav", "noscript", "template", "caption"})
_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "pre", "figcaption"})
_BREAKS = frozenset({"br", "p", "li", "div", "tr", "ul", "ol"})
_MOST_SPAN = 1000


def read_html(text: str, context: PlanContext) -> Draft:
    """Return what the tables of a page hold. Never raises on text."""
    from lxml import html
    from lxml.etree import ParserError

    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError):
        return Draft(start=context.start, end=context.end, notices=(_NOTHING,))
    tables = [_spans(table, 0) for table in page.iter("table")]
    carried = page.xpath(f"string(//meta[@name='{CARRIED}']/@content)")
    ours = read_plan_tables([plain_rows(table) for table in tables], str(carried) or None)
    if ours is not None:
        return ours
    rows = list(_rows(page))
    parts = GridReader().read(rows)
    draft = assemble(parts, context) if parts else Draft(start=context.start, end=context.end)
    if not any(row.is_table for row in rows):
        return replace(draft, notices=(_NOTHING, *draft.notices))
    return replace(draft, source=source_text(rows))


_NOTHING = Notice("import-no-table", Severity.WARNING, "There is no table in this page.")


def _rows(page: Any) -> Iterator[GridRow]:
    for element in _blocks(page):
        if element.tag == "table":
            yield from grid_rows(_spans(element, element.sourceline or 0))
        else:
            words = _inner(element)
            if words:
                yield GridRow((words,), element.sourceline or 0, is_table=False)


def _blocks(element: Any) -> Iterator[Any]:
    """Tables and lines of prose from top to bottom; what stands in a table is the table's."""
    for kid in element:
        if not isinstance(kid.tag, str) or kid.tag in _SKIPPED:
            continue
        if kid.tag == "table" or (kid.tag in _BLOCKS and not any(True for _ in kid.iter("table"))):
            yield kid
        else:
            yield from _blocks(kid)


def _spans(table: Any, before: int) -> SpanTable:
    found = SpanTable()
    covered: dict[int, int] = {}
    for row in (row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table):
        number, column = len(found.rows), 0
        cells = []
        for cell in (cell for cell in row if cell.tag in ("td", "th")):
            while covered.get(column, 0) > number:
                column += 1
            tall, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            cells.append(SpanCell(_inner(cell), column, tall, wide))
            for place in range(column, column + wide):
                covered[place] = number + tall
            column += wide
        found.rows.append(cells)
        found.lines.append((row.sourceline or 0) or before + number)
    return found


def _span(cell: Any, name: str) -> int:
    words = cell.get(name, "1").strip()
    return max(1, min(int(words), _MOST_SPAN)) if words.isdecimal() else 1


def _inner(element: Any) -> str:
    """The words of an element, its line breaks kept and its list entries marked."""
    text = "".join(_told(element, is_top=True))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _told(element: Any, *, is_top: bool = False) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        yield element.tail or ""
        return
    if element.get("aria-hidden") == "true":
        yield element.tail or ""
        return
    if element.tag in _BREAKS and not is_top:
        yield "\n"
    if element.tag == "li":
        yield "• "
    yield (element.text or "").replace("\n", " ") if element.tag != "pre" else element.text or ""
    for kid in element:
        yield from _told(kid)
    if is_top:
        return
    if element.tag in _BREAKS:
        yield "\n"
    yield (element.tail or "").replace("\n", " ")
