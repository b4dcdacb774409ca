"""Shapes of one content to the pieces that are tagged one by one: squares for characters that no font has stand alone.

Each such piece becomes an element of its own with the author's characters behind it, so that a reader hears, finds and
copies those; programs that read marks one after another would lose what follows a mark inside a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkplanner.charts.fonts import readable, runs, width
from mkplanner.charts.shapes import Shape, Text

Piece = tuple[list[Shape], str]
"""Shapes, and the characters that are meant by them ("" for shapes that speak for themselves)."""


def pieces(shapes: Sequence[Shape]) -> list[Piece]:
    """Return the shapes in their order as few pieces as possible; almost always it is one."""
    if all(type(shape) is not Text or shape.words.isascii() for shape in shapes):
        return [(list(shapes), "")]
    found: list[Piece] = [([], "")]
    for shape in shapes:
        for part, meant in _parts(shape):
            if meant:
                found += [([part], meant), ([], "")]
            else:
                found[-1][0].append(part)
    return [piece for piece in found if piece[0]]


def _parts(shape: Shape) -> Iterator[tuple[Shape, str]]:
    """Yield a shape as it is, or words with missing characters run by run, each where it belongs."""
    each = runs(readable(shape.words), shape.face) if isinstance(shape, Text) else []
    if not isinstance(shape, Text) or not any(run.meant for run in each):
        yield shape, ""
        return
    along = 0.0
    for run in each:
        x, y = (shape.x, shape.y - along) if shape.turned else (shape.x + along, shape.y)
        yield replace(shape, x=x, y=y, words=run.words), run.meant
        along += width(run.words, shape.face, shape.size)
