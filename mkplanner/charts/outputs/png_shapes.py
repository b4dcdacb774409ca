"""Shapes to the pixels of a picture, through Agg, which matplotlib brings along; letters are outlines of our own fonts.

Letters stand where layout has put them, to a part of a pixel, so a picture is the PDF's page and never breaks a line anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, TransformedPath
from PIL import Image

from mkplanner.charts.drawing import Drawing
from mkplanner.charts.fonts import font_path, readable, runs, width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.svg_shapes import hatch_lines
from mkplanner.charts.palette import Palette
from mkplanner.charts.shapes import Bitmap, Box, Circle, Fade, Hatch, Line, Point, Polygon, Shape, Text

_UNITS = 100.0
"""The size at which letters are fetched from a font."""
_STEPS = 24
"""The strips a fade is painted in."""


class PngShapes(Drawing[None]):
    """A picture being painted: `rect` of the page at `dpi` dots per inch, on a ground of its own or none."""

    def __init__(self, rect: Rect, dpi: float, palette: Palette, ground: str | None = "base") -> None:
        super().__init__()
        self.scale = dpi / 72
        self.width = max(1, round(rect.width * self.scale))
        self.height = max(1, round(rect.height * self.scale))
        self._palette = palette
        self._renderer: Any = RendererAgg(self.width, self.height, dpi)  # type: ignore[no-untyped-call]
        self._place = Affine2D().translate(-rect.x, -rect.y).scale(self.scale, -self.scale).translate(0, self.height)
        self._clips: list[TransformedPath] = []  # Agg knows the last one by its address, which must not be used again
        if ground is not None:
            self._paint(_rectangle(rect), ground, None, 0.0, ())

    def write(self, shapes: Iterable[Shape]) -> None:
        """Paint shapes in order, later ones on top."""
        for shape in shapes:
            self.draw(shape)

    def pixels(self) -> Any:
        """Return the picture as rows of red, green, blue and strength."""
        return np.asarray(self._renderer.buffer_rgba())

    def _paint(
        self,
        path: Path,
        fill: str | None,
        stroke: str | None,
        wide: float,
        dash: Sequence[float],
        *,
        within: Path | None = None,
        strength: float = 1.0,
    ) -> None:
        pen = self._renderer.new_gc()
        pen.set_snap(False)
        pen.set_linewidth(wide if stroke else 0.0)  # in points; the renderer knows the dots
        pen.set_joinstyle("miter")
        pen.set_capstyle("butt")
        if stroke:
            pen.set_foreground(to_rgba(self._palette[stroke]), isRGBA=True)
            if dash:
                pen.set_dashes(0, list(dash))
        if within is not None:
            self._clips.append(TransformedPath(within, self._place))
            pen.set_clip_path(self._clips[-1])
        colour = to_rgba(self._palette[fill], strength) if fill else None
        self._renderer.draw_path(pen, path, self._place, colour)
        pen.restore()

    def _text(self, shape: Text) -> None:
        x = 0.0
        turn = Affine2D().rotate_deg(-90) if shape.turned else Affine2D()
        for face, words, _ in runs(readable(shape.words.rstrip()), shape.face):
            outline = _outline(face, words)
            if outline is not None:
                size = shape.size / _UNITS
                move = Affine2D().scale(size, -size).translate(x, 0) + turn + Affine2D().translate(shape.x, shape.y)
                self._paint(outline.transformed(move), shape.colour, None, 0.0, ())
            x += width(words, face, shape.size)

    def _box(self, shape: Box) -> None:
        self._paint(_rounded(shape.rect, shape.radius), shape.fill, shape.stroke, shape.width, shape.dash)

    def _line(self, shape: Line) -> None:
        path = Path([(shape.x1, shape.y1), (shape.x2, shape.y2)])
        self._paint(path, None, shape.colour, shape.width, shape.dash)

    def _polygon(self, shape: Polygon) -> None:
        self._paint(_edges(shape.points, closed=shape.closed), shape.fill, shape.stroke, shape.width, shape.dash)

    def _circle(self, shape: Circle) -> None:
        path = Path.circle((shape.x, shape.y), shape.radius)
        self._paint(path, shape.fill, shape.stroke, shape.width, shape.dash)

    def _fade(self, shape: Fade) -> None:
        wide = shape.rect.width / _STEPS
        for number in range(_STEPS):
            strength = shape.left + (shape.right - shape.left) * (number + 0.5) / _STEPS
            strip = Rect(shape.rect.x + number * wide, shape.rect.y, wide, shape.rect.height)
            self._paint(_rectangle(self._on_pixels(strip)), shape.colour, None, 0.0, (), strength=strength)

    def _on_pixels(self, rect: Rect) -> Rect:
        """A strip whose upright sides lie between pixels, so that no seam shows beside the next one."""
        origin = self._place.inverted().transform((0, 0))[0]
        left, right = (origin + round((x - origin) * self.scale) / self.scale for x in (rect.x, rect.right))
        return Rect(left, rect.y, right - left, rect.height)

    def _bitmap(self, shape: Bitmap) -> None:
        """Put the dots of a picture onto those of the page, as many as fit."""
        left, low = self._place.transform((shape.rect.x, shape.rect.bottom))
        size = (max(1, round(shape.rect.width * self.scale)), max(1, round(shape.rect.height * self.scale)))
        picture = Image.open(BytesIO(shape.data)).convert("RGBA").resize(size, Image.Resampling.LANCZOS)
        self._renderer.draw_image(self._renderer.new_gc(), round(left), round(low), np.asarray(picture)[::-1])

    def _hatch(self, shape: Hatch) -> None:
        points = [point for x1, y1, x2, y2 in hatch_lines(shape) for point in ((x1, y1), (x2, y2))]
        codes = [Path.MOVETO, Path.LINETO] * (len(points) // 2)
        within = _edges(shape.points, closed=True)
        self._paint(Path(points, codes), None, shape.colour, shape.width, (), within=within)


def _rectangle(rect: Rect) -> Path:
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    return _edges(corners, closed=True)


def _edges(points: Sequence[Point], *, closed: bool) -> Path:
    return Path([*points, points[0]], closed=True) if closed else Path(list(points))


def _rounded(rect: Rect, radius: float) -> Path:
    radius = min(radius, rect.width / 2, rect.height / 2)
    if radius <= 0:
        return _rectangle(rect)
    left, right, top, bottom = rect.x, rect.right, rect.y, rect.bottom
    points = [
        (left + radius, top),
        (right - radius, top),
        (right, top),
        (right, top + radius),
        (right, bottom - radius),
        (right, bottom),
        (right - radius, bottom),
        (left + radius, bottom),
        (left, bottom),
        (left, bottom - radius),
        (left, top + radius),
        (left, top),
        (left + radius, top),
        (left + radius, top),
    ]
    corner = [Path.CURVE3, Path.CURVE3]
    codes = [Path.MOVETO, *([Path.LINETO, *corner] * 4), Path.CLOSEPOLY]
    return Path(points, codes)


@lru_cache(maxsize=8)
def _font(face: str) -> FT2Font:
    font = FT2Font(str(font_path(face)))
    font.set_size(_UNITS, 72)
    return font


@lru_cache(maxsize=4000)
def _letter(face: str, character: str) -> tuple[Any, Any]:
    font = _font(face)
    font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return font.get_path()


def _outline(face: str, words: str) -> Path | None:
    """All letters of some words as one path, each where the widths of the font put it."""
    points, codes, x = [], [], 0.0
    for character in words:
        corners, kinds = _letter(face, character)
        if len(corners):
            points.append(corners + np.array((x, 0.0)))
            codes.append(kinds)
        x += width(character, face, _UNITS)
    return Path(np.concatenate(points), np.concatenate(codes)) if points else None
