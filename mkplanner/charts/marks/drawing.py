"""One segment's mark turned into shapes, with the ghost of the date it had before."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.metrics import MarkMetrics
from mkplanner.charts.marks.places import Form, Place
from mkplanner.charts.marks.shapes import (
    Cut,
    Look,
    bar,
    diamond,
    diamond_points,
    ghost_bar,
    ghost_diamond,
    lead_in,
    open_bar,
    soft_bar,
    tick,
)
from mkplanner.charts.shapes import Box, Line, Polygon, Shape
from mkplanner.charts.timescale.occurrences import occurrences
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.timeframes.timeframe import Segment
from mkplanner.records import frozen


@frozen
class Frame:
    """All that drawing one row needs to know."""

    scale: Timescale
    visible: tuple[float, float]
    cut: Cut
    m: MarkMetrics
    calendar: Calendar
    done: float
    complete: bool


def look_of(segment: Segment, revised: bool, complete: bool) -> Look:
    """How firm a segment is, and so how it looks."""
    doubtful = bool(segment.flags.conditional or segment.flags.provisional or segment.condition)
    if complete:
        return Look(complete=True)
    return Look(hatched=doubtful or revised, dashed=doubtful)


def draw(place: Place, look: Look, was: Segment | None, frame: Frame) -> list[Shape]:
    """The shapes of one mark; `was` is the time it was first given, drawn as a ghost."""
    match place.form:
        case Form.DEADLINE | Form.POINT:
            return _draw_day(place, look, was, frame)
        case Form.REPEATED:
            return _draw_repeated(place, look, frame)
    y, m, cut = place.y, frame.m, frame.cut
    behind: list[Shape] = []
    if was is not None:
        y -= 0.2 * m.height
        behind = _ghost_stretch(was, place.y + 0.6 * m.height, frame)
    if place.form is Form.OPEN_BAR:
        shapes = open_bar(place.x0, place.x1, y, look, m, cut) if place.x1 > place.x0 else []
    else:
        strike = soft_bar if place.form is Form.SOFT_BAR else bar
        shapes = strike(place.x0, place.x1, y, look, m, cut, frame.done)
    left, right = max(place.x0, frame.visible[0]), min(place.x1, frame.visible[1])
    if look.complete and right - left >= 1.2 * m.height:
        shapes.append(tick((left + right) / 2, y, m.height, m.tick))
    return behind + shapes


def _ghost_stretch(was: Segment, y: float, frame: Frame) -> list[Shape]:
    """The original of a bar, low and dashed below it; a single day as a small diamond."""
    scale, m, cut = frame.scale, frame.m, frame.cut
    if was.start is None or was.start == was.end:
        day = was.end or was.start
        assert day is not None
        x = scale.middle_x(day)
        return [ghost_diamond(x, y, m.flattened(m.height * 0.6))] if cut.holds(x) else []
    x0 = scale.x(was.start)
    x1 = scale.end_x(was.end) if was.end else frame.visible[1] - m.edge_gap
    return ghost_bar(x0, x1, y, m, cut) if cut.meets(x0, x1) and x1 > x0 else []


def _draw_day(place: Place, look: Look, was: Segment | None, frame: Frame) -> list[Shape]:
    """A deadline or a point: a diamond, the lead-in before it, and the ghost of the day it was first promised for."""
    m, cut, x, y = frame.m, frame.cut, place.x1, place.y
    shapes: list[Shape] = []
    ghost = ghost_x(was, frame.scale)
    if ghost is not None:
        shapes += lead_in(min(ghost, x) - 0.75 * m.lead_length, max(x, ghost) if ghost < x else x, y, m, cut)
        if ghost > x:
            shapes.append(Line(x, y, min(ghost, cut.right), y, "ghost", m.outline, m.ghost_dash))
        if cut.holds(ghost):
            shapes.append(ghost_diamond(ghost, y, m))
    elif place.form is Form.DEADLINE:
        shapes += lead_in(x - m.lead_length, x, y, m, cut)
    if cut.holds(x):
        shapes += diamond(x, y, look, m)
    return shapes


def underline(place: Place, frame: Frame) -> list[Shape]:
    """The heavy line below a mark on the critical chain; its links are as heavy."""
    m, cut = frame.m, frame.cut
    half = m.diamond * m.height if place.x0 == place.x1 else 0.0
    left, right = max(place.x0 - half, cut.left), min(place.x1 + half, cut.right)
    y = place.y + m.height / 2 + 3.0
    return [Line(left, y, right, y, "arrow", 2 * m.link)] if right > left else []


def outline_of(place: Place, m: MarkMetrics) -> Shape:
    """The dashed outline of a mark, for the place from which it is being dragged away."""
    if not place.is_bar:
        return Polygon(diamond_points(place.x1, place.y, m.diamond * m.height), None, "ghost", m.outline, m.ghost_dash)
    body = Rect(place.x0, place.y - m.height / 2, max(place.x1 - place.x0, m.least), m.height)
    return Box(body, None, "ghost", m.outline, m.radius, m.ghost_dash)


def ghost_x(was: Segment | None, scale: Timescale) -> float | None:
    """Where the day stands that a deadline was first promised for."""
    day: date | None = (was.end or was.start) if was else None
    return scale.middle_x(day) if day else None


def _draw_repeated(place: Place, look: Look, frame: Frame) -> list[Shape]:
    """A rhythm: small diamonds on a dotted line, as many as can be told apart, going on to the edge if it has no end."""
    m, scale, (low, high) = frame.m, frame.scale, frame.visible
    half = m.repeated * m.height
    days = occurrences(place.segment, scale.day(low), scale.day(high), frame.calendar)
    xs = [x for x in map(scale.middle_x, days) if frame.cut.holds(x)]
    kept: list[float] = []
    for x in xs:
        if not kept or x - kept[-1] >= 2.5 * half:
            kept.append(x)
    first = kept[0] if kept and (place.segment.start or not xs) else max(place.x0, low + 1)
    if place.segment.start and place.x0 < low:
        first = low + 1
    last = min(place.x1, high) if place.segment.end else high - m.edge_gap
    shapes: list[Shape] = [Line(first, place.y, last, place.y, "mark", 1.0, m.dots)] if last > first else []
    fill = "base" if look.hatched else "mark"
    shapes += [Polygon(diamond_points(x, place.y, half), fill, "mark", 1.0) for x in kept]
    return shapes
