"""The board report: the position in a sentence and one bar, what to decide, exceptions, what is due, and one figure."""

from __future__ import annotations

from dataclasses import replace

from mkplanner.charts.figures import numbers
from mkplanner.charts.figures.figure import Figure
from mkplanner.charts.marks.words import long_date
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.base import NOTHING_MORE, Context, ReportOptions
from mkplanner.charts.reports.board_bar import set_bar
from mkplanner.charts.reports.board_counts import late_sentence, sentence
from mkplanner.charts.reports.board_lists import BoardLists
from mkplanner.charts.reports.board_rows import BoardRows
from mkplanner.charts.reports.common_options import ARCHIVE, FILTER, GREY, ORIENTATION, PAPER, PRINT, STATUS
from mkplanner.charts.reports.figure_block import set_figure
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.options import MARKS, ROWS, Choice, OneOf, Several, Whole
from mkplanner.charts.reports.table_parts import OPEN, TableStyle
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Content, Document, Node, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.decisions import decisions_needed
from mkplanner.models.plan import Plan
from mkplanner.models.rasic.workload import Workload
from mkplanner.models.tally import Tally
from mkplanner.progress import Progress
from mkplanner.records import frozen

DECISIONS, EXCEPTIONS, OVERDUE, DUE, FIGURE_PART = "decisions", "exceptions", "overdue", "due", "figure"
_PARTS = (
    Choice(DECISIONS, "Decisions needed"),
    Choice(EXCEPTIONS, "Late and at risk"),
    Choice(OVERDUE, "Past its date"),
    Choice(DUE, "Due next"),
    Choice(FIGURE_PART, "Figure"),
)
PARTS = Several(
    "parts",
    "Parts",
    tuple(part.key for part in _PARTS),
    "What stands below the sentence and the bar; a part with nothing in it is left out by itself.",
    MARKS,
    _PARTS,
)
FIGURE = OneOf(
    "figure",
    "Figure",
    "progress",
    "The figure at the foot: planned and actual progress, status by quarter, or workload by party or by quarter.",
    MARKS,
    (
        Choice("progress", "Planned and actual progress"),
        Choice("status", "Status by quarter"),
        Choice("workload", "Workload by party"),
        Choice("quarters", "Workload by quarter"),
    ),
)
AHEAD = Whole("ahead", "Months ahead", 2, "How many months the list of what is due looks ahead.", ROWS, 1, 12, "month")

_STYLE = replace(OPEN, paragraph_gap=1.5)


@frozen
class _Air:
    """How much space there is between rows and above headings."""

    style: TableStyle
    before: float


_AIRS = (
    _Air(_STYLE, 16.0),
    _Air(replace(_STYLE, first_baseline=11.2, padding=5.2), 12.0),
    _Air(replace(_STYLE, leading=10.8, first_baseline=10.4, padding=3.8, paragraph_gap=0.5), 9.0),
    _Air(
        replace(
            _STYLE,
            size=8.5,
            leading=10.2,
            first_baseline=9.6,
            padding=3.2,
            paragraph_gap=0.0,
            head_size=8.5,
            head_height=14.0,
        ),
        5.5,
    ),
)
"""From roomy to tight; the first that needs the fewest pages is taken."""
_WORTH_SAVING = 4
"""A summary of more pages than this is not laid out again to save one."""
_KEY, _KEY_LEADING = 11.5, 15.5


class BoardReport:
    """How the plan stands, on a page."""

    id = "board"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, PRINT, PARTS, FIGURE, AHEAD, FILTER, STATUS, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4, upright."""
        return "A4", "portrait"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the summary out; upright on A4 unless something else is asked for, set tighter where that saves a page."""
        document = self._build(plan, options, _AIRS[0], progress)
        for air in _AIRS[1:]:
            if 1 < len(document.pages) <= _WORTH_SAVING:
                tighter = self._build(plan, options, air, progress)
                document = tighter if len(tighter.pages) < len(document.pages) else document
        return document

    def _build(self, plan: Plan, options: ReportOptions, air: _Air, progress: Progress | None) -> Document:
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title, position=True, about="progress summary")
        flow, root, parts = furniture.flow(progress), furniture.root, options.of(PARTS)
        tally = Tally.of(plan)
        rows = BoardRows.of(plan, options.today, options.of(AHEAD))
        _set_sentence(flow, root, f"{sentence(tally)} {late_sentence(plan, tally)}".strip())
        if tally.has_status:
            set_bar(flow, root, tally)
        lists = BoardLists(flow, root, plan, air.style, air.before)
        if DECISIONS in parts:
            lists.decisions("Decisions needed", decisions_needed(plan))
        if EXCEPTIONS in parts:
            lists.exceptions("Late and at risk", rows.exceptions)
        if OVERDUE in parts:
            lists.others("Past its date and not complete", rows.overdue)
        if DUE in parts:
            lists.others(f"Due next, to {long_date(rows.until)}", rows.due)
        if plan.items:
            _set_remarks(flow, root, _nothing(rows, parts))
        figure = _figure(plan, options)
        if FIGURE_PART in parts and not figure.is_empty:
            set_figure(flow, root, figure, before=air.before)
        return furniture.document(flow)


def _figure(plan: Plan, options: ReportOptions) -> Figure:
    match options.of(FIGURE):
        case "status":
            return numbers.status_by_quarter(plan)
        case "workload":
            return numbers.workload_by_party(Workload(plan))
        case "quarters":
            return numbers.workload_by_quarter(Workload(plan))
    return numbers.progress(plan, options.today)


def _set_sentence(flow: Flow, parent: Node, words: str) -> None:
    """Write the key sentence; a number and its % stay on one line."""
    shapes: list[Shape] = []
    for line in wrap(words.replace(" %", "\u00a0%"), "regular", _KEY, flow.sheet.body_width):
        flow.y += _KEY_LEADING
        shapes.append(Text(flow.sheet.left, flow.y - 4, line.replace("\u00a0", " "), "regular", _KEY))
    flow.put(Content(Node("P", parent), shapes))


def _nothing(rows: BoardRows, parts: tuple[str, ...]) -> str:
    """Say which lists are left out because there is nothing in them."""
    found = ["Nothing is marked late or at risk."] if EXCEPTIONS in parts and not rows.exceptions else []
    found += [f"Nothing falls due by {long_date(rows.until)}."] if DUE in parts and not rows.due else []
    return " ".join(found)


def _set_remarks(flow: Flow, parent: Node, words: str) -> None:
    lines = wrap(words, "regular", _STYLE.size, flow.sheet.body_width) if words else []
    if flow.room < 16 + 12 * len(lines):
        flow.new_page()
    shapes: list[Shape] = []
    flow.y += 8 if lines else 0
    for line in lines:
        flow.y += 12
        shapes.append(Text(flow.sheet.left, flow.y - 2, line, "regular", _STYLE.size, "text2"))
    if shapes:
        flow.put(Content(Node("P", parent), shapes))
