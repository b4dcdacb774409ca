"""The parts that marks are made of: bars, soft bars, open bars, diamonds, lead-ins and ticks, each about a middle line.

Everything is cut to a stretch of x, `Cut`, because paper has no edge that hides what reaches over it. A side that was cut
has no outline, so nobody takes the page's edge for the end of the work.
"""

from __future__ import annotations

from mkplanner.charts.geometry import Rect, corners
from mkplanner.charts.marks.metrics import MarkMetrics
from mkplanner.charts.shapes import Box, Fade, Hatch, Line, Point, Polygon, Shape
from mkplanner.records import frozen


@frozen
class Look:
    """How firm a mark is: plain, hatched (a condition, or a revised date), dashed outline (a condition), or complete."""

    hatched: bool = False
    dashed: bool = False
    complete: bool = False

    @property
    def fill(self) -> str:
        """The colour inside a bar."""
        return "mark" if self.complete else ("base" if self.hatched else "mark_fill")


@frozen
class Cut:
    """The stretch of x that may be drawn on."""

    left: float
    right: float

    def meets(self, x0: float, x1: float) -> bool:
        """Whether anything between x0 and x1 can be seen."""
        return x1 > self.left and x0 < self.right

    def holds(self, x: float) -> bool:
        """Whether a place lies inside."""
        return self.left <= x <= self.right


def bar(x0: float, x1: float, y: float, look: Look, m: MarkMetrics, cut: Cut, done: float = 0.0) -> list[Shape]:
    """Work from start to end; `done` is the share that is finished, drawn solid from the left."""
    left, right = max(x0, cut.left), min(x1, cut.right)
    rect = Rect(left, y - m.height / 2, right - left, m.height)
    shapes = _filled(rect, x0 >= cut.left, x1 <= cut.right, look, m)
    ready = min(x0 + (x1 - x0) * done, right)
    if done > 0 and not look.complete and ready > left:
        part = Rect(left, rect.y, ready - left, rect.height)
        shapes.append(Box(part, "mark", "mark" if x0 >= cut.left else None, m.outline, m.radius))
    return shapes


def _filled(rect: Rect, starts: bool, ends: bool, look: Look, m: MarkMetrics) -> list[Shape]:
    dash = m.dash if look.dashed else ()
    whole = starts and ends
    if whole and not look.hatched:
        return [Box(rect, look.fill, "mark", m.outline, m.radius)]
    shapes: list[Shape] = [Box(rect, look.fill)]
    if look.hatched:
        shapes.append(Hatch(corners(rect.inset(m.clear, m.clear)), "mark", m.hatch_step, m.hatch_width))
    if whole:
        shapes.append(Box(rect, None, "mark", m.outline, m.radius, dash))
    elif starts or ends:
        open_side, shut = (rect.right, rect.x) if starts else (rect.x, rect.right)
        path = ((open_side, rect.y), (shut, rect.y), (shut, rect.bottom), (open_side, rect.bottom))
        shapes.append(Polygon(path, None, "mark", m.outline, dash, closed=False))
    else:
        shapes += [Line(rect.x, edge, rect.right, edge, "mark", m.outline, dash) for edge in (rect.y, rect.bottom)]
    return shapes


def soft_bar(x0: float, x1: float, y: float, look: Look, m: MarkMetrics, cut: Cut, done: float = 0.0) -> list[Shape]:
    """Some time in this stretch: fill and rules fade about each nominal end, which keeps a dotted tick."""
    reach = min(m.fade, (x1 - x0) / 2)
    top, rule = y - m.height / 2, m.outline
    shapes: list[Shape] = []
    if look.hatched:
        middle = Rect(max(x0, cut.left), top, min(x1, cut.right) - max(x0, cut.left), m.height)
        shapes += [
            Box(middle, "base"),
            Hatch(corners(middle.inset(m.clear, m.clear)), "mark", m.hatch_step, m.hatch_width),
        ]
    else:
        shapes += _faded(x0, x1, reach, Rect(0, top, 0, m.height), look.fill, cut)
    if done > 0 and not look.complete:
        shapes += _piece(Rect(x0, top, (x1 - x0) * done, m.height), "mark", 1, 1, cut)
    for edge in (top, top + m.height):
        if look.dashed:
            ends = max(x0 - reach, cut.left), min(x1 + reach, cut.right)
            shapes.append(Line(ends[0], edge, ends[1], edge, "mark", rule, m.dash))
        else:
            shapes += _faded(x0, x1, reach, Rect(0, edge - rule / 2, 0, rule), "mark", cut)
    for x in (x0, x1):
        if cut.holds(x):
            colour = "mark_text" if look.complete else "mark"
            shapes.append(Line(x, top + 2 * rule, x, top + m.height - rule, colour, 1.0, m.nominal_dots))
    return shapes


def _faded(x0: float, x1: float, reach: float, band: Rect, colour: str, cut: Cut) -> list[Shape]:
    """A band of one colour that fades in about x0 and out about x1."""
    inner, far = x0 + reach, x1 - reach
    return [
        *_piece(Rect(x0 - reach, band.y, 2 * reach, band.height), colour, 0, 1, cut),
        *_piece(Rect(inner, band.y, far - inner, band.height), colour, 1, 1, cut),
        *_piece(Rect(far, band.y, 2 * reach, band.height), colour, 1, 0, cut),
    ]


def _piece(rect: Rect, colour: str, left: float, right: float, cut: Cut) -> list[Shape]:
    """A fade, or a plain box where its strength does not change, cut to what may be drawn on."""
    x0, x1 = max(rect.x, cut.left), min(rect.right, cut.right)
    if x1 - x0 < 0.01:
        return []
    part = Rect(x0, rect.y, x1 - x0, rect.height)
    if left == right == 1:
        return [Box(part, colour)]
    slope = (right - left) / rect.width
    return [Fade(part, colour, left + slope * (x0 - rect.x), left + slope * (x1 - rect.x))]


def open_bar(x0: float, tip: float, y: float, look: Look, m: MarkMetrics, cut: Cut) -> list[Shape]:
    """Work without an end: a bar with an arrow's head whose tip stands at `tip`, the chart's edge."""
    left, half = max(x0, cut.left), m.height / 2
    neck = max(tip - m.head * m.height, left)
    outline: tuple[Point, ...] = (
        (left, y - half),
        (neck, y - half),
        (neck, y - half - m.wing),
        (tip, y),
        (neck, y + half + m.wing),
        (neck, y + half),
        (left, y + half),
    )
    dash = m.dash if look.dashed else ()
    if not look.hatched and x0 >= cut.left:
        return [Polygon(outline, look.fill, "mark", m.outline)]
    shapes: list[Shape] = [Polygon(outline, look.fill)]
    if look.hatched:
        body = Rect(left, y - half, neck - left, m.height).inset(m.clear, m.clear)
        head = ((neck, y - half), (tip - 2 * m.clear, y), (neck, y + half))
        shapes += [Hatch(figure, "mark", m.hatch_step, m.hatch_width) for figure in (corners(body), head)]
    shapes.append(Polygon(outline, None, "mark", m.outline, dash, closed=x0 >= cut.left))
    return shapes


def diamond_points(x: float, y: float, half: float) -> tuple[Point, ...]:
    """The corners of a diamond about a middle."""
    return (x - half, y), (x, y - half), (x + half, y), (x, y + half)


def diamond_half(look: Look, m: MarkMetrics) -> float:
    """How far a diamond of this look reaches from its middle."""
    if look.complete:
        return m.ticked * m.height
    if look.hatched:
        return (m.hatched if look.dashed else m.revised) * m.height
    return m.diamond * m.height


def diamond(x: float, y: float, look: Look, m: MarkMetrics) -> list[Shape]:
    """One day: solid, hatched, or with a tick once it is complete."""
    half = diamond_half(look, m)
    points = diamond_points(x, y, half)
    if look.complete:
        return [Polygon(points, "mark", "mark", m.outline), tick(x, y, 0.8 * m.height, m.tick)]
    if not look.hatched:
        return [Polygon(points, "mark", "mark", m.outline)]
    return [
        Polygon(points, "base"),
        Hatch(diamond_points(x, y, half - 1.4 * m.clear), "mark", m.fine_step, m.fine_width),
        Polygon(points, None, "mark", m.outline, m.fine_dash if look.dashed else ()),
    ]


def tick(x: float, y: float, size: float, width: float) -> Polygon:
    """The tick of completion, about a middle; on solid `mark`."""
    strokes = ((-0.3, 0.02), (-0.07, 0.24), (0.33, -0.22))
    return Polygon(tuple((x + size * dx, y + size * dy) for dx, dy in strokes), None, "mark_text", width, closed=False)


def lead_in(x0: float, x1: float, y: float, m: MarkMetrics, cut: Cut) -> list[Shape]:
    """The band that leads the eye to a deadline: clear at x0, strongest at x1."""
    rect = Rect(x0, y - m.lead_height * m.height / 2, x1 - x0, m.lead_height * m.height)
    return _piece(rect, "mark", 0, m.lead_strength, cut)


def ghost_diamond(x: float, y: float, m: MarkMetrics) -> Polygon:
    """The day it was first promised for: a dashed hollow diamond."""
    return Polygon(diamond_points(x, y, m.diamond * m.height), "base", "ghost", m.outline, m.ghost_dash)


def ghost_bar(x0: float, x1: float, y: float, m: MarkMetrics, cut: Cut) -> list[Shape]:
    """The stretch it was first promised for: a low dashed bar, drawn below today's so that both can be seen."""
    left, right, height = max(x0, cut.left), min(x1, cut.right), m.ghost_height * m.height
    rect = Rect(left, y - height / 2, right - left, height)
    return [Box(rect, "base", "ghost", m.outline, 0, m.ghost_dash)]
