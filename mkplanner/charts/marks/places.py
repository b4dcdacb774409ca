"""Where the mark of each segment of a timeframe stands: its form, its x, and the line of the row it belongs to."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from mkplanner.charts.marks.metrics import MarkMetrics, RowGeometry
from mkplanner.charts.marks.shapes import Cut, Look, diamond_half
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
from mkplanner.records import frozen


class Form(StrEnum):
    """How a segment is drawn."""

    BAR = "bar"
    SOFT_BAR = "soft bar"
    OPEN_BAR = "open bar"
    DEADLINE = "deadline"
    POINT = "point"
    REPEATED = "repeated"


_SOFT = {Kind.MONTH, Kind.QUARTER, Kind.HALF_YEAR, Kind.SEASON, Kind.YEAR, Kind.FINANCIAL_YEAR}
_OPEN = {Kind.ONGOING, Kind.OPEN_ENDED_FROM, Kind.COMMENCED_AND_ONGOING}


def form_of(segment: Segment) -> Form | None:
    """How a segment is drawn, or None for words that name no time."""
    start, end, kind = segment.start, segment.end, segment.kind
    if kind is Kind.RECURRING:
        return Form.REPEATED
    if kind in _OPEN and end is None:
        return Form.OPEN_BAR
    if start is None and end is None:
        return None
    if end is None:
        return Form.POINT if kind is Kind.POINT else Form.OPEN_BAR
    if start is None:
        return Form.BAR if kind is Kind.ONGOING_UNTIL else Form.DEADLINE
    if start == end:
        return Form.DEADLINE if kind is Kind.BY_DEADLINE else Form.POINT
    if kind is Kind.BY_DEADLINE:
        return Form.DEADLINE
    soft = (
        kind in _SOFT or segment.flags.approximate or (kind is Kind.STATUS_LIKE and segment.precision != Precision.DAY)
    )
    return Form.SOFT_BAR if soft else Form.BAR


@frozen
class Place:
    """One segment's mark: its nominal x0 and x1 (equal for a single day), how far it reaches drawn, and its middle line."""

    index: int
    segment: Segment
    form: Form
    x0: float
    x1: float
    left: float
    right: float
    y: float = 0.0

    @property
    def is_bar(self) -> bool:
        """Whether it has a length."""
        return self.form in (Form.BAR, Form.SOFT_BAR, Form.OPEN_BAR)


def places(
    timeframe: Timeframe, scale: Timescale, row: RowGeometry, look: Look, m: MarkMetrics, cut: Cut
) -> tuple[list[Place], MarkMetrics]:
    """The marks of a row that can be seen, each on its line; and the measures, flattened where lines are tight."""
    found = []
    for index, segment in enumerate(timeframe.segments):
        form = form_of(segment)
        if form is not None:
            place = _place(index, segment, form, scale, look, m, cut)
            if place.left < cut.right and place.right > cut.left:
                found.append(place)
    if len(found) == 1 and len(timeframe.segments) == 1:
        return [replace(found[0], y=row.middle)], m
    return _on_lines(found, timeframe, row, m)


def _place(index: int, segment: Segment, form: Form, scale: Timescale, look: Look, m: MarkMetrics, cut: Cut) -> Place:
    tip = cut.right - m.overhang - m.edge_gap
    from_edge = cut.left + m.overhang + 1
    if form in (Form.DEADLINE, Form.POINT):
        day = segment.end or segment.start
        assert day is not None
        x, half = scale.middle_x(day), diamond_half(look, m)
        lead = m.lead_length if form is Form.DEADLINE else half
        return Place(index, segment, form, x, x, x - lead, x + half)
    x0 = scale.x(segment.start) if segment.start else min(from_edge, tip)
    x1 = scale.end_x(segment.end) if segment.end else tip
    if form is Form.REPEATED:
        return Place(index, segment, form, x0, x1, x0, x1)
    if form is Form.OPEN_BAR:
        return Place(index, segment, form, x0, tip, x0, tip if x0 < tip else x0)
    if x1 - x0 < m.least:
        middle = (x0 + x1) / 2
        x0, x1 = middle - m.least / 2, middle + m.least / 2
    soft = min(m.fade, (x1 - x0) / 2) if form is Form.SOFT_BAR else 0
    return Place(index, segment, form, x0, x1, x0 - soft, x1 + soft)


def _on_lines(
    found: list[Place], timeframe: Timeframe, row: RowGeometry, m: MarkMetrics
) -> tuple[list[Place], MarkMetrics]:
    """Give each of several marks its line: that of its own words where there is one for each, else wherever it is free."""
    count = len(timeframe.segments)
    if len(row.lines) == count:
        middles = [(top + bottom) / 2 for top, bottom in row.lines]
        tight = min((abs(b - a) for a, b in pairwise(middles)), default=row.height)
        return [replace(place, y=middles[place.index]) for place in found], m.flattened(tight - 1)
    own_lines = len(timeframe.words.splitlines()) == count
    lanes = list(range(len(found))) if own_lines else _free_lanes(found, m)
    used = max(lanes, default=0) + 1
    pitch = min(row.pitch, row.height / used)
    top = row.middle - (used - 1) * pitch / 2
    placed = [replace(place, y=top + lane * pitch) for place, lane in zip(found, lanes, strict=True)]
    return placed, m.flattened(pitch - 2) if used > 1 else m


def _free_lanes(found: list[Place], m: MarkMetrics) -> list[int]:
    """The first lane for each mark in which no earlier one is in its way."""
    ends: list[list[tuple[float, float]]] = []
    lanes = []
    for place in found:
        free = (lane for lane, taken in enumerate(ends) if _is_clear(place, taken, m.gap))
        lane = next(free, len(ends))
        if lane == len(ends):
            ends.append([])
        ends[lane].append((place.left, place.right))
        lanes.append(lane)
    return lanes


def _is_clear(place: Place, taken: list[tuple[float, float]], gap: float) -> bool:
    return all(place.left > right + gap or place.right < left - gap for left, right in taken)
