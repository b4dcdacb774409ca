"""The sentence of a notice with the number of its row in bold, so that the eye finds the row."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from mkplanner.ui.look import theme

_PLACE = re.compile(r"(?:[A-Z]{1,6}[ -]?)?\d+(?:\.\d+)*[a-z]?(?= )")
"""A row's number or reference at the beginning: 3.2, RES16.15."""


def place_of(sentence: str) -> str:
    """Return the number that a sentence begins with, empty where it begins with a word."""
    found = _PLACE.match(sentence)
    return found[0] if found else ""


def more_for_place(sentence: str) -> int:
    """Return how many pixels the bold number takes beyond a plain one."""
    place = place_of(sentence)
    if not place:
        return 0
    bold, plain = (QFontMetrics(theme.font(bold=bold)).horizontalAdvance(place) for bold in (True, False))
    return max(0, math.ceil(bold - plain))


def draw_sentence(painter: QPainter, box: QRect, sentence: str) -> None:
    """Write a sentence in a box, wrapped at words, in the painter's colour."""
    layout = QTextLayout(sentence, theme.font())
    bold = QTextLayout.FormatRange()
    bold.start, bold.length = 0, len(place_of(sentence))
    bold.format = QTextCharFormat()
    bold.format.setFont(theme.font(bold=True))
    layout.setFormats([bold])
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(box.topLeft()))
