"""The flag beside the pointer or a mark: two lines of words in a box that stays inside the chart."""

from __future__ import annotations

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Shape, Text

_LETTER, _SMALL = 11.5, 10.5
_PADDING = 7.0
_AWAY = (14.0, 16.0)


def flag(
    lines: tuple[str, str], at: tuple[float, float], around: Rect, letter: float = 1.0, warns: bool = False
) -> tuple[list[Shape], Rect]:
    """Return the shapes of a flag near a point, and the rectangle that they fill; a blank second line is left out.

    It stands right below the point, or on the other side where the chart ends. `warns` gives the second line the colour of
    what is out of order.
    """
    words = [line for line in lines if line]
    sizes = [size * letter for size in (_LETTER, _SMALL)]
    faces = ("bold", "regular")
    wide = max(width(line, face, size) for line, face, size in zip(words, faces, sizes, strict=False)) + 2.5 * _PADDING
    tall = sum(1.45 * size for _, size in zip(words, sizes, strict=False)) + _PADDING
    x, y = at[0] + _AWAY[0], at[1] + _AWAY[1]
    if x + wide > around.right - 2:
        x = at[0] - _AWAY[0] - wide
    if y + tall > around.bottom - 2:
        y = at[1] - _AWAY[1] - tall
    x, y = max(around.x + 2, min(x, around.right - wide - 2)), max(around.y + 2, y)
    shapes: list[Shape] = [Box(Rect(x, y, wide, tall), "raised", "edge", 1.0, 4.0)]
    baseline = y + _PADDING / 2
    for number, (line, face, size) in enumerate(zip(words, faces, sizes, strict=False)):
        colour = ("broken" if warns else "text2") if number else "text"
        shapes.append(Text(x + _PADDING, baseline + 1.08 * size, line, face, size, colour))
        baseline += 1.45 * size
    return shapes, Rect(x - 1, y - 1, wide + 2, tall + 2)
