"""Draws figures: a curve over time, columns side by side, or bars below one another, with numbers at what they count.

Matplotlib scales and draws lines, bars and grid; words, numbers and the key are laid out by us, because they have to stand
clear of one another at no less than the size they are asked for. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mkplanner.charts.figures.figure import Chart, Figure, Series
from mkplanner.charts.figures.frame import Frame, upright_frame
from mkplanner.charts.figures.key import DASHES, key_of
from mkplanner.charts.figures.labels import above, boxed, side_labels
from mkplanner.charts.figures.renderer import ink
from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.patterns import BLANK, PALE, SOLID
from mkplanner.charts.shapes import Box, Line, Point, Shape, Text

_THICK = 0.62
"""How much of its category's room a column or bar takes."""
_FILLS = {SOLID: "mark", PALE: "mark_fill", BLANK: "base"}
_SIDE_SHARE = 0.36
"""How much of a figure's width the names beside its bars may take."""


def plot(figure: Figure, place: Rect, size: float) -> list[Shape]:
    """Return a figure as shapes inside a place on the page: the key above, the drawing below it."""
    key = key_of(figure.series, figure.chart, place, size)
    below = Rect(place.x, place.y + key.height, place.width, place.height - key.height)
    draw = {Chart.CURVE: _curve, Chart.COLUMNS: _columns, Chart.BARS: _bars}[figure.chart]
    return [*key.shapes, *draw(figure, below, size).shapes()]


def _columns(figure: Figure, place: Rect, size: float) -> Frame:
    totals = _totals(figure)
    frame = upright_frame(figure.categories, place, size, max(totals))
    room = frame.inner.width / len(totals)
    has_totals = width(f"{max(totals):,}", "bold", size) <= room - 2
    for at, total in enumerate(totals):
        middle = at + 0.5
        for series, low, value in _parts(figure, at):
            frame.axes.bar(middle, value, _THICK, low, **_look(series))
            (x, bottom), (_, top) = frame.at(middle, low), frame.at(middle, low + value)
            if bottom - top >= size + 5 and width(f"{value:,}", "regular", size) + 5 <= _THICK * room:
                frame.words += boxed(f"{value:,}", x, (bottom + top) / 2, size)
        if total and has_totals:
            frame.words += above(f"{total:,}", *frame.at(middle, total), size)
    return frame


def _bars(figure: Figure, place: Rect, size: float) -> Frame:
    totals, count = _totals(figure), len(figure.categories)
    labels, left = side_labels(figure.categories, _SIDE_SHARE * place.width, place.height / count, size)
    frame = Frame(place, left + 7, 2.0, 0.0, width(f"{max(totals):,}", "bold", size) + 8)
    frame.scale((0, max(totals)), (count, 0))
    frame.line(((0, 0), (0, count)), "edge", 0.8)
    frame.words += labels(lambda at: frame.at(0, at + 0.5)[1], place.x + left)
    for at, total in enumerate(totals):
        middle = at + 0.5
        for series, low, value in _parts(figure, at):
            frame.axes.barh(middle, value, _THICK, low, **_look(series))
            (begin, y), (end, _) = frame.at(low, middle), frame.at(low + value, middle)
            if end - begin >= width(f"{value:,}", "regular", size) + 8:
                frame.words += boxed(f"{value:,}", (begin + end) / 2, y, size)
        x, y = frame.at(total, middle)
        frame.words.append(Text(x + 4, y + 0.36 * size, f"{total:,}", "bold", size))
    return frame


def _curve(figure: Figure, place: Rect, size: float) -> Frame:
    most = max(value for series in figure.series for value in series.values if value is not None)
    frame = upright_frame(figure.categories, place, size, most)
    top = frame.axes.get_ylim()[1]
    for at in range(len(figure.categories) + 1):
        frame.line(((at, 0), (at, top)), "grid", 0.5, zorder=0)
    if figure.now is not None:
        frame.words += _today(frame, figure.now, size)
    taken: set[Point] = set()
    for number, series in enumerate(figure.series):
        points = list(_points(figure, series))
        _draw_line(frame, points, is_solid=series.pattern == SOLID)
        frame.words += _values(frame, [point for point in points if point not in taken], size, upwards=not number)
        taken.update(points)
    return frame


def _draw_line(frame: Frame, points: Sequence[Point], *, is_solid: bool) -> None:
    """Draw a curve from nought on, with a mark at each value: a full circle on a solid line, a hollow one on dashes."""
    look: dict[str, Any] = {} if is_solid else {"dashes": DASHES}
    frame.line([(0, 0), *points], "mark", 1.6 if is_solid else 1.2, **look)
    face = ink("mark" if is_solid else "base")
    edge = {"markeredgecolor": ink("mark"), "markeredgewidth": 1.2}
    frame.line(points, "mark", 0.0, marker="o", markersize=5.2, markerfacecolor=face, **edge)


def _points(figure: Figure, series: Series) -> Iterator[Point]:
    """Values at the ends of their categories; a series that stops, as what has been done does, stops at the present day."""
    known = [(at, value) for at, value in enumerate(series.values) if value is not None]
    stops = len(known) < len(series.values) and figure.now is not None
    for at, value in known:
        is_last = stops and at == known[-1][0]
        yield (min(figure.now or 0.0, at + 1) if is_last else at + 1), value


def _values(frame: Frame, points: Sequence[Point], size: float, *, upwards: bool) -> list[Shape]:
    """The numbers of a curve: above its marks or below them, one for each that is new."""
    found: list[Shape] = []
    before: float | None = None
    for x, value in points:
        if value != before:
            words = f"{value:,.0f}"
            wide, (across, y) = width(words, "bold", size), frame.at(x, value)
            left = min(across - wide / 2, frame.inner.right + 3 - wide)
            baseline = y - 5.0 if upwards else y + 0.72 * size + 5.5
            ground = Rect(left - 1, baseline - 0.8 * size, wide + 2, 0.9 * size)
            found += [Box(ground, "base"), Text(left, baseline, words, "bold", size, "text" if upwards else "mark")]
        before = value
    return found


def _today(frame: Frame, now: float, size: float) -> list[Shape]:
    (x, _), wide = frame.at(now, 0), width("Today", "bold", size)
    left = min(x - wide / 2, frame.inner.right - wide)
    return [
        Line(x, frame.inner.y, x, frame.inner.bottom, "today", 1.2, (2.0, 2.0)),
        Text(left, frame.inner.y - 0.35 * size, "Today", "bold", size, "today"),
    ]


def _totals(figure: Figure) -> list[int]:
    return [sum(series.values[at] or 0 for series in figure.series) for at in range(len(figure.categories))]


def _parts(figure: Figure, at: int) -> Iterator[tuple[Series, int, int]]:
    """The parts of one column or bar: of which series, from where, and how long."""
    low = 0
    for series in figure.series:
        value = series.values[at]
        if value:
            yield series, low, value
            low += value


def _look(series: Series) -> dict[str, Any]:
    look: dict[str, Any] = {"edgecolor": ink("text"), "linewidth": 0.8, "facecolor": ink("base")}
    if series.pattern in _FILLS:
        return look | {"facecolor": ink(_FILLS[series.pattern])}
    return look | {"hatch": series.pattern}
