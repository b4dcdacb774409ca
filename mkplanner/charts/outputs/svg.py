"""A page of a report as an SVG drawing: text as text, in our own fonts, which it carries with it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mkplanner.charts.fonts import readable, runs
from mkplanner.charts.outputs.svg_shapes import SvgShapes
from mkplanner.charts.outputs.web_fonts import font_rules
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Document, Page, Text

Faces = dict[str, set[str]]
"""The characters that each face has to show."""


def svg_page(document: Document, number: int, palette: Palette, faces: Faces | None = None) -> str:
    """Return one page, counted from 0, as the text of an SVG file with its title and what it shows in words.

    `faces` are those of the whole document, where they are known (see `faces_of`).
    """
    page = document.pages[number]
    shapes = SvgShapes(palette, "d")
    faces = faces_of(document) if faces is None else faces
    drawn = "\n".join(line for part in page.content for line in shapes.write(part.shapes))
    title = escape(document.title, quote=False)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{document.language}" width="{page.width:.2f}pt" '
        f'height="{page.height:.2f}pt" viewBox="0 0 {page.width:.2f} {page.height:.2f}" '
        'role="document" aria-labelledby="title desc">\n'
        f'<title id="title">{title}</title>\n<desc id="desc">{_described(document, number)}</desc>\n'
        f"<style>{font_rules(faces)}</style>\n"
        f'<rect width="100%" height="100%" fill="{palette["base"]}"/>\n{drawn}\n</svg>\n'
    )


def faces_of(document: Document, report: Callable[[int, int], None] = lambda done, of: None) -> Faces:
    """Return the characters of all pages by face: cutting a font down takes long, so all pages carry the same one.

    `report` hears how many of how many pages are read.
    """
    found: Faces = {}
    for number, page in enumerate(document.pages):
        report(number, len(document.pages))
        for part in page.content:
            for shape in part.shapes:
                if isinstance(shape, Text):
                    for face, words, _ in runs(readable(shape.words), shape.face):
                        found.setdefault(face, set()).update(words)
    return found


def _described(document: Document, number: int) -> str:
    count = len(document.pages)
    page = f"Page {number + 1} of {count}" if count > 1 else "One page"
    parts = [page, document.subject, *_figures(document.pages[number])]
    return escape(". ".join(part.rstrip(".") for part in parts if part) + ".", quote=False)


def _figures(page: Page) -> list[str]:
    """What the figures of a page say, where they stand by themselves and not in a row that says it."""
    nodes = [part.node for part in page.content if hasattr(part, "node")]
    return [
        node.alt for node in nodes if node.role == "Figure" and node.alt and node.parent and node.parent.role != "TD"
    ]
