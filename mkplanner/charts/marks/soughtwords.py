"""Labels in, labels out with the words marked in them that somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Line, Shape, Text
from mkplanner.models.searching import places

_ABOVE, _BELOW = 0.86, 0.24
"""How far the ground of a word reaches above and below its baseline, in sizes of its letters."""


def with_marks(shapes: Iterable[Shape], words: tuple[str, ...]) -> Iterator[Shape]:
    """Yield the shapes, with a ground and a line below each of `words` (see `searching.sought`) before its label."""
    for shape in shapes:
        if isinstance(shape, Text) and not shape.turned:
            for start, end in places(shape.words, words):
                yield from _mark(shape, start, end)
        yield shape


def _mark(label: Text, start: int, end: int) -> tuple[Shape, Shape]:
    left = label.x + width(label.words[:start], label.face, label.size) - 1
    right = label.x + width(label.words[:end], label.face, label.size) + 1
    top, bottom = label.y - _ABOVE * label.size, label.y + _BELOW * label.size
    rule = 0.12 * label.size
    ground = Box(Rect(left, top, right - left, bottom - top), "found")
    return ground, Line(left, bottom - rule / 2, right, bottom - rule / 2, "found_line", max(1.0, rule))
