"""RASIC letters as tokens that can be told apart in grey: frame and weight say the letter before it is read.

Accountable is a solid square, Responsible a heavy one, Support a filled thin one, Consulted a thin circle, Informed a
dotted circle, a verifier a diamond, a signatory a square on a heavy line; a letter that comes from the action above is
italic without a frame. Frames go by what a letter means (its code), whatever key a plan's set writes for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Circle, Line, Polygon, Shape, Text

TOKEN_SCREEN = 20.0
TOKEN_PAPER = 17.0
PITCH = 1.1
"""How far apart the middles of neighbouring tokens stand, as a share of their size: 22 px at 20."""
QUALIFIER = 0.475
"""Size of the letters of a qualifier below a token, as a share of the token's."""


def token(
    letter: str, x: float, y: float, size: float = TOKEN_SCREEN, inherited: bool = False, key: str = ""
) -> tuple[Shape, ...]:
    """One letter about a middle; `size` is the side of the square it fills (20 px on screen, 17 pt on paper).

    `letter` is the code, which decides the frame; `key` is what is written in it, the code itself where it is empty.
    """
    key = key or letter
    if inherited:
        return (_letter(key, x, y, "italic", 0.62 * size, "text3"),)
    unit = size / 20
    if letter == "A":
        return _square(x, y, 9.5, unit, "mark", 1.0), _letter(key, x, y, "bold", 13.2 * unit, "mark_text")
    if letter == "R":
        return _square(x, y, 9.0, unit, "base", 2.0), _letter(key, x, y, "bold", 13.2 * unit, "mark")
    return *_frame(letter, x, y, unit), _letter(key, x, y, "regular", (11 if letter == "V" else 12.8) * unit, "text")


def _frame(letter: str, x: float, y: float, unit: float) -> tuple[Shape, ...]:
    """The thin frames: of letters that mean no work of one's own."""
    half = 9.5 * unit
    if letter == "S":
        return (_square(x, y, 9.5, unit, "mark_fill", 1.0),)
    if letter == "C":
        return (Circle(x, y, half, "base", "mark", 1.1 * unit),)
    if letter == "V":
        wide = 10 * unit
        corners = ((x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y))
        return (Polygon(corners, "base", "mark", 1.1 * unit),)
    if letter == "O":
        foot = y + half - unit
        return _square(x, y, 9.5, unit, "base", 1.0), Line(x - half, foot, x + half, foot, "mark", 3 * unit)
    return (Circle(x, y, half, None, "edge", unit, (2 * unit, 2 * unit)),)


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
    keys: Mapping[str, str] | None = None,
) -> tuple[Shape, ...]:
    """The letters of one cell about its middle, side by side; those in `inherited` come from the action above.

    A qualifier ("phones") stands below in smaller letters. Where `room` is given and the letters are wider, they shrink
    to fit: five letters in one cell are rare, and must not run into the next. `keys` says what is written for a code.
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
        key = keys.get(letter, "") if keys else ""
        shapes += token(letter, first + place * PITCH * size, y, size, letter in inherited, key)
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
