"""The words that somebody looks for, marked in the rows that hold them: which stretches of which lines, and their look."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mkplanner.models.searching import places
from mkplanner.records import frozen
from mkplanner.ui.itemmodels.columns import COLUMNS
from mkplanner.ui.look import theme
from mkplanner.ui.look.wrapping import ELLIPSIS, Lines, Wrapper

_LOOKED_AT = ("number", "title", "by_when", "owners", "tags", "notes", "outcomes", "update")
SEARCHED = frozenset(place for place, column in enumerate(COLUMNS) if column.key in _LOOKED_AT)
"""The columns whose words are looked through; others may show the same letters, but were not found for them."""


@frozen
class FoundWords:
    """A stretch of a cell's line to be marked: the line's number, and left and width in pixels from its first letter."""

    line: int
    left: float
    width: float


def found_words(lines: Lines, text: str, words: tuple[str, ...], wrapper: Wrapper) -> list[FoundWords]:
    """Return what to mark in a cell; where a word is cut off with the end of its text, the ellipsis stands for it."""
    marks = [
        FoundWords(number, *wrapper.stretch(line, *place))
        for number, line in enumerate(lines.words)
        for place in places(line, words)
    ]
    if lines.shortened and lines.words:
        last = len(lines.words) - 1
        seen = " ".join(lines.words)
        if any(len(places(text, [word])) > len(places(seen, [word])) for word in words):
            end = len(lines.words[last])
            marks.append(FoundWords(last, *wrapper.stretch(lines.words[last], end - len(ELLIPSIS), end)))
    return marks


def paint_found(painter: QPainter, left: float, top: float, height: float, width: float) -> None:
    """Lay the ground of one found word with its line below, on which the word is written afterwards."""
    rule = theme.px(2)
    painter.fillRect(QRectF(left - 1, top, width + 2, height), theme.colour("found"))
    painter.fillRect(QRectF(left - 1, top + height - rule, width + 2, rule), theme.colour("found_line"))
