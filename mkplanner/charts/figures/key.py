"""The key above a figure: a sample of each pattern or line, the shape of a status where it stands for one, and its name."""

from __future__ import annotations

from collections.abc import Sequence

from mkplanner.charts.figures.figure import Chart, Series
from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.patterns import SOLID, filled
from mkplanner.charts.shapes import Circle, Line, Shape, Text
from mkplanner.charts.status_marks import half_width, status_shape
from mkplanner.charts.textfit import shorten
from mkplanner.records import frozen

DASHES = (4.0, 2.5)
_SAMPLE = 18.0
_GAP, _APART = 5.0, 16.0


@frozen
class Key:
    """The shapes of a key and how much of the figure's height they take."""

    shapes: tuple[Shape, ...]
    height: float


def key_of(series: Sequence[Series], chart: Chart, place: Rect, size: float) -> Key:
    """Lay the key out in as many rows as the width of a figure asks for."""
    row = 1.9 * size
    x, y = place.x, place.y + row / 2
    shapes: list[Shape] = []
    for one in series:
        total = _width(one, size)
        if x > place.x and x + total > place.right:
            x, y = place.x, y + row
        shapes += _entry(one, chart, x, y, size, place.right)
        x += total + _APART
    return Key(tuple(shapes), y + row / 2 - place.y + 0.5 * size)


def _width(series: Series, size: float) -> float:
    sign = 2 * half_width(series.letter, 0.8 * size) + _GAP if series.letter else 0.0
    return _SAMPLE + _GAP + sign + width(series.name, "regular", size)


def _entry(series: Series, chart: Chart, x: float, y: float, size: float, right: float) -> list[Shape]:
    shapes: list[Shape] = []
    if chart is Chart.CURVE:
        shapes += sample_line(series, x, y)
    else:
        shapes += filled(series.pattern, Rect(x, y - 0.5 * size, _SAMPLE, size))
    x += _SAMPLE + _GAP
    if series.letter:
        half = half_width(series.letter, 0.8 * size)
        shapes += status_shape(series.letter, x + half, y, 0.8 * size)
        x += 2 * half + _GAP
    words = shorten(series.name, "regular", size, max(right - x, size))
    return [*shapes, Text(x, y + 0.36 * size, words, "regular", size)]


def sample_line(series: Series, x: float, y: float) -> list[Shape]:
    """A short piece of a curve with one of its marks: a hollow circle on a dashed line, a full one on a solid line."""
    is_solid = series.pattern == SOLID
    line = Line(x, y, x + _SAMPLE, y, "mark", 1.6 if is_solid else 1.2, () if is_solid else DASHES)
    mark = Circle(x + _SAMPLE / 2, y, 2.6, "mark" if is_solid else "base", "mark", 1.2)
    return [line, mark]
