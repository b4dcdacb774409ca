"""A document laid out on small pages to the same document on full ones: large print, with every proportion kept."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import (
    Bitmap,
    Bookmark,
    Box,
    Circle,
    Content,
    Document,
    Fade,
    Hatch,
    Line,
    Node,
    Page,
    Picture,
    Polygon,
    Shape,
    Text,
)


def enlarged(document: Document, by: float) -> Document:
    """Return the document with everything on its pages so many times larger; its meaning stays what it is."""
    document.pages = [_page(page, by) for page in document.pages]
    _enlarge_looks(document.root, by)
    return document


def _enlarge_looks(node: Node, by: float) -> None:
    """Have what outputs without pages are told of measures and pictures grow as well."""
    look = node.look
    if look is not None:
        node.look = replace(
            look,
            widths=tuple(wide * by for wide in look.widths),
            indent=look.indent * by,
            picture=_picture(look.picture, by),
            ground=_picture(look.ground, by),
        )
    for kid in node.kids:
        if isinstance(kid, Node):
            _enlarge_looks(kid, by)


def _picture(picture: Picture | None, by: float) -> Picture | None:
    return picture and Picture([scaled(shape, by) for shape in picture.shapes], _rect(picture.rect, by))


def _page(page: Page, by: float) -> Page:
    for part in page.content:
        part.shapes = [scaled(shape, by) for shape in part.shapes]
        if isinstance(part, Content) and part.area is not None:
            part.area = _rect(part.area, by)
    marks = [Bookmark(mark.words, mark.level, mark.y * by) for mark in page.bookmarks]
    return Page(page.width * by, page.height * by, page.content, marks)


def scaled(shape: Shape, by: float) -> Shape:
    """Return one shape so many times larger, moved away from the corner of the page likewise."""
    if isinstance(shape, Text):
        return replace(shape, x=shape.x * by, y=shape.y * by, size=shape.size * by)
    if isinstance(shape, Fade | Bitmap):
        return replace(shape, rect=_rect(shape.rect, by))
    if isinstance(shape, Hatch):
        points = tuple((x * by, y * by) for x, y in shape.points)
        return replace(shape, points=points, step=shape.step * by, width=shape.width * by)
    return _outlined(shape, by)


def _outlined(shape: Box | Line | Polygon | Circle, by: float) -> Shape:
    """Scale what may have an outline: its width and dashes grow with it."""
    dash = tuple(length * by for length in shape.dash)
    wide = shape.width * by
    if isinstance(shape, Box):
        return replace(shape, rect=_rect(shape.rect, by), radius=shape.radius * by, width=wide, dash=dash)
    if isinstance(shape, Line):
        x1, y1, x2, y2 = shape.x1 * by, shape.y1 * by, shape.x2 * by, shape.y2 * by
        return replace(shape, x1=x1, y1=y1, x2=x2, y2=y2, width=wide, dash=dash)
    if isinstance(shape, Polygon):
        return replace(shape, points=tuple((x * by, y * by) for x, y in shape.points), width=wide, dash=dash)
    return replace(shape, x=shape.x * by, y=shape.y * by, radius=shape.radius * by, width=wide, dash=dash)


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(rect.x * by, rect.y * by, rect.width * by, rect.height * by)
