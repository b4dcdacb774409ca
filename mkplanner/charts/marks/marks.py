"""The marks of one row of a timetable: a timeframe goes in, shapes come out, the same for screen and paper.

The rules: a range is a bar; a deadline a diamond with a lead-in; a day a diamond; a month, quarter, season or year a bar
with soft ends; no end an arrow at the chart's edge; a rhythm small diamonds; a condition is hatched and dashed; a revised
date is hatched, with the original as a ghost. Words without a date have no mark.
"""

from __future__ import annotations

import math
from enum import StrEnum

from mkplanner.charts import fonts
from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.drawing import Frame, draw, ghost_x, look_of, underline
from mkplanner.charts.marks.labels import Lettering
from mkplanner.charts.marks.metrics import SCREEN, MarkMetrics, RowGeometry
from mkplanner.charts.marks.places import Form, Place, places
from mkplanner.charts.marks.shapes import Cut, Look, diamond_half
from mkplanner.charts.marks.wordings import wordings
from mkplanner.charts.marks.words import spoken
from mkplanner.charts.shapes import Colour, Point, Shape, Text
from mkplanner.charts.status_marks import Measure, half_width, status_shape
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import COUNCIL_YEAR, Calendar
from mkplanner.models.baselines.parts import before as parts_before
from mkplanner.models.timeframes.timeframe import Segment, Timeframe
from mkplanner.records import frozen

SHOWN_STATUS = "ARC"
"""Only these statuses stand after the mark; the others are in the table alone, so that trouble is seen."""


class Part(StrEnum):
    """What of a mark lies under the pointer."""

    BODY = "body"
    START = "start"
    END = "end"


@frozen
class Hit:
    """A place that can be taken hold of: which segment of the timeframe, and which part of its mark."""

    rect: Rect
    segment: int
    part: Part


@frozen
class MarkLayout:
    """A row's marks: shapes in drawing order, and where links leave and arrive.

    `start` and `end` are the middles of the first mark's left and the last mark's right; None without a mark in sight.
    What is seldom asked for, places to take hold of and words, is worked out when it is.
    """

    shapes: tuple[Shape, ...]
    start: Point | None
    end: Point | None
    _found: tuple[Place, ...]
    _frame: Frame
    _spoken: tuple[Timeframe, int | None, bool, str | None, Timeframe | None]
    clear: float = -math.inf
    """The right of the marks and of all that stands beside them, status and labels; -inf without a mark."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The places that can be taken hold of, edges before bodies."""
        found = [hit for place in self._found for hit in _hits(place, self._frame)]
        return tuple(sorted(found, key=lambda hit: hit.part is Part.BODY))

    @property
    def words(self) -> str:
        """What the marks say, for a screen reader or a figure's description."""
        return spoken(*self._spoken)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the mark of each segment in sight stands."""
        return self._found

    @property
    def ports(self) -> tuple[Point, Point] | None:
        """Where a new link may be drawn from: below the first mark's start and the last mark's end; None without a mark."""
        if self.start is None or self.end is None:
            return None
        m, (low, high) = self._frame.m, self._frame.visible
        apart = 0.0 if self.end[0] - self.start[0] > 4 * m.port else 1.5 * m.port
        down = m.height / 2 + 0.6 * m.port
        left, right = self.start[0] - apart, self.end[0] + apart
        inside = m.port + 1
        return (
            (min(max(left, low + inside), high - inside), self.start[1] + down),
            (min(max(right, low + inside), high - inside), self.end[1] + down),
        )

    def port_at(self, x: float, y: float) -> Part | None:
        """Which port lies under a point."""
        reach = self._frame.m.port + 1.5
        for part, place in zip((Part.END, Part.START), reversed(self.ports or ()), strict=False):
            if abs(place[0] - x) <= reach and -0.6 * reach <= y - place[1] <= reach:
                return part
        return None

    def has_words_at(self, x: float, y: float) -> bool:
        """Whether a label stands under a point."""
        return any(
            shape.x <= x <= shape.x + fonts.width(shape.words, shape.face, shape.size)
            and shape.y - shape.size <= y <= shape.y + 0.3 * shape.size
            for shape in self.shapes
            if isinstance(shape, Text)
        )

    def hit_at(self, x: float, y: float) -> Hit | None:
        """What lies under a point."""
        return next((h for h in self.hits if h.rect.x <= x <= h.rect.right and h.rect.y <= y <= h.rect.bottom), None)


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
    planned: Timeframe | None = None,
    caption: str = "",
    dates: bool = True,
    strong: bool = False,
    metrics: MarkMetrics = SCREEN,
    measure: Measure = fonts.width,
    row_colour: Colour = "base",
    calendar: Calendar = COUNCIL_YEAR,
) -> MarkLayout:
    """Lay out the marks of a row for the stretch of x that is visible.

    `done` is a percentage, `status` one of the letters G A R C N S, `original` the timeframe before it was revised;
    `planned` is what a baseline says, whose ghost is then shown in place of the original's. `caption` is set beside the
    labels where there is room, `dates` are left out where nobody wants them; `strong` underlines a mark on the critical
    chain. `row_colour` is the ground on which labels stand.
    """
    cut = Cut(visible[0] - metrics.overhang, visible[1] + metrics.overhang)
    revised = original is not None and original.is_dated and original.segments != timeframe.segments
    plain = Look(revised, False, complete)
    found, m = places(timeframe, scale, row, plain, metrics, cut)
    frame = Frame(scale, visible, cut, m, calendar, min(max(done or 0, 0), 100) / 100, complete)
    before = planned if planned is not None else original if revised else None
    pairs = _with_before(found, timeframe, before)
    shapes: list[Shape] = []
    for place, was in pairs:
        shapes += draw(place, look_of(place.segment, revised, complete), was, frame)
        if strong:
            shapes += underline(place, frame)
    lettering = Lettering(found, (visible[0] + 2, visible[1] - 2), m, measure, row_colour)
    _letter(pairs, status or ("C" if complete else None), len(timeframe.segments) > 1, lettering, frame, dates=dates)
    if caption and pairs:
        _caption(caption, pairs[-1][0], lettering, frame)
    return MarkLayout(
        (*shapes, *lettering.shapes),
        min(((place.x0, place.y) for place in found), default=None),
        max(((place.x1, place.y) for place in found), default=None),
        tuple(found),
        frame,
        (timeframe, done, complete, status, before or original),
        max((right for _, right, _ in lettering.taken), default=-math.inf),
    )


def _letter(
    pairs: list[tuple[Place, Segment | None]],
    status: str | None,
    several: bool,
    lettering: Lettering,
    frame: Frame,
    *,
    dates: bool,
) -> None:
    """Set what stands beside the marks: first the status after the last of them, then the labels."""
    for place, was in pairs:
        ghost = None if place.is_bar else ghost_x(was, frame.scale)
        if ghost is not None:
            half = frame.m.diamond * frame.m.height + frame.m.gap
            lettering.take(ghost - half, ghost + half, place.y)
    if pairs and status and status in SHOWN_STATUS:
        last = max((place for place, _ in pairs), key=lambda place: place.right)
        lettering.shapes += _status(status, last, lettering, frame)
    for place, was in pairs if dates else ():
        _label(place, several, was, lettering, frame)


def _with_before(
    found: list[Place], timeframe: Timeframe, original: Timeframe | None
) -> list[tuple[Place, Segment | None]]:
    """Each mark with the stretch of time it was before, where one can be named and it changed."""
    if original is None:
        return [(place, None) for place in found]
    then = parts_before(original.segments, timeframe.segments)
    if then[-1] is None and (len(then) == 1 or not any(then)):
        dated = [segment for segment in original.segments if segment.is_dated]
        then[-1] = dated[-1] if dated else None
    return [(place, _if_other(then[place.index], place.segment)) for place in found]


def _if_other(old: Segment | None, now: Segment) -> Segment | None:
    return old if old is not None and old.is_dated and (old.start, old.end) != (now.start, now.end) else None


def _status(letter: str, place: Place, lettering: Lettering, frame: Frame) -> tuple[Shape, ...]:
    """The status shape after a mark, else before it, else on its visible right end, short of an arrow's head."""
    m = frame.m
    half = half_width(letter, m.status)
    left = lettering.beside(place, 2 * half, m.gap)
    if left is None:
        head = m.head * m.height if place.form is Form.OPEN_BAR else 0.0
        left = max(frame.visible[0], min(place.right, frame.visible[1]) - m.gap - head - 2 * half)
    lettering.take(left, left + 2 * half, place.y)
    return status_shape(letter, left + half, place.y, m.status)


def _label(place: Place, several: bool, was: Segment | None, lettering: Lettering, frame: Frame) -> None:
    if place.x1 < frame.visible[0] or place.x0 > frame.visible[1]:
        return
    firm = not (frame.complete or was or look_of(place.segment, False, False).hatched)
    done = frame.done if place.form is not Form.OPEN_BAR else 0.0  # what has no end is never drawn as partly done
    solid_to = place.x0 + (place.x1 - place.x0) * done
    lettering.label(place, wordings(place, several, was), solid_to, place.is_bar and firm)


def _caption(words: str, place: Place, lettering: Lettering, frame: Frame) -> None:
    """Set words beside the last mark and its labels, as many of their parts as there is room for."""
    if place.x1 >= frame.visible[0] and place.x0 <= frame.visible[1]:
        title, between, owner = words.partition(" · ")
        more = between + owner
        choices = [f"{lettering.shortened(title, more, share)}{more}" for share in (1, 0.8, 0.6)] + [owner or title]
        lettering.label(place, list(dict.fromkeys(choices)), place.x0, has_room_inside=False)


def _hits(place: Place, frame: Frame) -> list[Hit]:
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
