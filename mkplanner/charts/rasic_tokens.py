"""RASIC letters as tokens that can be told apart in grey: frame and weight say the letter before it is read.

Accountable is a solid square, Responsible a heavy one, Support a filled thin one, Consulted a thin circle, Informed a
dotted circle; a letter that comes from the action above is italic without a frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Circle, Shape, Text

TOKEN_SCREEN = 20.0
TOKEN_PAPER = 17.0
PITCH = 1.1
"""How far apart the middles of neighbouring tokens stand, as a share of their size: 22 px at 20."""
QUALIFIER = 0.475
"""Size of the letters of a qualifier below a token, as a share of the token's."""


def token(letter: str, x: float, y: float, size: float = TOKEN_SCREEN, inherited: bool = False) -> tuple[Shape, ...]:
    """One letter about a middle; `size` is the side of the square it fills (20 px on screen, 17 pt on paper)."""
    if inherited:
        return (_letter(letter, x, y, "italic", 0.62 * size, "text3"),)
    unit = size / 20
    match letter:
        case "A":
            return _square(x, y, 9.5, unit, "mark", 1.0), _letter(letter, x, y, "bold", 13.2 * unit, "mark_text")
        case "R":
            return _square(x, y, 9.0, unit, "base", 2.0), _letter(letter, x, y, "bold", 13.2 * unit, "mark")
        case "S":
            return _square(x, y, 9.5, unit, "mark_fill", 1.0), _letter(letter, x, y, "regular", 12.8 * unit, "text")
        case "C":
            frame = Circle(x, y, 9.5 * unit, "base", "mark", 1.1 * unit)
        case _:
            frame = Circle(x, y, 9.5 * unit, None, "edge", unit, (2 * unit, 2 * unit))
    return frame, _letter(letter, x, y, "regular", 12.8 * unit, "text")


def _square(x: float, y: float, half: float, unit: float, fill: str, outline: float) -> Box:
    side = 2 * half * unit
    return Box(Rect(x - side / 2, y - side / 2, side, side), fill, "mark", outline * unit, 2.4 * unit)


def _letter(letter: str, x: float, y: float, face: str, size: float, colour: str) -> Text:
    return Text(x - width(letter, face, size) / 2, y + 0.36 * size, letter, face, size, colour)


def tokens_width(letters: Sequence[str], size: float = TOKEN_SCREEN) -> float:
    """How wide some letters are side by side."""
    return size + (len(letters) - 1) * PITCH * size if letters else 0.0


def tokens(
    letters: Sequence[str],
    x: float,
    y: float,
    size: float = TOKEN_SCREEN,
    *,
    inherited: str = "",
    qualifier: str = "",
    room: float | None = None,
) -> tuple[Shape, ...]:
    """The letters of one cell about its middle, side by side; those in `inherited` come from the action above.

    A qualifier ("phones") stands below in smaller letters. Where `room` is given and the letters are wider, they shrink
    to fit: five letters in one cell are rare, and must not run into the next.
    """
    wide = tokens_width(letters, size)
    if room is not None and wide > room:
        size *= room / wide
    tall = size
    if qualifier:
        y, size = y - 0.25 * tall, min(size, 0.82 * tall)
    first = x - (len(letters) - 1) * PITCH * size / 2
    shapes: list[Shape] = []
    for place, letter in enumerate(letters):
        shapes += token(letter, first + place * PITCH * size, y, size, letter in inherited)
    if qualifier:
        small = QUALIFIER * tall
        words = _shortened(qualifier, small, room)
        left = x - width(words, "regular", small) / 2
        shapes.append(Text(left, y + 0.5 * size + 0.95 * small, words, "regular", small, "text2"))
    return tuple(shapes)


def _shortened(words: str, size: float, room: float | None) -> str:
    """Words cut to a width with an ellipsis; the whole of them stands in the cell's tooltip."""
    if room is None or width(words, "regular", size) <= room:
        return words
    kept = words
    while kept and width(kept + "…", "regular", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
