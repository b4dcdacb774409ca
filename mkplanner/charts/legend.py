"""How to read the chart: a sample of each kind of mark with its words, drawn by the very code that draws the chart.

Paper prints the entries that a plan uses; help on the screen shows them all. A sample stands about a middle line and is
never wider than `SAMPLE_WIDTH` times the height of a bar.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from mkplanner.charts.marks.drawing import Frame, draw
from mkplanner.charts.marks.metrics import SCREEN, MarkMetrics
from mkplanner.charts.marks.places import Form, Place, form_of
from mkplanner.charts.marks.shapes import Cut, Look
from mkplanner.charts.rasic_tokens import token
from mkplanner.charts.shapes import Line, Polygon, Shape
from mkplanner.charts.status_marks import half_width, status_shape
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import COUNCIL_YEAR
from mkplanner.models.rasic.lettersets import SETS, USUAL, Letter
from mkplanner.models.status import STYLES, Status
from mkplanner.models.timeframes.timeframe import Kind, Recurrence, Segment, Timeframe
from mkplanner.records import frozen

SAMPLE_WIDTH = 3.2
_DAY = date(2025, 1, 1)


class Sign(StrEnum):
    """Every mark that may want explaining; the value is what the legend says."""

    BAR = "Work from start to end"
    DONE = "Work from start to end; dark part done"
    DEADLINE = "Due by this day"
    POINT = "On this day"
    SOFT = "Some time in this month, quarter or season"
    OPEN = "Ongoing, no end"
    REPEATED = "Repeats"
    CONDITION = "Only if a condition is met"
    REVISED = "Revised; the outline is the original date"
    COMPLETE = "Complete"
    LINK = "Must follow"
    BROKEN = "Out of order"


_BY_FORM = {
    Form.BAR: Sign.BAR,
    Form.SOFT_BAR: Sign.SOFT,
    Form.OPEN_BAR: Sign.OPEN,
    Form.DEADLINE: Sign.DEADLINE,
    Form.POINT: Sign.POINT,
    Form.REPEATED: Sign.REPEATED,
}


@frozen
class Entry:
    """One line of a legend: what to draw, how wide that is, and what it means."""

    shapes: tuple[Shape, ...]
    width: float
    words: str


def signs_of(timeframe: Timeframe, done: int | None, complete: bool, original: Timeframe | None) -> set[Sign]:
    """Which marks one row of a chart uses."""
    found = set()
    for segment in timeframe.segments:
        form = form_of(segment)
        if form is None:
            continue
        started = form is Form.BAR and bool(done)
        found.add(Sign.COMPLETE if complete else Sign.DONE if started else _BY_FORM[form])
        if segment.condition or segment.flags.conditional or segment.flags.provisional:
            found.add(Sign.CONDITION)
    if found and original and original.is_dated and original.segments != timeframe.segments:
        found.add(Sign.REVISED)
    return found


def in_order(used: Iterable[Sign]) -> list[Sign]:
    """Signs in the order a legend lists them, without a plain bar where a partly finished one explains it too."""
    wanted = set(used)
    if Sign.DONE in wanted:
        wanted.discard(Sign.BAR)
    return [sign for sign in Sign if sign in wanted]


def mark_entry(sign: Sign, x: float, y: float, metrics: MarkMetrics = SCREEN) -> Entry:
    """The sample of a mark that begins at x, about a middle line."""
    wide = (SAMPLE_WIDTH if sign not in (Sign.POINT, Sign.CONDITION) else 1.3) * metrics.height
    if sign in (Sign.LINK, Sign.BROKEN):
        return Entry(_arrow(sign, x, y, wide), wide, sign.value)
    scale = Timescale.fitting(_DAY, _DAY + timedelta(99), wide, x)
    visible = (x, x + wide + metrics.edge_gap)
    look = Look(sign in (Sign.CONDITION, Sign.REVISED), sign is Sign.CONDITION, sign is Sign.COMPLETE)
    metrics = replace(metrics, lead_length=0.8 * wide)
    frame = Frame(
        scale, visible, Cut(*visible), metrics, COUNCIL_YEAR, 0.42 if sign is Sign.DONE else 0.0, look.complete
    )
    place, was = _sample(sign, x, y, wide, metrics)
    return Entry(tuple(draw(place, look, was, frame)), wide, sign.value)


def _sample(sign: Sign, x: float, y: float, wide: float, m: MarkMetrics) -> tuple[Place, Segment | None]:
    """Where a sample's mark stands, and what it was before if it is revised."""
    half = m.revised * m.height
    right, was = x + wide, None
    segment = Segment(Kind.RANGE, _DAY, _DAY + timedelta(99))
    match sign:
        case Sign.POINT | Sign.CONDITION:
            middle = x + wide / 2
            return Place(0, segment, Form.POINT, middle, middle, x, right, y), None
        case Sign.DEADLINE | Sign.REVISED:
            if sign is Sign.REVISED:
                first = _DAY + timedelta(22)
                was = Segment(Kind.POINT, first, first)
            form = Form.DEADLINE if sign is Sign.DEADLINE else Form.POINT
            return Place(0, segment, form, right - half, right - half, x, right, y), was
        case Sign.SOFT:
            return Place(0, segment, Form.SOFT_BAR, x + m.fade, right - m.fade, x, right, y), None
        case Sign.OPEN:
            return Place(0, segment, Form.OPEN_BAR, x, right, x, right, y), None
        case Sign.REPEATED:
            weekly = Segment(
                Kind.RECURRING, _DAY + timedelta(12), _DAY + timedelta(88), recurrence=Recurrence("every 38 days")
            )
            return Place(0, weekly, Form.REPEATED, x, right, x, right, y), None
    return Place(0, segment, Form.BAR, x, right, x, right, y), None


def _arrow(sign: Sign, x: float, y: float, wide: float) -> tuple[Shape, ...]:
    broken = sign is Sign.BROKEN
    colour, dash = ("broken", (4.0, 2.5)) if broken else ("arrow", ())
    tip = x + wide
    line = Line(x, y, tip - 7, y, colour, 1.5 if broken else 1.25, dash)
    return line, Polygon(((tip - 7, y - 3), (tip, y), (tip - 7, y + 3)), colour)


def status_entry(status: Status, x: float, y: float, metrics: MarkMetrics = SCREEN) -> Entry:
    """The shape of a status, which begins at x, and its word."""
    style = STYLES[status]
    half = half_width(style.letter, metrics.status)
    return Entry(status_shape(style.letter, x + half, y, metrics.status), 2 * half, style.word)


def status_entries(x: float, y: float, metrics: MarkMetrics = SCREEN) -> list[Entry]:
    """Every status of the scheme."""
    return [status_entry(status, x, y, metrics) for status in STYLES]


def letter_entry(letter: Letter, x: float, y: float, size: float) -> Entry:
    """A letter of a plan with what it means there: "Responsible: does it"."""
    sign = token(letter.code, x + size / 2, y, size, key=letter.key)
    return Entry(sign, size, f"{letter.word}: {letter.meaning}" if letter.meaning else letter.word)


def inherited_entry(x: float, y: float, size: float, key: str = "A") -> Entry:
    """The letter that comes from the action above."""
    return Entry(token("A", x + size / 2, y, size, inherited=True, key=key), size, "From the action above")


def rasic_entries(x: float, y: float, size: float) -> list[Entry]:
    """Every letter of RASIC with its meaning, and the letter that comes from the action above."""
    usual = SETS[USUAL]
    return [*(letter_entry(usual.letter(code), x, y, size) for code in usual.codes), inherited_entry(x, y, size)]
