"""Words and numbers of a figure: categories below or beside it, and numbers on their own white ground."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Shape, Text
from mkplanner.charts.textfit import shorten, wrap

_LEADING = 1.2

Labels = Callable[[Callable[[float], float], float], list[Shape]]
"""Draws labels, told where categories stand along the axis and where the labels' edge lies."""


def level_labels(names: Sequence[str], room: float, size: float) -> tuple[Labels, float]:
    """Return labels for below the categories, and how high they are.

    Where whole names are too wide, quarters stand above their years, each year once; where even that does not fit, every
    second or third category is named.
    """
    each = room / max(len(names), 1)
    if _widest([names], size) <= each - 4:
        return _Level([(at, 1, name, 0) for at, name in enumerate(names)], size), _LEADING * size
    upper = [(at, 1, name.partition(" ")[0], 0) for at, name in enumerate(names)]
    lower = _grouped([name.partition(" ")[2] for name in names])
    upper = _thinned(upper, each, size)
    return _Level([*upper, *_thinned(lower, each, size)], size), _LEADING * size * (2 if lower else 1)


_Label = tuple[int, int, str, int]
"""Where a label begins, over how many categories it reaches, its words, and in which line it stands."""


class _Level:
    def __init__(self, labels: Sequence[_Label], size: float) -> None:
        self.labels = labels
        self.size = size

    def __call__(self, place: Callable[[float], float], top: float) -> list[Shape]:
        found: list[Shape] = []
        for at, count, words, line in self.labels:
            x = place(at + count / 2) - width(words, "regular", self.size) / 2
            y = top + 4 + 0.75 * self.size + _LEADING * self.size * line
            found.append(Text(x, y, words, "regular", self.size, "text2"))
        return found


def _grouped(words: Sequence[str]) -> list[_Label]:
    """The same words side by side as one label below all of them."""
    found: list[_Label] = []
    for at, same in enumerate(words):
        if same and found and found[-1][2] == same:
            begin, count, _, line = found[-1]
            found[-1] = (begin, count + 1, same, line)
        elif same:
            found.append((at, 1, same, 1))
    return found


def _thinned(labels: Sequence[_Label], each: float, size: float) -> list[_Label]:
    """Every label, or every second or third of them where they would run into one another."""
    for step in range(1, len(labels) + 1):
        kept = labels[::step]
        places = [(at + count / 2) * each for at, count, _, _ in kept]
        wide = [width(words, "regular", size) + 4 for _, _, words, _ in kept]
        if all(places[n + 1] - places[n] >= (wide[n] + wide[n + 1]) / 2 for n in range(len(kept) - 1)):
            return list(kept)
    return []


def side_labels(names: Sequence[str], most: float, pitch: float, size: float) -> tuple[Labels, float]:
    """Return labels for the left of bars, and how wide they are: over as many lines as the pitch of the bars holds."""
    leading = 1.15 * size
    fits = max(int(pitch / leading), 1)
    lines = [_fitted(name, most, fits, size) for name in names]
    wide = _widest(lines, size)

    def draw(place: Callable[[float], float], right: float) -> list[Shape]:
        found: list[Shape] = []
        for at, words in enumerate(lines):
            first = place(at) + 0.36 * size - (len(words) - 1) * leading / 2
            for number, line in enumerate(words):
                x = right - width(line.rstrip(), "regular", size)
                found.append(Text(x, first + leading * number, line, "regular", size))
        return found

    return draw, wide


def boxed(words: str, x: float, y: float, size: float) -> list[Shape]:
    """A number about a middle, on a white ground that keeps the pattern behind it away."""
    wide = width(words, "regular", size)
    ground = Rect(x - wide / 2 - 2.5, y - 0.62 * size, wide + 5, 1.24 * size)
    return [Box(ground, "base"), Text(x - wide / 2, y + 0.36 * size, words, "regular", size)]


def above(words: str, x: float, y: float, size: float) -> list[Shape]:
    """A bold number above a column."""
    return [Text(x - width(words, "bold", size) / 2, y - 3.5, words, "bold", size)]


def _widest(lines: Sequence[Sequence[str]], size: float) -> float:
    return max((width(line.rstrip(), "regular", size) for words in lines for line in words), default=0.0)


def _fitted(name: str, room: float, count: int, size: float) -> list[str]:
    """The whole name in so many lines, or as much of it as fits, with an ellipsis: the table beside it has all of it."""
    lines = wrap(name, "regular", size, room)
    if len(lines) <= count:
        return lines
    return [*lines[: count - 1], shorten("".join(lines[count - 1 :]), "regular", size, room)]
