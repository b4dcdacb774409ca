"""The kinds of file that a report can be written as, by their endings; each writer is loaded when it is first asked for.

To add one, write a function that puts a laid-out document into a file and add a line to `FORMATS`: the export dialogue and
the command line offer it from there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from mkplanner.charts.outputs.plan_writing import (
    write_plan_csv,
    write_plan_docx,
    write_plan_html,
    write_plan_ics,
    write_plan_json,
    write_plan_mspdi,
    write_plan_xlsx,
)
from mkplanner.charts.outputs.writing import write_docx, write_html, write_png, write_svg, write_xlsx
from mkplanner.charts.shapes import Document
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress
from mkplanner.records import frozen

Write = Callable[[Document, Path, datetime, Progress | None], tuple[Path, ...]]
"""Puts a document into a file that says it was made at a moment; beside its destination first, then moved into place.

It returns what it wrote, which is one file or, for drawings of several pages, one for each page, numbered.
It raises `PlannerError` if the file cannot be written and `Cancelled` if the user changed their mind; a file that stood
there before is then untouched. The same document and moment give the same bytes.
"""


@frozen
class Format:
    """One kind of file: its ending, its name for people, how it is written, and in a few words what it is good for.

    Where it `has_pages` a report of several pages becomes several files.
    """

    ending: str
    words: str
    write: Write
    about: str = ""
    has_pages: bool = False


def _write_pdf(document: Document, path: Path, made: datetime, progress: Progress | None) -> tuple[Path, ...]:
    from mkplanner.charts.pdf.draw import draw_pdf

    draw_pdf(document, path, document.palette, made=made, progress=progress)
    return (path,)


_ALL = (
    Format(".pdf", "PDF", _write_pdf, "for boards, websites and print; accessible"),
    Format(".docx", "Word", write_docx, "to go on writing in, or to paste into a board paper"),
    Format(".xlsx", "Excel", write_xlsx, "the report's tables, to sort and to count"),
    Format(".html", "Web page", write_html, "one accessible file for any browser"),
    Format(".svg", "Drawing (SVG)", write_svg, "sharp at any size, for slides and websites", has_pages=True),
    Format(".png", "Picture (PNG)", write_png, "for slides and e-mail", has_pages=True),
)
FORMATS: dict[str, Format] = {form.ending: form for form in _ALL}
"""Every kind of file, in the order people are offered them."""


WritePlan = Callable[[Plan, Path, datetime, Progress | None], tuple[Path, ...]]
"""Puts a whole plan into a file, as `Write` does with a document."""


@frozen
class PlanFormat:
    """One kind of file that holds a whole plan; where it `comes_back`, bringing it in gives the same plan again."""

    ending: str
    words: str
    write: WritePlan
    comes_back: bool = True


_WHOLE = (
    PlanFormat(".xlsx", "Excel: the whole plan", write_plan_xlsx),
    PlanFormat(".docx", "Word: the whole plan", write_plan_docx),
    PlanFormat(".html", "Web page: the whole plan", write_plan_html),
    PlanFormat(".csv", "CSV: the whole plan", write_plan_csv),
    PlanFormat(".xml", "Microsoft Project (XML): the whole plan", write_plan_mspdi),
    PlanFormat(".ics", "Calendar: everything with a date", write_plan_ics, comes_back=False),
    PlanFormat(".json", "JSON, for scripts: the whole plan", write_plan_json),
)
PLAN_FORMATS: dict[str, PlanFormat] = {form.ending: form for form in _WHOLE}
"""Every kind of file that holds a whole plan, in the order people are offered them."""
