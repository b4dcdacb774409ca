"""Shapes to the operators of a PDF page: y turned upwards, colours as numbers, every character in a face that has it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mkplanner.charts.fonts import readable, runs, width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import Palette, contrast
from mkplanner.charts.pdf_fonts import pdf_face
from mkplanner.charts.shapes import Box, Circle, Fade, Hatch, Line, Point, Polygon, Shape, Text

_ROUND = 0.5523
"""How far a Bézier's handles reach along the sides of a square to make a quarter circle."""

_SEAM = 0.4
_READABLE = 4.5
"""The least contrast of small letters (WCAG 2, success criterion 1.4.3)."""

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {40: r"\(", 41: r"\)", 92: r"\\"}

Fades = dict[tuple[float, float], str]
"""The strengths at the left and right end of each fade in use, with the name of its graphics state."""


class ShapeWriter:
    """Writes the shapes of one page; colours, widths and fonts are set only where they change.

    `canvas_document` is ReportLab's document, which keeps the fonts; `fades` is shared by all pages of a file.
    """

    def __init__(self, height: float, palette: Palette, canvas_document: Any, fades: Fades) -> None:
        self.operators: list[str] = []
        self.fades_used: set[str] = set()
        self._height = height
        self._palette = palette
        self._document = canvas_document
        self._fades = fades
        self._state: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        self._writers: dict[type, Callable[[Any], None]] = {
            Text: self._text,
            Box: self._box,
            Line: self._line,
            Polygon: self._polygon,
            Circle: self._circle,
            Fade: self._fade,
            Hatch: self._hatch,
        }

    def write(self, shapes: Iterable[Shape]) -> None:
        """Write shapes in order, later ones on top."""
        before: Shape | None = None
        for shape in shapes:
            if type(shape) is Text:
                self._ground(shape, before)
            self._writers[type(shape)](shape)
            before = shape

    def _ground(self, text: Text, figure: Shape | None) -> None:
        """Put a rectangle of its figure's colour under a light letter: checkers of contrast see no other grounds."""
        fill = figure.fill if isinstance(figure, Box | Circle | Polygon) else None
        if fill is None or (isinstance(figure, Box) and not figure.radius):
            return
        if contrast(self._palette[text.colour], "#FFFFFF") < _READABLE:
            height = 0.5 * text.size
            self._box(Box(Rect(text.x, text.y - height, width(text.words, text.face, text.size), height), fill))

    def _set(self, operator: str, value: str) -> None:
        if self._state.get(operator) != value:
            self._state[operator] = value
            self.operators.append(f"{value} {operator}")

    def _colour(self, colour: str) -> str:
        found = self._colours.get(colour)
        if found is None:
            code = self._palette[colour]
            found = " ".join(f"{int(code[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
            self._colours[colour] = found
        return found

    def _pens(self, fill: str | None, stroke: str | None, width: float, dash: Sequence[float]) -> None:
        if fill is not None:
            self._set("rg", self._colour(fill))
        if stroke is not None:
            self._set("RG", self._colour(stroke))
            self._set("w", f"{width:.4g}")
            self._set("d", f"[{' '.join(f'{length:.4g}' for length in dash)}] 0")

    def _text(self, shape: Text) -> None:
        at = f"{shape.x:.2f} {self._height - shape.y:.2f}"
        out = [f"BT 0 1 -1 0 {at} Tm" if shape.turned else f"BT {at} Td"]
        self._set("rg", self._colour(shape.colour))
        for face, words, meant in runs(readable(shape.words), shape.face):
            font = pdf_face(face)
            shown = []
            for subset, codes in font.splitString(words, self._document):
                name = font.getSubsetInternalName(subset, self._document)
                chosen = f"{name} {shape.size:.4g}"
                if self._state.get("Tf") != chosen:
                    self._state["Tf"] = chosen
                    shown.append(f"{chosen} Tf")
                shown.append(f"({codes.decode('latin-1').translate(_ESCAPES)}) Tj")
            out.extend(_standing_for(meant, shown) if meant else shown)
        out.append("ET")
        self.operators.append(" ".join(out))

    def _box(self, shape: Box) -> None:
        self._pens(shape.fill, shape.stroke, shape.width, shape.dash)
        rect = shape.rect
        radius = min(shape.radius, rect.width / 2, rect.height / 2)
        if radius > 0:
            path = self._rounded(rect, radius)
        else:
            path = f"{rect.x:.2f} {self._height - rect.bottom:.2f} {rect.width:.2f} {rect.height:.2f} re"
        self._paint(path, shape.fill, shape.stroke)

    def _line(self, shape: Line) -> None:
        self._pens(None, shape.colour, shape.width, shape.dash)
        height = self._height
        self.operators.append(f"{shape.x1:.2f} {height - shape.y1:.2f} m {shape.x2:.2f} {height - shape.y2:.2f} l S")

    def _polygon(self, shape: Polygon) -> None:
        self._pens(shape.fill, shape.stroke, shape.width, shape.dash)
        self._paint(self._edges(shape.points) + (" h" if shape.closed else ""), shape.fill, shape.stroke)

    def _circle(self, shape: Circle) -> None:
        self._pens(shape.fill, shape.stroke, shape.width, shape.dash)
        square = Rect(shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius)
        self._paint(self._rounded(square, shape.radius), shape.fill, shape.stroke)

    def _fade(self, shape: Fade) -> None:
        """Paint a unit square through a mask that runs from one strength to the other; what lies beneath shines through.

        A side at full strength reaches a hair further, under the solid shape that goes on there: no seam shows.
        """
        ends = (round(shape.left, 2), round(shape.right, 2))
        name = self._fades.setdefault(ends, f"Fade{len(self._fades) + 1}")
        self.fades_used.add(name)
        rect = shape.rect
        where = f"{rect.width:.2f} 0 0 {rect.height:.2f} {rect.x:.2f} {self._height - rect.bottom:.2f} cm"
        left, right = (_SEAM / rect.width if end == 1 else 0.0 for end in ends)
        square = f"{-left:.3f} 0 m {1 + right:.3f} 0 l {1 + right:.3f} 1 l {-left:.3f} 1 l h f"
        self.operators.append(f"q {where} /{name} gs {self._colour(shape.colour)} rg {square} Q")

    def _hatch(self, shape: Hatch) -> None:
        points = [(x, self._height - y) for x, y in shape.points]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        apart = shape.step * math.sqrt(2)
        out = [f"q {self._edges(shape.points)} h W n {self._colour(shape.colour)} RG {shape.width:.4g} w [] 0 d"]
        first = math.floor((left - high) / apart)
        for number in range(first, math.ceil((right - low) / apart) + 1):
            offset = number * apart
            out.append(f"{low + offset:.2f} {low:.2f} m {high + offset:.2f} {high:.2f} l")
        self.operators.append(" ".join([*out, "S Q"]))

    def _edges(self, points: Sequence[Point]) -> str:
        height = self._height
        (x, y), *rest = points
        return " ".join([f"{x:.2f} {height - y:.2f} m", *(f"{a:.2f} {height - b:.2f} l" for a, b in rest)])

    def _rounded(self, rect: Rect, radius: float) -> str:
        left, right, low, high = rect.x, rect.right, self._height - rect.bottom, self._height - rect.y
        inner = radius * (1 - _ROUND)
        return (
            f"{left + radius:.2f} {low:.2f} m {right - radius:.2f} {low:.2f} l "
            f"{right - inner:.2f} {low:.2f} {right:.2f} {low + inner:.2f} {right:.2f} {low + radius:.2f} c "
            f"{right:.2f} {high - radius:.2f} l "
            f"{right:.2f} {high - inner:.2f} {right - inner:.2f} {high:.2f} {right - radius:.2f} {high:.2f} c "
            f"{left + radius:.2f} {high:.2f} l "
            f"{left + inner:.2f} {high:.2f} {left:.2f} {high - inner:.2f} {left:.2f} {high - radius:.2f} c "
            f"{left:.2f} {low + radius:.2f} l "
            f"{left:.2f} {low + inner:.2f} {left + inner:.2f} {low:.2f} {left + radius:.2f} {low:.2f} c h"
        )

    def _paint(self, path: str, fill: str | None, stroke: str | None) -> None:
        if fill is not None or stroke is not None:
            operator = "S" if fill is None else "f" if stroke is None else "B"
            self.operators.append(f"{path} {operator}")


def _standing_for(meant: str, shown: Sequence[str]) -> list[str]:
    """Wrap squares so that a reader hears, finds and copies the author's own characters."""
    code = ("\ufeff" + meant).encode("utf-16-be", "replace").hex().upper()
    return [f"/Span <</ActualText <{code}>>> BDC", *shown, "EMC"]


def bounds(shapes: Iterable[Shape]) -> Rect | None:
    """Return the rectangle that holds all these shapes, or None for none."""
    corners = [corner for shape in shapes for corner in _corners(shape)]
    if not corners:
        return None
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return Rect(left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top)


def _corners(shape: Shape) -> Sequence[Point]:
    if isinstance(shape, Box | Fade):
        return ((shape.rect.x, shape.rect.y), (shape.rect.right, shape.rect.bottom))
    if isinstance(shape, Polygon | Hatch):
        return shape.points
    if isinstance(shape, Circle):
        return (
            (shape.x - shape.radius, shape.y - shape.radius),
            (shape.x + shape.radius, shape.y + shape.radius),
        )
    if isinstance(shape, Line):
        return ((shape.x1, shape.y1), (shape.x2, shape.y2))
    length, rise, drop = width(shape.words.rstrip(), shape.face, shape.size), 0.75 * shape.size, 0.22 * shape.size
    if shape.turned:
        return ((shape.x - rise, shape.y - length), (shape.x + drop, shape.y))
    return ((shape.x, shape.y - rise), (shape.x + length, shape.y + drop))
