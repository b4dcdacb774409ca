"""A laid-out report to files of each form but PDF: what the table of formats calls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from mkplanner.charts.inplace import put_in_place
from mkplanner.charts.shapes import Document
from mkplanner.progress import Progress

Files = tuple[Path, ...]
"""What was written; one file, or one for each page of a drawing."""


def write_html(document: Document, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a web page."""
    from mkplanner.charts.outputs.html import html_page
    from mkplanner.charts.outputs.reading import read_story

    put_in_place(html_page(read_story(document, progress), document.palette, progress).encode(), path, "web page")
    return (path,)


def write_docx(document: Document, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a Word document."""
    from mkplanner.charts.outputs.reading import read_story

    story = read_story(document, progress)
    from mkplanner.charts.outputs.docx import docx_bytes  # after a report of progress, for it takes a while to load

    put_in_place(docx_bytes(story, document.palette, made, progress), path, "Word document")
    return (path,)


def write_xlsx(document: Document, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write an Excel workbook with the report's tables."""
    from mkplanner.charts.outputs.reading import read_story
    from mkplanner.charts.outputs.xlsx import xlsx_bytes

    put_in_place(xlsx_bytes(read_story(document, progress), document.palette, made, progress), path, "Excel workbook")
    return (path,)


def write_svg(document: Document, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a drawing of each page."""
    from mkplanner.charts.outputs.svg import faces_of, svg_page
    from mkplanner.charts.outputs.web_fonts import font_rules

    told = progress or Progress()
    faces = faces_of(document, lambda done, of: told.report(0, of, f"Reading page {done + 1} of {of}"))
    for face, characters in faces.items():  # cut down one by one, each a moment, and kept for all pages
        told.report(0, len(document.pages), "Cutting fonts down")
        font_rules({face: characters})

    def draw(number: int) -> bytes:
        return svg_page(document, number, document.palette, faces).encode()

    return _pages(len(document.pages), path, progress, "drawing", draw)


def write_png(document: Document, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a picture of each page, as fine as the document's dots per inch."""
    from mkplanner.charts.outputs.png import png_page

    def draw(number: int) -> bytes:
        return png_page(document.pages[number], document.dpi, document.palette)

    return _pages(len(document.pages), path, progress, "picture", draw)


def page_paths(path: Path, count: int) -> list[Path]:
    """The files of a drawing with so many pages: its own name for one, else "plan-1.png", "plan-2.png"…"""
    if count == 1:
        return [path]
    digits = len(str(count))
    return [path.with_name(f"{path.stem}-{number:0{digits}}{path.suffix}") for number in range(1, count + 1)]


def _pages(count: int, path: Path, progress: Progress | None, what: str, draw: Callable[[int], bytes]) -> Files:
    """Draw every page before the first file is written, so that a change of mind leaves none."""
    progress = progress or Progress()
    paths = page_paths(path, count)
    drawn = []
    for number in range(count):
        progress.report(number, count, f"Drawing page {number + 1} of {count}")
        drawn.append(draw(number))
    for data, place in zip(drawn, paths, strict=True):
        put_in_place(data, place, what)
    return tuple(paths)
