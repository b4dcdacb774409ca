"""The status of a row as a sign: a shape for the meaning, a letter in it, and on screen a lozenge with the word.

Shapes follow the meaning, not the hue: a council may colour or letter "suspended" as it likes, it stays a hollow square.
Colours come from the palette as `status_G_fill`, `status_G_letter` and so on.
"""

from __future__ import annotations

from collections.abc import Callable

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Circle, Polygon, Shape, Text

Measure = Callable[[str, str, float], float]
"""How wide words are in a face at a size: `fonts.width`, or the screen's own."""

_HALF_WIDTHS = {"G": 1.0, "A": 1.32, "R": 0.93, "C": 1.2, "N": 0.98, "S": 0.95}
_LETTER_DROPS = {"A": 0.84}


def half_width(meaning: str, half: float) -> float:
    """How far a status shape of this half-size reaches to either side of its middle."""
    return _HALF_WIDTHS[meaning] * half


def status_shape(meaning: str, x: float, y: float, half: float, letter: str | None = None) -> tuple[Shape, ...]:
    """The shape of a status about a middle, with its letter; `meaning` is one of G A R C N S.

    A council's own letter may stand in place of ours. The letter is set at 1.25 times the half-size (8 pt at 6.4).
    """
    size = 1.25 * half
    words = letter or meaning
    baseline = y + _LETTER_DROPS.get(meaning, 0.45) * half
    left = x - width(words, "bold", size) / 2
    return _figure(meaning, x, y, half), Text(left, baseline, words, "bold", size, f"status_{meaning}_letter")


def _figure(meaning: str, x: float, y: float, half: float) -> Shape:
    fill, edge = f"status_{meaning}_fill", f"status_{meaning}_edge"
    match meaning:
        case "A":
            foot, side = y + half, 1.32 * half
            return Polygon(((x, y - 1.22 * half), (x + side, foot), (x - side, foot)), fill, edge, 0.12 * half)
        case "R":
            side = 0.93 * half
            return Box(Rect(x - side, y - side, 2 * side, 2 * side), fill, radius=0.12 * half)
        case "C":
            far, near, rise = 1.2 * half, 0.62 * half, 0.9 * half
            corners = ((far, 0.0), (near, rise), (-near, rise), (-far, 0.0), (-near, -rise), (near, -rise))
            return Polygon(tuple((x + dx, y + dy) for dx, dy in corners), fill)
        case "N":
            return Circle(x, y, 0.9 * half, fill, edge, 0.17 * half)
        case "S":
            side = 0.86 * half
            return Box(Rect(x - side, y - side, 2 * side, 2 * side), fill, edge, 0.17 * half, 0.12 * half)
    return Circle(x, y, half, fill)


def lozenge_width(words: str, height: float, measure: Measure = width, face: str = "regular") -> float:
    """How wide a lozenge of this height with these words is."""
    return 1.6 * height + measure(words, face, _word_size(height))


def _word_size(height: float) -> float:
    """Words are 11 px in a lozenge of 18 or 20, and grow with larger ones."""
    return max(0.55 * height, min(11.0, 0.62 * height))


def lozenge(
    meaning: str, words: str, x: float, y: float, height: float, measure: Measure = width, face: str = "regular"
) -> tuple[Shape, ...]:
    """A status for a table on screen: a rounded frame from its left and middle, with the shape and the word in it.

    20 px high, or 18 in rows of one line. The face "ui" sets the word in the system's own font.
    """
    size = _word_size(height)
    frame = Rect(x + 0.5, y - height / 2 + 0.5, lozenge_width(words, height, measure, face) - 1, height - 1)
    middle = x + 0.575 * height
    return (
        Box(frame, f"status_{meaning}_tint", f"status_{meaning}_edge", 1.0, frame.height / 2),
        *status_shape(meaning, middle, y, 0.36 * height),
        Text(middle + 0.65 * height, y + 0.36 * size, words, face, size, f"status_{meaning}_word"),
    )
