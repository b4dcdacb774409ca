"""Links between two rows of a chart: where two marks stand goes in, an arrow with right angles comes out.

The same for screen and paper. An arrow leaves the mark's end (or start) sideways and comes into the other from above or
below, so that it can be followed across the rows between. A broken link is dashed and says its reason beside a warning.
"""

from __future__ import annotations

import math
from itertools import pairwise

from mkplanner.charts import fonts
from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.marks import MarkLayout
from mkplanner.charts.marks.metrics import SCREEN, MarkMetrics
from mkplanner.charts.shapes import Box, Circle, Colour, Point, Polygon, Shape, Text
from mkplanner.charts.status_marks import Measure
from mkplanner.models.plan import LinkType
from mkplanner.records import frozen

_HEAD = (7.0, 6.0)
"""Length and width of an arrow's head."""
_STUB = 8.0
"""How far an arrow runs before it turns, and how far inside a bar it arrives."""
_BEYOND = 0.66
"""How far from its middle line a mark reaches at most, in heights of a bar."""
_DASH = (4.0, 2.5)


@frozen
class LinkEnd:
    """One row that a link touches: the ends of its marks, its own top and bottom, and where its status shape ends."""

    start: Point
    end: Point
    top: float
    bottom: float
    clear: float = -math.inf


@frozen
class Arrow:
    """A link drawn: `shapes` belong below the marks, `turn` is the stretch on which it turns.

    `spots` are where the reason of a broken one may stand, best first: x, y, and whether it goes on to the right from there.
    """

    shapes: tuple[Shape, ...]
    turn: tuple[Point, Point]
    broken: bool
    points: tuple[Point, ...] = ()
    spots: tuple[tuple[float, float, bool], ...] = ()

    def is_near(self, x: float, y: float, reach: float = 4.0) -> bool:
        """Whether a point lies on the arrow's line, give or take `reach`; its sides are all upright or level."""
        return any(
            min(x1, x2) - reach <= x <= max(x1, x2) + reach and min(y1, y2) - reach <= y <= max(y1, y2) + reach
            for (x1, y1), (x2, y2) in pairwise(self.points)
        )

    @property
    def bounds(self) -> Rect:
        """The rectangle around the line and its head."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        left, top = min(xs) - _HEAD[0], min(ys) - _HEAD[0]
        return Rect(left, top, max(xs) + _HEAD[0] - left, max(ys) + _HEAD[0] - top)


def end_of(layout: MarkLayout | None, top: float, bottom: float, down: float = 0.0) -> LinkEnd | None:
    """Return where links may touch a row whose marks were laid out `down` above their place; None without a mark."""
    if layout is None or layout.start is None or layout.end is None:
        return None
    (left, first), (right, last) = layout.start, layout.end
    return LinkEnd((left, first + down), (right, last + down), top, bottom, layout.clear)


def link_arrow(
    sort: LinkType,
    before: LinkEnd,
    after: LinkEnd,
    *,
    broken: bool = False,
    strong: bool = False,
    chosen: bool = False,
    metrics: MarkMetrics = SCREEN,
) -> Arrow:
    """Draw the link from one row to another; `strong` is twice as heavy (the critical chain), `chosen` has knobs."""
    leaves_right = sort in (LinkType.FS, LinkType.FF)
    arrives_left = sort in (LinkType.FS, LinkType.SS)
    origin = before.end if leaves_right else before.start
    goal = after.start if arrives_left else after.end
    if leaves_right is arrives_left:
        points, turn = _through(origin, goal, before, after, 1 if leaves_right else -1, metrics)
    else:
        points, turn = _around(origin, goal, -1 if arrives_left else 1)
    shapes = _drawn(points, metrics, broken=broken, strong=strong or chosen)
    spots = _spots(turn, before, after, metrics) if broken else ()
    return Arrow((*shapes, *(_knobs(points, metrics) if chosen else ())), turn, broken, tuple(points), spots)


def _through(
    origin: Point, goal: Point, before: LinkEnd, after: LinkEnd, way: int, m: MarkMetrics
) -> tuple[list[Point], tuple[Point, Point]]:
    """On in the direction of time and into the other mark from above or below; back along the row's edge if it is earlier."""
    down = 1 if after.top >= before.top else -1
    long = after.end[0] - after.start[0]
    x0, x1 = origin[0], goal[0] + way * min(_STUB, long / 2)
    reach = _BEYOND * m.height + 0.5
    arrival = (x1, goal[1] - down * reach)
    if (x1 - x0) * way >= 1:
        return [origin, (x1, origin[1]), arrival], ((x0, origin[1]), (x1, origin[1]))
    lane = after.top if down > 0 else after.bottom
    lane = min(lane, arrival[1] - _HEAD[0]) if down > 0 else max(lane, arrival[1] + _HEAD[0])
    leave = (x0 - way * min(1.0, (before.end[0] - before.start[0]) / 2), origin[1] + down * 0.5 * m.height)
    return [leave, (leave[0], lane), (x1, lane), arrival], ((x1, lane), (leave[0], lane))


def _spots(
    turn: tuple[Point, Point], before: LinkEnd, after: LinkEnd, m: MarkMetrics
) -> tuple[tuple[float, float, bool], ...]:
    """Right of the turn or left of it, but clear of the row it starts from where that is close; else beside the other mark."""
    low, high = sorted(point[0] for point in turn)
    y = turn[0][1]
    if abs(y - before.end[1]) < m.status + m.label:
        low, high = min(low, before.start[0]), max(high, before.clear - _STUB + m.gap)
    beside = max(after.end[0], after.clear - _STUB + m.gap)
    return (high + _STUB, y, True), (low - _STUB, y, False), (beside + _STUB, after.end[1], True)


def _around(origin: Point, goal: Point, way: int) -> tuple[list[Point], tuple[Point, Point]]:
    """Out on the side that both ends share, along, and in again from that side."""
    x = (min if way < 0 else max)(origin[0], goal[0]) + way * (_STUB + _HEAD[0])
    return [origin, (x, origin[1]), (x, goal[1]), goal], ((x, origin[1]), (x, goal[1]))


def _knobs(points: list[Point], m: MarkMetrics) -> tuple[Shape, ...]:
    """A ring at each end and corner of a chosen link."""
    return tuple(Circle(x, y, 0.25 * m.height, "base", "focus", 1.5) for x, y in points)


def _drawn(points: list[Point], m: MarkMetrics, *, broken: bool, strong: bool) -> tuple[Shape, ...]:
    (px, py), (tip, ty) = points[-2], points[-1]
    length, half = _HEAD[0], _HEAD[1] / 2
    colour = "broken" if broken else "arrow"
    if px == tip:
        back = ty - length if ty > py else ty + length
        head, neck = ((tip - half, back), (tip, ty), (tip + half, back)), (tip, back)
    else:
        back = tip - length if tip > px else tip + length
        head, neck = ((back, ty - half), (tip, ty), (back, ty + half)), (back, ty)
    thin = m.link * (2 if strong else 1)
    line = Polygon((*points[:-1], neck), None, colour, 1.2 * thin if broken else thin, _DASH if broken else (), False)
    return line, Polygon(head, colour)


def link_draft(origin: Point, pointer: Point, leaves_right: bool, *, metrics: MarkMetrics = SCREEN) -> Arrow:
    """Draw a link that is on its way to wherever the pointer is: dashed, out of the mark and to the pointer."""
    way = 1 if leaves_right else -1
    x = origin[0] + way * _STUB
    points = [origin, (x, origin[1]), (x, pointer[1]), pointer]
    line = Polygon(tuple(points), None, "accent", 1.5 * metrics.link, _DASH, False)
    return Arrow((line,), (points[1], points[2]), False, tuple(points))


def _with_room(
    spots: tuple[tuple[float, float, bool], ...], wide: float, visible: tuple[float, float]
) -> tuple[float, float]:
    """Where something so wide begins; where no spot has room, at the edge of what is visible."""
    placed = [(x if goes_right else x - wide, y) for x, y, goes_right in spots]
    for left, y in placed:
        if left > visible[0] and left + wide <= visible[1]:
            return left, y
    return max(min(placed[0][0], visible[1] - wide), visible[0] + 1), placed[0][1]


def link_reason(
    arrow: Arrow,
    words: str,
    visible: tuple[float, float],
    *,
    metrics: MarkMetrics = SCREEN,
    measure: Measure = fonts.width,
    ground: Colour = "base",
) -> tuple[Shape, ...]:
    """The reason of a broken link, with a warning triangle, at the first of its spots with room; it stands above marks."""
    size, half = metrics.label, 0.58 * metrics.label
    wide = 2.4 * half + 3 + measure(words, "bold", size)
    left, y = _with_room(arrow.spots, wide, visible)
    x = left + 1.2 * half
    triangle = ((x, y - 1.15 * half), (x + 1.2 * half, y + 0.9 * half), (x - 1.2 * half, y + 0.9 * half))
    mark = measure("!", "bold", 1.3 * half)
    behind = Rect(left - 2, y - 0.5 * size, wide + 4, 1.1 * size)
    return (
        Box(behind, ground, radius=metrics.radius),
        Polygon(triangle, ground, "broken", metrics.outline),
        Text(x - mark / 2, y + 0.72 * half, "!", "bold", 1.3 * half, "broken"),
        Text(left + 2.4 * half + 3, y + 0.35 * size, words, "bold", size, "broken"),
    )
