"""What a figure says before anything is drawn: its numbers, its sentence for who cannot see it, and the table beside it.

`numbers.py` makes figures of a plan; drawing them is left to `plots.py`, which is loaded when the first is wanted.
"""

from __future__ import annotations

import os
from enum import StrEnum

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Shape
from mkplanner.paths import subfolder
from mkplanner.records import frozen


class Chart(StrEnum):
    """The form of a figure: a curve over time, columns side by side, or bars below one another."""

    CURVE = "curve"
    COLUMNS = "columns"
    BARS = "bars"


@frozen
class Series:
    """One line of numbers: what it is called, a value for each category (None: not known), and how it is told apart.

    `pattern` is one of `patterns.py`; a curve is dashed where its pattern is not solid. `letter` is the status whose shape
    stands with it.
    """

    name: str
    values: tuple[int | None, ...]
    pattern: str
    letter: str = ""


@frozen
class Figure:
    """A figure in numbers and words; nothing is drawn yet.

    `first` heads the categories in a table ("Quarter"); `noun` is what the numbers count ("actions"); `note` says in a
    sentence or two what was counted. In a curve the values stand at the end of each category, and `now` tells how far along
    the present day is (1.5: in the middle of the second category).
    """

    id: str
    title: str
    chart: Chart
    first: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    noun: str
    note: str
    now: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for series in self.series for value in series.values)

    @property
    def words(self) -> str:
        """The figure in a sentence or two, for a reader who cannot see it."""
        form = {Chart.CURVE: "Curve", Chart.COLUMNS: "Columns", Chart.BARS: "Bars"}[self.chart]
        said = [f"{series.name}: {self._spoken(series)}" for series in self.series]
        return f"{form} of {self.noun}. {'. '.join(said)}."

    def _spoken(self, series: Series) -> str:
        """The values by name; nought goes without saying except in a curve."""
        pairs = zip(self.categories, series.values, strict=True)
        is_curve = self.chart is Chart.CURVE
        return ", ".join(f"{name} {value:,}" for name, value in pairs if value or (is_curve and value is not None))

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of its table."""
        return (self.first, *(series.name for series in self.series))

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The rows of its table, a category each; a dash stands for what is not known."""
        return [
            (category, *("–" if series.values[at] is None else f"{series.values[at]:,}" for series in self.series))
            for at, category in enumerate(self.categories)
        ]

    def draw(self, place: Rect, size: float = 8.0) -> list[Shape]:
        """Return the figure as shapes inside a rectangle; `size` is that of the smallest words.

        Raises ValueError for a figure that is empty.
        """
        if self.is_empty:
            raise ValueError("there is nothing to draw")
        # Matplotlib keeps a list of fonts; it belongs into our own folder, and is made when first wanted.
        os.environ.setdefault("MPLCONFIGDIR", str(subfolder("figures")))
        from mkplanner.charts.figures.plots import plot

        return plot(self, place, size)
