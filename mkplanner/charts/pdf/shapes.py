"""Shapes to the operators of a PDF page: y turned upwards, colours as numbers, every character in a face that has it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mkplanner.charts.drawing import Drawing
from mkplanner.charts.fonts import readable, runs, width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import Palette, contrast
from mkplanner.charts.shapes import Bitmap, Box, Circle, Fade, Hatch, Line, Point, Polygon, Shape, Text

if TYPE_CHECKING:
    from mkplanner.charts.pdf.fonts import FontBook

_ROUND = 0.5523
"""How far a Bézier's handles reach along the sides of a square to make a quarter circle."""

_SEAM = 0.4
_READABLE = 4.5
"""The least contrast of small letters (WCAG 2, success criterion 1.4.3)."""


Fades = dict[tuple[float, float], str]
"""The strengths at the left and right end of each fade in use, with the name of its graphics state."""


Images = dict[bytes, str]
"""Every picture in use, with its name."""


class ShapeWriter(Drawing[None]):
    """Writes the shapes of one page; colours, widths and fonts are set only where they change.

    `fonts`, `fades` and `images` are shared by all pages of a file.
    """

    def __init__(self, height: float, palette: Palette, fonts: FontBook, fades: Fades, images: Images) -> None:
        super().__init__()
        self.operators: list[str] = []
        self._images = images
        self._height = height
        self._palette = palette
        self._fonts = fonts
        self._fades = fades
        self._state: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        self._light: dict[str, bool] = {}

    def tagged(self, opening: str, shapes: Iterable[Shape]) -> None:
        """Write shapes between the operator that says what they are and its end."""
        self.operators.append(opening)
        self.write(shapes)
        self.operators.append("EMC")

    def write(self, shapes: Iterable[Shape]) -> None:
        """Write shapes in order, later ones on top."""
        before: Shape | None = None
        for shape in shapes:
            if type(shape) is Text:
                self._ground(shape, before)
            self.draw(shape)
            before = shape

    def _ground(self, text: Text, figure: Shape | None) -> None:
        """Put a rectangle of its figure's colour under a light letter: checkers of contrast see no other grounds."""
        fill = figure.fill if isinstance(figure, Box | Circle | Polygon) else None
        if fill is None or (isinstance(figure, Box) and not figure.radius):
            return
        if self._is_light(text.colour):
            height = 0.5 * text.size
            self._box(Box(Rect(text.x, text.y - height, width(text.words, text.face, text.size), height), fill))

    def _is_light(self, colour: str) -> bool:
        found = self._light.get(colour)
        if found is None:
            found = self._light[colour] = contrast(self._palette[colour], "#FFFFFF") < _READABLE
        return found

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
        at = f"{shape.x:.1f} {self._height - shape.y:.1f}"
        self._set("rg", self._colour(shape.colour))
        if not shape.turned and shape.words.isascii() and shape.words.isprintable():
            self._plain_text(shape, at)
            return
        out = [f"BT 0 1 -1 0 {at} Tm" if shape.turned else f"BT {at} Td"]
        for face, words, _ in runs(readable(shape.words), shape.face):
            for name, codes in self._fonts.split(face, words):
                out.append(f"{self._chosen(name, shape.size)}({codes}) Tj")
        out.append("ET")
        self.operators.append(" ".join(out))

    def _plain_text(self, shape: Text, at: str) -> None:
        """Words of nothing but ASCII, which stands for itself in the first part of every font."""
        name, words = self._fonts.plain(shape.face, shape.words)
        self.operators.append(f"BT {at} Td {self._chosen(name, shape.size)}({words}) Tj ET")

    def _chosen(self, name: str, size: float) -> str:
        """What chooses a font, nothing where it is chosen already."""
        chosen = f"{name} {size:.4g} Tf "
        if self._state.get("Tf") == chosen:
            return ""
        self._state["Tf"] = chosen
        return chosen

    def _box(self, shape: Box) -> None:
        self._pens(shape.fill, shape.stroke, shape.width, shape.dash)
        rect = shape.rect
        radius = min(shape.radius, rect.width / 2, rect.height / 2)
        if radius > 0:
            path = _rounded(rect.width, rect.height, radius)
            self._paint(path, shape.fill, shape.stroke, (rect.x, rect.bottom))
            return
        path = f"{rect.x:.2f} {self._height - rect.bottom:.2f} {rect.width:.2f} {rect.height:.2f} re"
        self._paint(path, shape.fill, shape.stroke)

    def _line(self, shape: Line) -> None:
        self._pens(None, shape.colour, shape.width, shape.dash)
        height = self._height
        self.operators.append(f"{shape.x1:.2f} {height - shape.y1:.2f} m {shape.x2:.2f} {height - shape.y2:.2f} l S")

    def _polygon(self, shape: Polygon) -> None:
        self._pens(shape.fill, shape.stroke, shape.width, shape.dash)
        (left, top), *_ = shape.points
        moved = [f"{x - left:.6g} {top - y:.6g}" for x, y in shape.points]
        path = " ".join([moved[0], "m", *(f"{point} l" for point in moved[1:])])
        self._paint(path + (" h" if shape.closed else ""), shape.fill, shape.stroke, (left, top))

    def _circle(self, shape: Circle) -> None:
        self._pens(shape.fill, shape.stroke, shape.width, shape.dash)
        side = 2 * shape.radius
        corner = (shape.x - shape.radius, shape.y + shape.radius)
        self._paint(_rounded(side, side, shape.radius), shape.fill, shape.stroke, corner)

    def _fade(self, shape: Fade) -> None:
        """Paint a unit square through a mask that runs from one strength to the other; what lies beneath shines through.

        A side at full strength reaches a hair further, under the solid shape that goes on there: no seam shows.
        """
        ends = (round(shape.left, 2), round(shape.right, 2))
        name = self._fades.setdefault(ends, f"Fade{len(self._fades) + 1}")
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

    def _bitmap(self, shape: Bitmap) -> None:
        rect = shape.rect
        name = self._images.setdefault(shape.data, f"Image{len(self._images) + 1}")
        where = f"{rect.width:.2f} 0 0 {rect.height:.2f} {rect.x:.2f} {self._height - rect.bottom:.2f} cm"
        self.operators.append(f"q {where} /{name} Do Q")

    def _edges(self, points: Sequence[Point]) -> str:
        height = self._height
        (x, y), *rest = points
        return " ".join([f"{x:.2f} {height - y:.2f} m", *(f"{a:.2f} {height - b:.2f} l" for a, b in rest)])

    def _paint(self, path: str, fill: str | None, stroke: str | None, corner: Point | None = None) -> None:
        """Paint a path; one that begins at a corner of its own is the same text wherever it stands, and packs well."""
        if fill is None and stroke is None:
            return
        operator = "S" if fill is None else "f" if stroke is None else "B"
        if corner is None:
            self.operators.append(f"{path} {operator}")
        else:
            x, y = corner
            self.operators.append(f"q 1 0 0 1 {x:.2f} {self._height - y:.2f} cm {path} {operator} Q")


@lru_cache(maxsize=4096)
def _rounded(width: float, height: float, radius: float) -> str:
    """The path of a rectangle with rounded corners, its lower left corner at zero."""
    inner, right, high = radius * (1 - _ROUND), width - radius, height - radius
    r, i, x, y, w, h = (f"{value:.6g}" for value in (radius, inner, right, high, width, height))
    wi, hi = f"{width - inner:.6g}", f"{height - inner:.6g}"
    return (
        f"{r} 0 m {x} 0 l {wi} 0 {w} {i} {w} {r} c {w} {y} l {w} {hi} {wi} {h} {x} {h} c "
        f"{r} {h} l {i} {h} 0 {hi} 0 {y} c 0 {r} l 0 {i} {i} 0 {r} 0 c h"
    )
