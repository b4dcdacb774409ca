"""Shapes in, strokes of a QPainter out: charts, previews and thumbnails.

Called for every visible row of every frame, so pens, brushes, hatches and words are made once for each palette and kept.
Upright and level lines, bars and fades are moved onto whole device pixels, never further than half of one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Bitmap, Box, Circle, Fade, Hatch, Line, Point, Polygon, Shape, Text
from mkplanner.ui.look.painting_tools import NO_PEN, PreparedRun, Tools, picture_of, prepared_words, tools_for


def paint(painter: QPainter, shapes: Iterable[Shape], palette: Palette) -> None:
    """Draw shapes in their order with the colours of a palette; pen, brush, font and hints are left changed."""
    brush = _Strokes(painter, tools_for(palette))
    draw: dict[type, Callable[[Any], None]] = {
        Text: brush.text,
        Box: brush.box,
        Line: brush.line,
        Polygon: brush.polygon,
        Circle: brush.circle,
        Fade: brush.fade,
        Hatch: brush.hatch,
        Bitmap: brush.bitmap,
    }
    for shape in shapes:
        draw[type(shape)](shape)


class _Strokes:
    """Draws one kind of shape at a time, changing the painter's state only where the next shape asks for another."""

    def __init__(self, painter: QPainter, tools: Tools) -> None:
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

    def _half_pixel(self, width: float) -> float:
        """Where in a device pixel a stroke's middle goes so that its solid core fills whole ones."""
        core = int(width * self.scale + 0.01)
        return 0.5 if core % 2 or core == 0 else 0.0

    def _stroke_x(self, x: float, width: float) -> float:
        """The nearest x for an upright stroke so that its core fills whole device pixels."""
        if not self.aligned:
            return x
        half = self._half_pixel(width)
        return ((x * self.scale + self.dx - half + 0.5) // 1 + half - self.dx) / self.scale

    def _stroke_y(self, y: float, width: float) -> float:
        if not self.aligned:
            return y
        half = self._half_pixel(width)
        return ((y * self.scale + self.dy - half + 0.5) // 1 + half - self.dy) / self.scale

    def text(self, shape: Text) -> None:
        if shape.size % 1:
            self._between(shape)
            return
        runs = prepared_words(shape.words, shape.face, shape.size, self.dots)
        self.painter.setPen(self.tools.colour(shape.colour))
        self.pen = None
        if shape.turned:
            self._turned(shape, runs)
            return
        baseline = self._whole_y(shape.y)
        for static, font, x, ascent in runs:
            self.painter.setFont(font)
            self.painter.drawStaticText(QPointF(shape.x + x, baseline - ascent), static)

    def _between(self, shape: Text) -> None:
        """Words of a size between two whole ones, which Qt would round: the larger one made a little smaller."""
        whole = math.ceil(shape.size)
        self.painter.save()
        self.painter.translate(shape.x, shape.y if shape.turned else self._whole_y(shape.y))
        if shape.turned:
            self.painter.rotate(-90)
        self.painter.scale(shape.size / whole, shape.size / whole)
        self.painter.setPen(self.tools.colour(shape.colour))
        for static, font, x, ascent in prepared_words(shape.words, shape.face, whole, self.dots):
            self.painter.setFont(font)
            self.painter.drawStaticText(QPointF(x, -ascent), static)
        self.painter.restore()
        self.pen = None

    def _turned(self, shape: Text, runs: Sequence[PreparedRun]) -> None:
        """Words that run upwards, as in narrow column headings."""
        self.painter.save()
        self.painter.translate(shape.x, shape.y)
        self.painter.rotate(-90)
        for static, font, x, ascent in runs:
            self.painter.setFont(font)
            self.painter.drawStaticText(QPointF(x, -ascent), static)
        self.painter.restore()

    def _solid(self, shape: Box | Fade) -> QRectF:
        """A rectangle on whole pixels; a thin one keeps its thickness wherever it falls."""
        rect = shape.rect
        left, top = self._whole_x(rect.x), self._whole_y(rect.y)
        if self.aligned and rect.height * self.scale < 3:
            height = max(round(rect.height * self.scale), 1) / self.scale
        else:
            height = self._whole_y(rect.y + rect.height) - top
        return QRectF(left, top, self._whole_x(rect.x + rect.width) - left, height)

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
        self._use(NO_PEN, brush)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))

    def bitmap(self, shape: Bitmap) -> None:
        rect = shape.rect
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(QRectF(rect.x, rect.y, rect.width, rect.height), picture_of(shape.data))
