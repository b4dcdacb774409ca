"""The axes of a figure: where values stand on the page, grid lines with their numbers, and the lines drawn through values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.ticker import MaxNLocator

from mkplanner.charts.figures.labels import level_labels
from mkplanner.charts.figures.renderer import ink, new_figure, shapes_of
from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Point, Shape, Text


class Frame:
    """Axes in a place on the page, inside margins that are left for words; `words` are drawn on top of everything."""

    def __init__(self, place: Rect, left: float, bottom: float, top: float, right: float) -> None:
        tall = max(place.height - top - bottom, 8.0)
        self.inner = Rect(place.x + left, place.y + top, max(place.width - left - right, 8.0), tall)
        self.words: list[Shape] = []
        self._figure = new_figure(self.inner)
        self.axes: Any = self._figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()

    def scale(self, across: tuple[float, float], upwards: tuple[float, float]) -> None:
        """Say which values stand at the ends: left and right, bottom and top."""
        self.axes.set_xlim(*across)
        self.axes.set_ylim(*upwards)

    def at(self, x: float, y: float) -> Point:
        """Where a value stands on the page."""
        across, up = self.axes.transData.transform((x, y))
        return self.inner.x + float(across), self.inner.bottom - float(up)

    def line(self, points: Sequence[Point], colour: str, thick: float, **more: Any) -> None:
        """Draw a line through values, on top of bars unless another `zorder` is given."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.axes.plot(xs, ys, color=ink(colour), linewidth=thick, clip_on=False, **{"zorder": 2, **more})

    def shapes(self) -> list[Shape]:
        """Everything drawn, and the words."""
        return [*shapes_of(self._figure), *self.words]


def upright_frame(names: Sequence[str], place: Rect, size: float, most: float) -> Frame:
    """A frame from 0 to a round number above `most`, its grid lines numbered at the left and its categories named below.

    Category n reaches from n to n + 1.
    """
    ticks = _ticks(most)
    left = max(width(f"{tick:,}", "regular", size) for tick in ticks) + 6
    labels, tall = level_labels(names, place.width - left - 3, size)
    frame = Frame(place, left, tall + 5, 1.4 * size, 3.0)
    frame.scale((0, len(names)), (0, ticks[-1]))
    for tick in ticks:
        colour, thick = ("grid2", 0.5) if tick else ("edge", 0.8)
        frame.line(((0, tick), (len(names), tick)), colour, thick, zorder=0)
        number = f"{tick:,}"
        x, y = frame.inner.x - 5 - width(number, "regular", size), frame.at(0, tick)[1] + 0.36 * size
        frame.words.append(Text(x, y, number, "regular", size, "text2"))
    frame.words += labels(lambda place: frame.at(place, 0)[0], frame.inner.bottom)
    return frame


def _ticks(most: float) -> list[int]:
    """Nought and at most four round whole numbers, the last not below `most`."""
    found = MaxNLocator(nbins=4, integer=True, steps=[1, 2, 5, 10]).tick_values(0, max(most, 1))
    return [int(tick) for tick in found if tick >= 0]
