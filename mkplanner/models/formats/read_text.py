"""Reads plain text, pasted or saved: finds out what shape the table has kept, and hands on the rows it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mkplanner.models.formats.assemble import assemble, with_columns
from mkplanner.models.formats.base import Draft
from mkplanner.models.formats.cleaning import Line, lines_of, one_line
from mkplanner.models.formats.grid import GridReader
from mkplanner.models.formats.parts import Columns, Part
from mkplanner.models.formats.text_flat import read_flat
from mkplanner.models.formats.text_furniture import Kept, set_aside
from mkplanner.models.formats.text_outline import read_outline
from mkplanner.models.formats.text_page import read_page
from mkplanner.models.formats.text_paragraphs import read_paragraphs
from mkplanner.models.formats.text_pipes import cut_pipes, is_piped
from mkplanner.models.formats.text_slashes import read_slashes
from mkplanner.models.formats.text_tabs import cut_tabs, is_tabbed
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.timeframes.timeframe import PlanContext


def read_text(text: str, *, start: date | None = None, end: date | None = None, title: str | None = None) -> Draft:
    """Return the rows that a text holds; a text without a table or a list gives no rows and one notice.

    `start` and `end` are the plan's years where they are known; they decide what "March 14" means. Never raises on text.
    """
    context = PlanContext(start, end)
    kept = set_aside(lines_of(text))
    parts = _parts(kept, context)
    if not parts:
        return Draft(title or "", start=start, end=end, notices=_nothing(kept.lines))
    draft = assemble([*kept.asides, *parts], context, kept.running_head)
    return replace(draft, title=title) if title else draft


def _parts(kept: Kept, context: PlanContext) -> list[Part]:
    if is_tabbed(kept.lines):
        parts = with_columns(GridReader().read(cut_tabs(kept.lines, sorted(kept.breaks))), context)
        if any(isinstance(part, Columns) for part in parts):
            return parts
    if is_piped(kept.lines):
        parts = GridReader().read(cut_pipes(kept.lines))
        if any(isinstance(part, Columns) for part in parts):
            return parts
    for read in (read_slashes, read_page, read_paragraphs, read_flat, read_outline):
        parts = read(kept.lines, context)
        if parts:
            return parts
    return []


def _nothing(lines: Sequence[Line]) -> tuple[Notice, ...]:
    first = next((line for line in lines if not line.is_blank), None)
    if first is None:
        sentence = "There is no text to read."
    else:
        sentence = f"No table or list of actions was found in the text that begins “{one_line(first.text)[:60]}”."
    return (Notice("import-no-table", Severity.WARNING, sentence, line=first.number if first else None),)
