"""What stands behind a row of a chart, as high as the row is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Line, Picture, Shape


def on_ground(picture: Picture, ground: Picture) -> Picture:
    """Return a picture with the upright lines of a ground behind it, from its upper edge to its lower one."""
    return Picture([*_stretched(ground, picture.rect), *picture.shapes], picture.rect)


def _stretched(ground: Picture, rect: Rect) -> Iterator[Shape]:
    by, shift = rect.height / ground.rect.height, rect.x - ground.rect.x
    for shape in ground.shapes:
        if isinstance(shape, Line):
            x1, x2 = shape.x1 + shift, shape.x2 + shift
            yield replace(shape, x1=x1, x2=x2, y1=rect.y + shape.y1 * by, y2=rect.y + shape.y2 * by)
        elif isinstance(shape, Box):
            inner = shape.rect
            yield replace(shape, rect=Rect(inner.x + shift, rect.y + inner.y * by, inner.width, inner.height * by))
