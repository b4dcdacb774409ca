"""The legend below a printed Gantt timetable: only the marks that the plan uses, drawn by the code that draws the chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mkplanner.charts.fonts import width
from mkplanner.charts.mark_metrics import PAPER, RowGeometry
from mkplanner.charts.mark_places import Form, form_of
from mkplanner.charts.marks import marks_for
from mkplanner.charts.pages import Flow
from mkplanner.charts.shapes import Content, Decoration, Node, Shape, Text
from mkplanner.charts.status_marks import status_shape
from mkplanner.charts.textfit import wrap
from mkplanner.charts.timescale import Timescale
from mkplanner.charts.timescale_units import MONTHS, Calendar
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import STYLES, Status
from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe

_SIZE, _LINE, _GAP = 8.5, 16.0, 18.0
_DAY = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class _Sample:
    """A mark of the legend: its words, how wide it is drawn, and what it is drawn from."""

    words: str
    wide: float
    segment: Segment
    days: int = 36
    done: int | None = None
    complete: bool = False
    original: Timeframe | None = None


def _after(days: int) -> date:
    return _DAY + timedelta(days=days)


_SAMPLES: dict[str, _Sample] = {
    "bar": _Sample("Work from start to end", 36, Segment(Kind.RANGE, _DAY, _after(35))),
    "done": _Sample("Work from start to end; dark part done", 36, Segment(Kind.RANGE, _DAY, _after(35)), done=42),
    "deadline": _Sample("Due by this day", 36, Segment(Kind.BY_DEADLINE, None, _after(30))),
    "point": _Sample("On this day", 14, Segment(Kind.POINT, _after(7), _after(7)), days=15),
    "soft": _Sample(
        "Some time in this month, quarter or season",
        36,
        Segment(Kind.MONTH, _after(5), _after(30), Precision.MONTH),
    ),
    "open": _Sample("Ongoing, no end", 36, Segment(Kind.OPEN_ENDED_FROM, _after(1), None)),
    "repeated": _Sample(
        "Repeats",
        36,
        Segment(Kind.RECURRING, _DAY, _after(80), recurrence=Recurrence("monthly"), flags=Flags(recurring=True)),
        days=84,
    ),
    "condition": _Sample(
        "Only if a condition is met",
        14,
        Segment(Kind.POINT, _after(7), _after(7), flags=Flags(conditional=True)),
        days=15,
    ),
    "revised": _Sample(
        "Revised; outline is the original date",
        36,
        Segment(Kind.POINT, _after(29), _after(29)),
        original=Timeframe("", (Segment(Kind.POINT, _after(8), _after(8)),)),
    ),
    "complete": _Sample("Complete", 36, Segment(Kind.RANGE, _DAY, _after(35)), complete=True),
}

_FORMS = {
    Form.BAR: "bar",
    Form.DEADLINE: "deadline",
    Form.POINT: "point",
    Form.SOFT_BAR: "soft",
    Form.OPEN_BAR: "open",
    Form.REPEATED: "repeated",
}


def marks_in_use(plan: Plan) -> set[str]:
    """Return the names of the marks that a plan's chart shows."""
    found = {name for item in plan.items.values() for name in _marks_of(item)}
    return found - {"bar"} if "done" in found else found


def _marks_of(item: Item) -> Iterator[str]:
    segments = item.by_when.segments if item.by_when else ()
    forms = [(segment, form) for segment in segments if (form := form_of(segment))]
    complete = item.status is Status.COMPLETE or item.percent == 100
    for segment, form in forms:
        name = _FORMS[form]
        yield "complete" if complete else "done" if name == "bar" and item.percent else name
        if segment.condition or segment.flags.conditional or segment.flags.provisional:
            yield "condition"
    if forms and item.original and item.original.is_dated and item.original.segments != segments:
        yield "revised"


class Legend:
    """Puts the legend on the pages of a flow, all of it on one page."""

    def __init__(self, plan: Plan, calendar: Calendar) -> None:
        self.plan = plan
        self.calendar = calendar

    def set(self, flow: Flow, parent: Node) -> None:
        """Draw heading, marks, status scheme and remarks, below what stands on the page or on a page of their own."""
        used = marks_in_use(self.plan)
        marks = [sample for name, sample in _SAMPLES.items() if name in used]
        statuses = list(STYLES) if any(item.status for item in self.plan.items.values()) else []
        remarks = wrap(" ".join(self._remarks(bool(marks))), "regular", _SIZE, flow.sheet.body_width)
        entries = [_mark_entry(sample) for sample in marks], [_status_entry(status) for status in statuses]
        rows = [row for group in entries for row in _rows(group, flow.sheet.body_width)]
        height = 30 + _LINE * len(rows) + 11 * len(remarks)
        if not rows and not any(remarks):
            return
        if height > flow.room:
            flow.new_page()
        flow.y += 20
        heading = Text(flow.sheet.left, flow.y, "How to read this timetable", "bold", 9.5)
        flow.put(Content(Node("H2", parent), [heading]))
        flow.y += 14
        self._entries(flow, parent, rows)
        self._sentences(flow, parent, remarks)

    def _entries(self, flow: Flow, parent: Node, rows: Sequence[Sequence[_Entry]]) -> None:
        listed = Node("L", parent) if rows else None
        for row in rows:
            x = flow.sheet.left
            for entry in row:
                body = Node("LBody", Node("LI", listed))
                flow.put(Decoration(entry.draw(x, flow.y)))
                at = x + entry.wide + 6
                flow.put(Content(body, [Text(at, flow.y + 0.36 * _SIZE, entry.words, "regular", _SIZE)]))
                x += entry.total + _GAP
            flow.y += _LINE

    def _sentences(self, flow: Flow, parent: Node, lines: Sequence[str]) -> None:
        if not any(lines):
            return
        shapes: list[Shape] = []
        flow.y -= 2
        for line in lines:
            flow.y += 11
            shapes.append(Text(flow.sheet.left, flow.y - 4, line, "regular", _SIZE, "text2"))
        flow.put(Content(Node("P", parent), shapes))

    def _remarks(self, has_marks: bool) -> Iterator[str]:
        if has_marks:
            first = 1 if self.calendar.calendar_quarters else self.calendar.financial_month
            yield f"Q1 begins in {MONTHS[first - 1]}."
        number = numbers(self.plan)
        undated = [
            number[item.id]
            for item in self.plan.items.values()
            if item.by_when and item.by_when.words.strip() and not any(map(form_of, item.by_when.segments))
        ]
        if undated:
            verb = "has" if len(undated) == 1 else "have"
            yield f"{_listed(undated)} {verb} no mark: the words name no day yet."


@dataclass(frozen=True)
class _Entry:
    words: str
    wide: float
    draw: Callable[[float, float], Sequence[Shape]]

    @property
    def total(self) -> float:
        """How much of a row it takes."""
        return self.wide + 6 + width(self.words, "regular", _SIZE)


def _mark_entry(sample: _Sample) -> _Entry:
    def draw(x: float, y: float) -> Sequence[Shape]:
        layout = marks_for(
            Timeframe("", (sample.segment,)),
            Timescale(_DAY, sample.wide / sample.days, x),
            RowGeometry(y - 8, 16, 12),
            visible=(x, x + sample.wide),
            done=sample.done,
            complete=sample.complete,
            status="G",
            original=sample.original,
            metrics=PAPER,
        )
        return [shape for shape in layout.shapes if not isinstance(shape, Text)]

    return _Entry(sample.words, sample.wide, draw)


def _status_entry(status: Status) -> _Entry:
    style = STYLES[status]
    return _Entry(style.word, 16, lambda x, y: status_shape(style.letter, x + 8, y, PAPER.status))


def _rows(entries: Sequence[_Entry], room: float) -> list[list[_Entry]]:
    """Share entries out over rows, none wider than the room."""
    rows: list[list[_Entry]] = []
    used = room + 1
    for entry in entries:
        if used + entry.total > room:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += entry.total + _GAP
    return rows


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
