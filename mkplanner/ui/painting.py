"""Shapes in, strokes of a QPainter out: charts, previews and thumbnails.

Called for every visible row of every frame, so pens, brushes, hatches and words are made once for each palette and kept.
Upright and level lines, bars and fades are moved onto whole device pixels, never further than half of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
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
    QPolygonF,
    QStaticText,
    QTransform,
)

from mkplanner.charts import fonts
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Box, Circle, Colour, Fade, Hatch, Line, Point, Polygon, Shape, Text
from mkplanner.ui.theme_fonts import chart_font

_KEPT_WORDS = 4000
_SQUARE_ROOT_OF_TWO = 2**0.5
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


def paint(painter: QPainter, shapes: Iterable[Shape], palette: Palette) -> None:
    """Draw shapes in their order with the colours of a palette; pen, brush, font and hints are left changed."""
    tools = _TOOLS.get(palette)
    if tools is None:
        tools = _TOOLS[palette] = _Tools(palette)
    brush = _Strokes(painter, tools)
    draw: dict[type, Callable[[Any], None]] = {
        Text: brush.text,
        Box: brush.box,
        Line: brush.line,
        Polygon: brush.polygon,
        Circle: brush.circle,
        Fade: brush.fade,
        Hatch: brush.hatch,
    }
    for shape in shapes:
        draw[type(shape)](shape)


class _Tools:
    """What one palette needs to draw with, made at first use."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.colours: dict[Colour, QColor] = {}
        self.brushes: dict[Colour, QBrush] = {}
        self.pens: dict[tuple[Colour, float, tuple[float, ...]], QPen] = {}
        self.fades: dict[tuple[Colour, float, float], QBrush] = {}
        self.hatches: dict[tuple[Colour, float, float, float], QBrush] = {}

    def colour(self, token: Colour) -> QColor:
        found = self.colours.get(token)
        if found is None:
            found = self.colours[token] = QColor(self.palette[token])
        return found

    def brush(self, token: Colour | None) -> QBrush:
        if token is None:
            return _NO_BRUSH
        found = self.brushes.get(token)
        if found is None:
            found = self.brushes[token] = QBrush(self.colour(token))
        return found

    def pen(self, token: Colour | None, width: float, dash: tuple[float, ...]) -> QPen:
        if token is None:
            return _NO_PEN
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
        found = self.fades.get((token, left, right))
        if found is None:
            gradient = QLinearGradient(0, 0, 1, 0)
            gradient.setCoordinateMode(QGradient.CoordinateMode.ObjectMode)
            for place, strength in ((0.0, left), (1.0, right)):
                colour = QColor(self.colour(token))
                colour.setAlphaF(min(max(strength, 0.0), 1.0))
                gradient.setColorAt(place, colour)
            if len(self.fades) > _KEPT_WORDS:
                self.fades.clear()
            found = self.fades[token, left, right] = QBrush(gradient)
        return found

    def hatch(self, token: Colour, step: float, width: float, scale: float) -> QBrush:
        """A tile of whole device pixels with one period of the hatch, drawn from lower left to upper right."""
        found = self.hatches.get((token, step, width, scale))
        if found is None:
            found = self.hatches[token, step, width, scale] = _hatch_tile(self.colour(token), step, width, scale)
        return found


_TOOLS: dict[Palette, _Tools] = {}
_WORDS: dict[tuple[str, str, float, int], list[tuple[QStaticText, QFont, float, float]]] = {}


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


def _set_words(words: str, face: str, size: float, dots: int) -> list[tuple[QStaticText, QFont, float, float]]:
    """Words as prepared runs, each with its font, how far right it begins and how far its top is above the baseline."""
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


class _Strokes:
    """Draws one kind of shape at a time, changing the painter's state only where the next shape asks for another."""

    def __init__(self, painter: QPainter, tools: _Tools) -> None:
        self.painter = painter
        self.tools = tools
        self.dots = painter.device().logicalDpiY()
        device = painter.deviceTransform()
        self.scale, self.dx, self.dy = device.m11(), device.dx(), device.dy()
        self.aligned = not device.m12() and not device.m21() and 0 < self.scale == device.m22()
        self.pen: QPen | None = None
        self.brush: QBrush | None = None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(QPointF(self._whole_x(0.0), self._whole_y(0.0)))

    def _use(self, pen: QPen, brush: QBrush) -> None:
        if pen is not self.pen:
            self.painter.setPen(pen)
            self.pen = pen
        if brush is not self.brush:
            self.painter.setBrush(brush)
            self.brush = brush

    def _whole_x(self, x: float) -> float:
        """The nearest x at which a device pixel begins."""
        return ((x * self.scale + self.dx + 0.5) // 1 - self.dx) / self.scale if self.aligned else x

    def _whole_y(self, y: float) -> float:
        return ((y * self.scale + self.dy + 0.5) // 1 - self.dy) / self.scale if self.aligned else y

    def _stroke_x(self, x: float, width: float) -> float:
        """The nearest x for an upright stroke so that its core fills whole device pixels."""
        if not self.aligned:
            return x
        half = 0.5 if round(width * self.scale) % 2 or width * self.scale < 1 else 0.0
        return ((x * self.scale + self.dx - half + 0.5) // 1 + half - self.dx) / self.scale

    def _stroke_y(self, y: float, width: float) -> float:
        if not self.aligned:
            return y
        half = 0.5 if round(width * self.scale) % 2 or width * self.scale < 1 else 0.0
        return ((y * self.scale + self.dy - half + 0.5) // 1 + half - self.dy) / self.scale

    def text(self, shape: Text) -> None:
        key = (shape.words, shape.face, shape.size, self.dots)
        runs = _WORDS.get(key)
        if runs is None:
            if len(_WORDS) > _KEPT_WORDS:
                _WORDS.clear()
            runs = _WORDS[key] = _set_words(*key)
        self.painter.setPen(self.tools.colour(shape.colour))
        self.pen = None
        baseline = self._whole_y(shape.y)
        for static, font, x, ascent in runs:
            self.painter.setFont(font)
            self.painter.drawStaticText(QPointF(shape.x + x, baseline - ascent), static)

    def _solid(self, shape: Box | Fade) -> QRectF:
        """A rectangle on whole pixels, never thinner than one where it is not nothing."""
        rect = shape.rect
        left, top = self._whole_x(rect.x), self._whole_y(rect.y)
        pixel = 1 / self.scale if self.aligned else 0.0
        height = self._whole_y(rect.y + rect.height) - top
        return QRectF(left, top, self._whole_x(rect.x + rect.width) - left, max(height, pixel))

    def box(self, shape: Box) -> None:
        if shape.stroke is None:
            rect = self._solid(shape)
            if not shape.radius and shape.fill is not None:
                self.painter.fillRect(rect, self.tools.colour(shape.fill))
                return
        else:
            rect = self._outlined(shape)
        self._use(self.tools.pen(shape.stroke, shape.width, shape.dash), self.tools.brush(shape.fill))
        if shape.radius:
            self.painter.drawRoundedRect(rect, shape.radius, shape.radius)
        else:
            self.painter.drawRect(rect)

    def _outlined(self, shape: Box) -> QRectF:
        rect, width = shape.rect, shape.width
        left, top = self._stroke_x(rect.x, width), self._stroke_y(rect.y, width)
        right, bottom = self._stroke_x(rect.x + rect.width, width), self._stroke_y(rect.y + rect.height, width)
        return QRectF(left, top, right - left, bottom - top)

    def line(self, shape: Line) -> None:
        x1, y1, x2, y2 = shape.x1, shape.y1, shape.x2, shape.y2
        if x1 == x2:
            x1 = x2 = self._stroke_x(x1, shape.width)
        elif y1 == y2:
            y1 = y2 = self._stroke_y(y1, shape.width)
        pen = self.tools.pen(shape.colour, shape.width, shape.dash)
        if pen is not self.pen:
            self.painter.setPen(pen)
            self.pen = pen
        self.painter.drawLine(QLineF(x1, y1, x2, y2))

    def polygon(self, shape: Polygon) -> None:
        points: Sequence[Point] = shape.points
        if shape.stroke is not None and (len(points) > 4 or not shape.closed):
            points = self._levelled(points, shape.width)
        figure = QPolygonF([QPointF(x, y) for x, y in points])
        self._use(self.tools.pen(shape.stroke, shape.width, shape.dash), self.tools.brush(shape.fill))
        if shape.closed:
            self.painter.drawPolygon(figure)
        else:
            self.painter.drawPolyline(figure)

    def _levelled(self, points: Sequence[Point], width: float) -> list[Point]:
        """Upright and level sides of a figure on whole pixels."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        new_xs = [self._stroke_x(x, width) if xs.count(x) > 1 else x for x in xs]
        new_ys = [self._stroke_y(y, width) if ys.count(y) > 1 else y for y in ys]
        return list(zip(new_xs, new_ys, strict=True))

    def circle(self, shape: Circle) -> None:
        self._use(self.tools.pen(shape.stroke, shape.width, shape.dash), self.tools.brush(shape.fill))
        self.painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)

    def fade(self, shape: Fade) -> None:
        left, right = round(shape.left, 2), round(shape.right, 2)
        self.painter.fillRect(self._solid(shape), self.tools.fade(shape.colour, left, right))

    def hatch(self, shape: Hatch) -> None:
        brush = self.tools.hatch(shape.colour, shape.step, shape.width, self.scale if self.aligned else 1.0)
        self._use(_NO_PEN, brush)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))
