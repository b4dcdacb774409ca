"""The marks of one row of a timetable: a timeframe goes in, shapes come out, the same for screen and paper.

The rules: a range is a bar; a deadline a diamond with a lead-in; a day a diamond; a month, quarter, season or year a bar
with soft ends; no end an arrow at the chart's edge; a rhythm small diamonds; a condition is hatched and dashed; a revised
date is hatched, with the original as a ghost. Words without a date have no mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mkplanner.charts import fonts
from mkplanner.charts.geometry import Rect
from mkplanner.charts.mark_labels import Lettering, wordings
from mkplanner.charts.mark_metrics import SCREEN, MarkMetrics, RowGeometry
from mkplanner.charts.mark_places import Form, Place, places
from mkplanner.charts.mark_shapes import (
    Cut,
    Look,
    bar,
    diamond,
    diamond_half,
    diamond_points,
    ghost_bar,
    ghost_diamond,
    lead_in,
    open_bar,
    soft_bar,
    tick,
)
from mkplanner.charts.mark_words import spoken
from mkplanner.charts.occurrences import occurrences
from mkplanner.charts.shapes import Colour, Line, Point, Polygon, Shape
from mkplanner.charts.status_marks import Measure, half_width, status_shape
from mkplanner.charts.timescale import Timescale
from mkplanner.charts.timescale_units import COUNCIL_YEAR, Calendar
from mkplanner.models.timeframes.timeframe import Segment, Timeframe

SHOWN_STATUS = "ARC"
"""Only these statuses stand after the mark; the others are in the table alone, so that trouble is seen."""


class Part(StrEnum):
    """What of a mark lies under the pointer."""

    BODY = "body"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that can be taken hold of: which segment of the timeframe, and which part of its mark."""

    rect: Rect
    segment: int
    part: Part


@dataclass(frozen=True, slots=True)
class MarkLayout:
    """A row's marks: shapes in drawing order; hits, edges before bodies; and where links leave and arrive.

    `start` and `end` are the middles of the first mark's left and the last mark's right; None without a mark in sight.
    """

    shapes: tuple[Shape, ...]
    hits: tuple[Hit, ...]
    start: Point | None
    end: Point | None
    _spoken: tuple[Timeframe, int | None, bool, str | None, Timeframe | None]

    @property
    def words(self) -> str:
        """What the marks say, for a screen reader or a figure's description."""
        return spoken(*self._spoken)

    def hit_at(self, x: float, y: float) -> Hit | None:
        """What lies under a point."""
        return next((h for h in self.hits if h.rect.x <= x <= h.rect.right and h.rect.y <= y <= h.rect.bottom), None)


@dataclass(frozen=True, slots=True)
class _Frame:
    """All that drawing one row needs to know."""

    scale: Timescale
    visible: tuple[float, float]
    cut: Cut
    m: MarkMetrics
    calendar: Calendar
    done: float
    complete: bool


def marks_for(
    timeframe: Timeframe,
    scale: Timescale,
    row: RowGeometry,
    *,
    visible: tuple[float, float],
    done: int | None = None,
    complete: bool = False,
    status: str | None = None,
    original: Timeframe | None = None,
    metrics: MarkMetrics = SCREEN,
    measure: Measure = fonts.width,
    row_colour: Colour = "base",
    calendar: Calendar = COUNCIL_YEAR,
) -> MarkLayout:
    """Lay out the marks of a row for the stretch of x that is visible.

    `done` is a percentage, `status` one of the letters G A R C N S, `original` the timeframe before it was revised;
    `row_colour` is the ground on which labels stand.
    """
    cut = Cut(visible[0] - metrics.overhang, visible[1] + metrics.overhang)
    revised = original is not None and original.is_dated and original.segments != timeframe.segments
    plain = Look(revised, False, complete)
    found, m = places(timeframe, scale, row, plain, metrics, cut)
    frame = _Frame(scale, visible, cut, m, calendar, min(max(done or 0, 0), 100) / 100, complete)
    shapes: list[Shape] = []
    for place in found:
        was = _was(place, timeframe, original) if revised and original else None
        shapes += _draw(place, _look(place.segment, revised, complete), was, frame)
    lettering = Lettering(found, (visible[0] + 2, visible[1] - 2), m, measure, row_colour)
    for place in found:
        _take_ghost(place, timeframe, original if revised else None, lettering, frame)
    shown = status or ("C" if complete else None)
    if found and shown and shown in SHOWN_STATUS:
        lettering.shapes += _status(shown, max(found, key=lambda place: place.right), lettering, frame)
    for place in found:
        was = _was(place, timeframe, original) if revised and original else None
        _label(place, len(timeframe.segments) > 1, was, lettering, frame)
    return MarkLayout(
        (*shapes, *lettering.shapes),
        tuple(hit for place in found for hit in _hits(place, frame)),
        min(((place.x0, place.y) for place in found), default=None),
        max(((place.x1, place.y) for place in found), default=None),
        (timeframe, done, complete, status, original),
    )


def _look(segment: Segment, revised: bool, complete: bool) -> Look:
    doubtful = bool(segment.flags.conditional or segment.flags.provisional or segment.condition)
    if complete:
        return Look(complete=True)
    return Look(hatched=doubtful or revised, dashed=doubtful)


def _was(place: Place, timeframe: Timeframe, original: Timeframe) -> Segment | None:
    """The stretch of time that this segment was before, where one can be named and it changed."""
    if len(original.segments) == len(timeframe.segments):
        old = original.segments[place.index]
    elif len(timeframe.segments) == 1 or place.index == len(timeframe.segments) - 1:
        dated = [segment for segment in original.segments if segment.is_dated]
        old = dated[-1] if dated else original.segments[-1]
    else:
        return None
    return old if old.is_dated and (old.start, old.end) != (place.segment.start, place.segment.end) else None


def _draw(place: Place, look: Look, was: Segment | None, frame: _Frame) -> list[Shape]:
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
        draw = soft_bar if place.form is Form.SOFT_BAR else bar
        shapes = draw(place.x0, place.x1, y, look, m, cut, frame.done)
    left, right = max(place.x0, frame.visible[0]), min(place.x1, frame.visible[1])
    if look.complete and right - left >= 1.2 * m.height:
        shapes.append(tick((left + right) / 2, y, m.height, m.tick))
    return behind + shapes


def _ghost_stretch(was: Segment, y: float, frame: _Frame) -> list[Shape]:
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


def _draw_day(place: Place, look: Look, was: Segment | None, frame: _Frame) -> list[Shape]:
    """A deadline or a point: a diamond, the lead-in before it, and the ghost of the day it was first promised for."""
    m, cut, x, y = frame.m, frame.cut, place.x1, place.y
    shapes: list[Shape] = []
    ghost = _ghost_x(was, frame.scale)
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


def _ghost_x(was: Segment | None, scale: Timescale) -> float | None:
    day: date | None = (was.end or was.start) if was else None
    return scale.middle_x(day) if day else None


def _take_ghost(
    place: Place, timeframe: Timeframe, original: Timeframe | None, lettering: Lettering, frame: _Frame
) -> None:
    """Keep labels off the ghost of a day, which stands on the same line."""
    if original is None or place.is_bar:
        return
    x = _ghost_x(_was(place, timeframe, original), frame.scale)
    if x is not None:
        half = frame.m.diamond * frame.m.height + frame.m.gap
        lettering.take(x - half, x + half, place.y)


def _draw_repeated(place: Place, look: Look, frame: _Frame) -> list[Shape]:
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


def _status(letter: str, place: Place, lettering: Lettering, frame: _Frame) -> tuple[Shape, ...]:
    """The status shape after a mark, else before it, else on its visible right end."""
    m = frame.m
    half = half_width(letter, m.status)
    left = lettering.beside(place, 2 * half, m.gap)
    if left is None:
        left = max(frame.visible[0], min(place.right, frame.visible[1]) - m.gap - 2 * half)
    lettering.take(left, left + 2 * half, place.y)
    return status_shape(letter, left + half, place.y, m.status)


def _label(place: Place, several: bool, was: Segment | None, lettering: Lettering, frame: _Frame) -> None:
    if place.x1 < frame.visible[0] or place.x0 > frame.visible[1]:
        return
    firm = not (frame.complete or was or _look(place.segment, False, False).hatched)
    solid_to = place.x0 + (place.x1 - place.x0) * frame.done if frame.done else place.x0
    lettering.label(place, wordings(place, several, was), solid_to, place.is_bar and firm)


def _hits(place: Place, frame: _Frame) -> list[Hit]:
    """Where a mark can be taken hold of: its dated ends first, then the whole of it."""
    m, low, high = frame.m, frame.visible[0], frame.visible[1]
    reach = max(diamond_half(Look(), m), m.grip)
    top, tall = place.y - m.height / 2 - 1, m.height + 2
    if not place.is_bar:
        if place.form is Form.REPEATED:
            return [Hit(Rect(place.x0, top, max(place.x1 - place.x0, 0), tall), place.index, Part.BODY)]
        return [Hit(Rect(place.x1 - reach, place.y - reach, 2 * reach, 2 * reach), place.index, Part.BODY)]
    inside = m.grip / 2 if place.x1 - place.x0 >= 3 * m.grip else 0.0
    hits = []
    if place.segment.start and low <= place.x0 <= high:
        hits.append(Hit(Rect(place.x0 - m.grip + inside, top, m.grip, tall), place.index, Part.START))
    if place.segment.end and low <= place.x1 <= high:
        hits.append(Hit(Rect(place.x1 - inside, top, m.grip, tall), place.index, Part.END))
    hits.append(Hit(Rect(place.x0, top, max(place.x1 - place.x0, 0), tall), place.index, Part.BODY))
    return hits
