"""The kinds of file that a report can be written as, by their endings; each writer is loaded when it is first asked for.

To add one, write a function that puts a laid-out document into a file and add a line to `FORMATS`: the export dialogue and
the command line offer it from there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mkplanner.charts.shapes import Document
from mkplanner.progress import Progress

Write = Callable[[Document, Path, datetime, Progress | None], None]
"""Puts a document into a file that says it was made at a moment; beside its destination first, then moved into place.

It raises `PlannerError` if the file cannot be written and `Cancelled` if the user changed their mind; a file that stood
there before is then untouched. The same document and moment give the same bytes.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its ending, its name for people, and how it is written."""

    ending: str
    words: str
    write: Write


def _write_pdf(document: Document, path: Path, made: datetime, progress: Progress | None) -> None:
    from mkplanner.charts.draw_pdf import draw_pdf

    draw_pdf(document, path, document.palette, made=made, progress=progress)


FORMATS: dict[str, Format] = {form.ending: form for form in (Format(".pdf", "PDF", _write_pdf),)}
"""Every kind of file, in the order people are offered them."""
