"""Patterns that fill bars and stretches so that they can be told apart in grey: solid, hatched, dotted, ruled and blank.

A pattern goes by the sign that matplotlib uses for its hatches ("/", ".", "|", "-", "+"); `SOLID`, `PALE` and `BLANK` fill
evenly. Every pattern stands in a frame of its own, so that its edge is seen where its fill is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Circle, Hatch, Line, Shape
from mkplanner.models.status import Status

SOLID, PALE, BLANK = "solid", "pale", ""
HATCHED, DOTTED, UPRIGHT, LEVEL, DASHED = "/", ".", "|", "-", "+"

STATUS_PATTERNS: Mapping[Status | None, str] = {
    Status.COMPLETE: SOLID,
    Status.ON_TRACK: HATCHED,
    Status.AT_RISK: DOTTED,
    Status.LATE: UPRIGHT,
    Status.NOT_STARTED: BLANK,
    Status.SUSPENDED: LEVEL,
    None: DASHED,
}
"""The pattern of each status; None stands for rows of which nothing is known."""


def filled(pattern: str, rect: Rect, edge: float = 0.8) -> list[Shape]:
    """Return a rectangle filled with a pattern, on a white ground and in a black frame of this thickness."""
    return [Box(rect, "base"), *_PATTERNS[pattern](rect), Box(rect, stroke="text", width=edge)]


def _solid(rect: Rect) -> Iterator[Shape]:
    yield Box(rect, "mark")


def _pale(rect: Rect) -> Iterator[Shape]:
    yield Box(rect, "mark_fill")


def _blank(rect: Rect) -> Iterator[Shape]:
    yield from ()


def _hatched(rect: Rect) -> Iterator[Shape]:
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    yield Hatch(corners, "mark", 5.0, 2.2)


def _dotted(rect: Rect) -> Iterator[Shape]:
    yield Box(rect, "status_A_tint")
    for row in range(int(rect.height / 4)):
        x = rect.x + (2.5 if row % 2 else 4.5)
        while x < rect.right - 1.2:
            yield Circle(x, rect.y + 2 + 4 * row, 0.9, "text")
            x += 4


def _upright(rect: Rect) -> Iterator[Shape]:
    yield Box(rect, "status_R_tint")
    x = rect.x + 2
    while x < rect.right - 0.8:
        yield Line(x, rect.y, x, rect.bottom, "error", 1.2)
        x += 3.2


def _level(rect: Rect) -> Iterator[Shape]:
    for number in range(1, int(rect.height / 4)):
        yield Line(rect.x, rect.y + 4 * number, rect.right, rect.y + 4 * number, "edge", 0.8)


def _dashed(rect: Rect) -> Iterator[Shape]:
    for number in range(1, int(rect.height / 4)):
        yield Line(rect.x, rect.y + 4 * number, rect.right, rect.y + 4 * number, "edge", 0.8, (1.0, 4.0))


_PATTERNS: Mapping[str, Callable[[Rect], Iterator[Shape]]] = {
    SOLID: _solid,
    PALE: _pale,
    BLANK: _blank,
    HATCHED: _hatched,
    DOTTED: _dotted,
    UPRIGHT: _upright,
    LEVEL: _level,
    DASHED: _dashed,
}
