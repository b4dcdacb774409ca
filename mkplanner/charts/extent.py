"""Shapes in, the rectangle that holds them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Bitmap, Box, Circle, Fade, Hatch, Line, Point, Polygon, Shape


def bounds(shapes: Iterable[Shape]) -> Rect | None:
    """Return the rectangle that holds all these shapes, or None for none."""
    corners = [corner for shape in shapes for corner in _corners(shape)]
    if not corners:
        return None
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return Rect(left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top)


def _corners(shape: Shape) -> Sequence[Point]:
    if isinstance(shape, Box | Fade | Bitmap):
        return ((shape.rect.x, shape.rect.y), (shape.rect.right, shape.rect.bottom))
    if isinstance(shape, Polygon | Hatch):
        return shape.points
    if isinstance(shape, Circle):
        return (
            (shape.x - shape.radius, shape.y - shape.radius),
            (shape.x + shape.radius, shape.y + shape.radius),
        )
    if isinstance(shape, Line):
        return ((shape.x1, shape.y1), (shape.x2, shape.y2))
    length, rise, drop = width(shape.words.rstrip(), shape.face, shape.size), 0.75 * shape.size, 0.22 * shape.size
    if shape.turned:
        return ((shape.x - rise, shape.y - length), (shape.x + drop, shape.y))
    return ((shape.x, shape.y - rise), (shape.x + length, shape.y + drop))


def overlap(one: Rect, other: Rect, gap: float = 0) -> bool:
    """Whether two rectangles lie on each other, or nearer than a gap."""
    beside = one.right + gap <= other.x or other.right + gap <= one.x
    return not (beside or one.bottom + gap <= other.y or other.bottom + gap <= one.y)
