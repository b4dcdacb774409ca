"""Matplotlib artists in, our shapes out: figures in our fonts and patterns, as vectors, for paper and screen alike.

A figure counts 72 dots to the inch, so that a point of matplotlib is a point on paper. Colours are `ink(token)`: stand-ins
that the renderer turns back into tokens of the palette, so that one figure serves white paper and a dark screen. Hatches
are those of `patterns.py`. Only `plots.py` imports this module, on first use, for matplotlib takes a second to load.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import matplotlib
from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from mkplanner.charts.fonts import readable, width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import PAPER
from mkplanner.charts.patterns import filled
from mkplanner.charts.shapes import Box, Circle, Line, Point, Polygon, Shape, Text

DOTS = 72
_INKS = {f"#{0x010000 + number:06x}": token for number, token in enumerate(PAPER.colours)}
_STAND_INS = {token: code for code, token in _INKS.items()}
_TURNED = 90

# A settings file of the user's, which matplotlib reads wherever it finds one, must not change what a board sees.
matplotlib.rcdefaults()


def ink(token: str) -> str:
    """Return the stand-in for a colour of the palette. Raises KeyError for a token that does not exist."""
    return _STAND_INS[token]


def new_figure(place: Rect) -> Figure:
    """Return an empty figure for this place on a page, which measures words by our own fonts."""
    figure = Figure(figsize=(place.width / DOTS, place.height / DOTS), dpi=DOTS, facecolor="none")
    _Canvas(figure, place)
    return figure


def shapes_of(figure: Figure) -> list[Shape]:
    """Return what a figure draws, where it stands on the page."""
    renderer: ShapeRenderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    renderer.shapes.clear()
    figure.draw(renderer)
    return list(renderer.shapes)


class _Canvas(FigureCanvasBase):
    """Hands a figure our renderer, whoever asks for one."""

    def __init__(self, figure: Figure, place: Rect) -> None:
        super().__init__(figure)
        self._renderer = ShapeRenderer(place)

    def get_renderer(self) -> ShapeRenderer:
        """Return the one renderer of this figure."""
        return self._renderer


class ShapeRenderer(RendererBase):
    """Collects the shapes of a figure. Clipping is left out: our figures draw nothing outside their axes."""

    def __init__(self, place: Rect) -> None:
        super().__init__()
        self.shapes: list[Shape] = []
        self._place = place
        self._down = Affine2D().scale(1, -1).translate(place.x, place.bottom)

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the figure in points."""
        return self._place.width, self._place.height

    def points_to_pixels(self, points: Any) -> Any:
        """Return a length as it is: a dot is a point."""
        return points

    def flipy(self) -> bool:
        """Whether y grows downwards: not in matplotlib's own counting."""
        return False

    def draw_path(self, gc: Any, path: Path, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """Take in a line, a polygon, or a rectangle with its pattern."""
        fill, stroke, hatch = _token(rgbFace), _pen(gc), gc.get_hatch()
        for points, closed in self._outlines(path, transform):
            rect = _rectangle(points) if closed else None
            if rect is not None and hatch:
                self.shapes += filled(hatch[0], rect, gc.get_linewidth())
            elif fill is None and stroke is None:
                continue
            elif rect is not None:
                self.shapes.append(Box(rect, fill, stroke, gc.get_linewidth(), dash=_dash(gc)))
            elif len(points) == 2 and stroke is not None:
                (x1, y1), (x2, y2) = points
                self.shapes.append(Line(x1, y1, x2, y2, stroke, gc.get_linewidth(), _dash(gc)))
            else:
                inside = fill if closed else None
                self.shapes.append(Polygon(tuple(points), inside, stroke, gc.get_linewidth(), _dash(gc), closed))

    def draw_markers(
        self,
        gc: Any,
        marker_path: Path,
        marker_trans: Any,
        path: Path,
        trans: Any,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Take in the marks of a curve: circles as circles, other forms as polygons."""
        codes: Any = marker_path.codes
        if codes is None or Path.CURVE4 not in codes:
            super().draw_markers(gc, marker_path, marker_trans, path, trans, rgbFace)
            return
        radius = float(marker_path.get_extents(marker_trans).width) / 2
        for x, y in (trans + self._down).transform(path.vertices):
            self.shapes.append(Circle(float(x), float(y), radius, _token(rgbFace), _pen(gc), gc.get_linewidth()))

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, ismath: Any = False, mtext: Any = None
    ) -> None:
        """Take in one line of words; only level ones and those that run upwards can be drawn."""
        if s.strip():
            turned = round(angle) % 360 == _TURNED
            left, baseline, size = self._place.x + x, self._place.bottom - y, prop.get_size_in_points()
            self.shapes.append(
                Text(left, baseline, readable(s), _face(prop), size, _token(gc.get_rgb()) or "text", turned)
            )

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
        """Measure words as paper measures them."""
        size = prop.get_size_in_points()
        return width(readable(s), _face(prop), size), 0.95 * size, 0.22 * size

    def _get_font_height_metrics(self, prop: Any) -> tuple[float, float, float]:
        """Answer what matplotlib would otherwise look up in a font file of its own."""
        size = prop.get_size_in_points()
        return 0.73 * size, 0.22 * size, 0.25 * size

    def _outlines(self, path: Path, transform: Any) -> Iterator[tuple[list[Point], bool]]:
        outlines: Any = path.to_polygons(transform + self._down, closed_only=False)
        for corners in outlines:
            points = [(float(x), float(y)) for x, y in corners if math.isfinite(x) and math.isfinite(y)]
            if len(points) < 2:
                continue
            closed = len(points) > 2 and points[0] == points[-1]
            yield (points[:-1] if closed else points), closed


def _pen(gc: Any) -> str | None:
    """Return the token of the line round a figure, None where it has none."""
    return _token(gc.get_rgb()) if gc.get_linewidth() > 0 else None


def _token(colour: Any) -> str | None:
    """Return the token or "#RRGGBB" of a colour, None where there is none or it is clear."""
    if colour is None or (len(colour) > 3 and colour[3] == 0):
        return None
    code = "#" + "".join(f"{round(part * 255):02x}" for part in colour[:3])
    return _INKS.get(code, code.upper())


def _dash(gc: Any) -> tuple[float, ...]:
    _, lengths = gc.get_dashes()
    return tuple(float(length) for length in lengths) if lengths is not None else ()


def _face(prop: Any) -> str:
    return "bold" if prop.get_weight() == "bold" else "regular"


def _rectangle(points: Sequence[Point]) -> Rect | None:
    """Return the level rectangle that four corners make, or None."""
    across, down = sorted({round(x, 3) for x, _ in points}), sorted({round(y, 3) for _, y in points})
    if len(points) != 4 or len(across) != 2 or len(down) != 2:
        return None
    return Rect(across[0], down[0], across[1] - across[0], down[1] - down[0])
