"""Pens, brushes, hatch tiles and prepared words for painting, made at first use and kept for each palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QStaticText,
    QTransform,
)

from mkplanner.charts import fonts
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Colour
from mkplanner.ui.look.fonts import chart_font

_KEPT = 4000
_SQUARE_ROOT_OF_TWO = 2**0.5
NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
PreparedRun = tuple[QStaticText, QFont, float, float]
"""Words ready to draw, their font, how far right they begin, and how far their top is above the baseline."""


@lru_cache(maxsize=8)
def picture_of(data: bytes) -> QImage:
    """A PNG or JPEG file as dots."""
    return QImage.fromData(data)


class Tools:
    """What one palette needs to draw with, made at first use."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.colours: dict[Colour, QColor] = {}
        self.brushes: dict[Colour, QBrush] = {}
        self.pens: dict[tuple[Colour, float, tuple[float, ...]], QPen] = {}
        self.fades: dict[tuple[Colour, float, float], QBrush] = {}
        self.hatches: dict[tuple[Colour, float, float, float], QBrush] = {}

    def colour(self, token: Colour) -> QColor:
        """A token as Qt knows it."""
        found = self.colours.get(token)
        if found is None:
            found = self.colours[token] = QColor(self.palette[token])
        return found

    def brush(self, token: Colour | None) -> QBrush:
        """A plain brush, or none."""
        if token is None:
            return _NO_BRUSH
        found = self.brushes.get(token)
        if found is None:
            found = self.brushes[token] = QBrush(self.colour(token))
        return found

    def pen(self, token: Colour | None, width: float, dash: tuple[float, ...]) -> QPen:
        """A pen of this width and dash, or none."""
        if token is None:
            return NO_PEN
        found = self.pens.get((token, width, dash))
        if found is None:
            found = self.pens[token, width, dash] = self._new_pen(token, width, dash)
        return found

    def _new_pen(self, token: Colour, width: float, dash: tuple[float, ...]) -> QPen:
        join = Qt.PenJoinStyle.RoundJoin
        cap = Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap
        pen = QPen(self.brush(token), width, Qt.PenStyle.SolidLine, cap, join)
        if dash:
            pen.setDashPattern([length / width for length in dash])
        return pen

    def fade(self, token: Colour, left: float, right: float) -> QBrush:
        """A brush whose strength runs from left to right across whatever it fills."""
        found = self.fades.get((token, left, right))
        if found is None and left == right:
            even = QColor(self.colour(token))
            even.setAlphaF(min(max(left, 0.0), 1.0))
            found = self.fades[token, left, right] = QBrush(even)
        if found is None:
            gradient = QLinearGradient(0, 0, 1, 0)
            gradient.setCoordinateMode(QGradient.CoordinateMode.ObjectMode)
            for place, strength in ((0.0, left), (1.0, right)):
                colour = QColor(self.colour(token))
                colour.setAlphaF(min(max(strength, 0.0), 1.0))
                gradient.setColorAt(place, colour)
            if len(self.fades) > _KEPT:
                self.fades.clear()
            found = self.fades[token, left, right] = QBrush(gradient)
        return found

    def hatch(self, token: Colour, step: float, width: float, scale: float) -> QBrush:
        """A tile of whole device pixels with one period of the hatch, drawn from lower left to upper right."""
        found = self.hatches.get((token, step, width, scale))
        if found is None:
            found = self.hatches[token, step, width, scale] = _hatch_tile(self.colour(token), step, width, scale)
        return found


_TOOLS: dict[Palette, Tools] = {}
_WORDS: dict[tuple[str, str, float, int], list[PreparedRun]] = {}


def tools_for(palette: Palette) -> Tools:
    """What this palette draws with."""
    found = _TOOLS.get(palette)
    if found is None:
        found = _TOOLS[palette] = Tools(palette)
    return found


def prepared_words(words: str, face: str, size: float, dots: int) -> list[PreparedRun]:
    """Words made ready to draw at a size, for a device of so many dots per inch."""
    key = (words, face, size, dots)
    found = _WORDS.get(key)
    if found is None:
        if len(_WORDS) > _KEPT:
            _WORDS.clear()
        found = _WORDS[key] = _set_words(*key)
    return found


def _hatch_tile(colour: QColor, step: float, width: float, scale: float) -> QBrush:
    side = max(2, round(step * _SQUARE_ROOT_OF_TWO * scale))
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, side / _SQUARE_ROOT_OF_TWO * width / step))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - side, 2 * side), QPointF(shift + 2 * side, -side))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
    return brush


def _set_words(words: str, face: str, size: float, dots: int) -> list[PreparedRun]:
    plain = face.startswith("ui") or words.isascii()
    found = []
    x = 0.0
    for run in [fonts.Run(face, words)] if plain else fonts.runs(words, face):
        font = chart_font(run.face, size, dots)
        static = QStaticText(run.words)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(QTransform(), font)
        found.append((static, font, x, QFontMetricsF(font).ascent()))
        if not plain:
            x += fonts.width(run.words, run.face, size)
    return found
