"""The board report: the position in one sentence and one bar, then what is late or at risk, past its date, and due next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkplanner.charts.fonts import width
from mkplanner.charts.mark_words import long_date
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.base import NOTHING_MORE, Context, ReportOptions
from mkplanner.charts.reports.board_bar import set_bar
from mkplanner.charts.reports.board_counts import Tally, sentence
from mkplanner.charts.reports.board_rows import BoardRows
from mkplanner.charts.reports.cell_words import date_lines, owner_words, status_lines, status_of, update_words
from mkplanner.charts.reports.common_options import FILTER, GREY, ORIENTATION, PAPER, PRINT
from mkplanner.charts.reports.common_options import STATUS as OF_STATUS
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.table_heads import SectionHeading
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row, TableStyle, WordLine, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Content, Document, Node, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import Status
from mkplanner.progress import Progress

_STYLE = TableStyle(
    size=9.0,
    leading=11.3,
    side=4.0,
    first_baseline=12.2,
    padding=7.2,
    head_size=9.0,
    head_height=15.0,
    paragraph_gap=1.5,
    is_open=True,
)
_SNUG = replace(_STYLE, first_baseline=11.2, padding=5.2)
"""The same with less air, where that saves a page."""

_WORTH_SAVING = 4
"""A summary of more pages than this is not laid out twice to save one."""

REF, ACTION, STATUS, WHEN, LEAD, COMMENT = "Ref", "Action", "Status", "By when", "Lead", "What has happened"
_EXCEPTIONS = ((ACTION, 130.0), (STATUS, 69.0), (WHEN, 100.0), (COMMENT, 189.0))
_OTHERS = ((ACTION, 190.0), (WHEN, 136.0), (LEAD, 98.0), (STATUS, 70.0))
_KEY, _KEY_LEADING = 11.5, 15.5


class BoardReport:
    """How the plan stands, on a page."""

    id = "board"
    title = "Board summary"
    options = (PAPER, ORIENTATION, PRINT, FILTER, OF_STATUS, GREY)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4, upright."""
        return "A4", "portrait"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the summary out; upright on A4 unless something else is asked for, set tighter where that saves a page."""
        document = self._build(plan, options, _STYLE, progress)
        if 1 < len(document.pages) <= _WORTH_SAVING:
            tighter = self._build(plan, options, _SNUG, progress)
            if len(tighter.pages) < len(document.pages):
                return tighter
        return document

    def _build(self, plan: Plan, options: ReportOptions, style: TableStyle, progress: Progress | None) -> Document:
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title, position=True, about="progress summary")
        flow, root = furniture.flow(progress), furniture.root
        tally, rows = Tally.of(plan), BoardRows.of(plan, options.today)
        _set_sentence(flow, root, sentence(tally))
        if tally.has_status:
            set_bar(flow, root, tally, style)
        lists = _Lists(flow, root, plan, style)
        lists.exceptions("Late and at risk", rows.exceptions)
        lists.others("Past its date and not complete", rows.overdue)
        lists.others(f"Due next, to {long_date(rows.until)}", rows.due)
        if plan.items:
            _set_remarks(flow, root, rows)
        return furniture.document(flow)


def _set_sentence(flow: Flow, parent: Node, words: str) -> None:
    """Write the key sentence; a number and its % stay on one line."""
    shapes: list[Shape] = []
    for line in wrap(words.replace(" %", "\u00a0%"), "regular", _KEY, flow.sheet.body_width):
        flow.y += _KEY_LEADING
        shapes.append(Text(flow.sheet.left, flow.y - 4, line.replace("\u00a0", " "), "regular", _KEY))
    flow.put(Content(Node("P", parent), shapes))


def _set_remarks(flow: Flow, parent: Node, rows: BoardRows) -> None:
    """Say which lists are left out because there is nothing in them."""
    found = [] if rows.exceptions else ["Nothing is marked late or at risk."]
    found += [] if rows.due else [f"Nothing falls due by {long_date(rows.until)}."]
    lines = wrap(" ".join(found), "regular", _STYLE.size, flow.sheet.body_width) if found else []
    if flow.room < 16 + 12 * len(lines):
        flow.new_page()
    shapes: list[Shape] = [
        Text(flow.sheet.left, flow.y + 18 + 12 * at, line, "regular", _STYLE.size, "text2")
        for at, line in enumerate(lines)
    ]
    if shapes:
        flow.put(Content(Node("P", parent), shapes))


class _Lists:
    """Sets the lists of rows, each a table under its heading; none where it would be empty."""

    def __init__(self, flow: Flow, parent: Node, plan: Plan, style: TableStyle) -> None:
        self.flow = flow
        self.parent = parent
        self.plan = plan
        self.style = style

    def exceptions(self, heading: str, rows: Sequence[tuple[Entry, Status]]) -> None:
        """Rows in trouble with the newest word on each."""
        if rows:
            table = self._table(heading, _EXCEPTIONS, [entry for entry, _ in rows])
            table.set([self._row(table, entry, status) for entry, status in rows])

    def others(self, heading: str, entries: Sequence[Entry]) -> None:
        """Rows with their date, lead and status."""
        if entries:
            table = self._table(heading, _OTHERS, entries)
            table.set([self._row(table, entry, status_of(self.plan, entry.item)) for entry in entries])

    def _table(self, heading: str, shares: Sequence[tuple[str, float]], entries: Sequence[Entry]) -> Table:
        """A table with its heading; columns that would say nothing are left to the others."""
        used = [share for share in shares if any(self._lines(share[0], entry, None, 500.0) for entry in entries)]
        ref = max(width(entry.number, "regular", self.style.size) for entry in entries) + 2 * self.style.side + 1
        ref = min(max(ref, 28.0), 70.0)
        left, room = self.flow.sheet.left, self.flow.sheet.body_width
        columns = [Column(REF, left, ref), *side_by_side(left + ref, used or shares, room - ref)]
        table = Table(self.flow, self.parent, columns, self.style)
        table.opening = SectionHeading(self.parent, heading)
        return table

    def _row(self, table: Table, entry: Entry, status: Status | None) -> Block:
        cells = []
        for number, column in enumerate(table.columns):
            room = column.width - 2 * self.style.side
            lines = self._lines(column.heading, entry, status, room)
            cells.append(Cell(number, lines, is_head=column.heading == ACTION))
        return Block([Row(cells)], rule=("grid2", 0.5))

    def _lines(self, heading: str, entry: Entry, status: Status | None, room: float) -> list[WordLine]:
        item = entry.item
        if heading == WHEN:
            return date_lines(self.style, item, room)
        if heading == STATUS:
            status = status or status_of(self.plan, item)
            return status_lines(self.style, status) if status else []
        if heading == COMMENT:
            return self._comment(item, room)
        words = {REF: entry.number, ACTION: item.title.strip(), LEAD: "\n".join(owner_words(self.plan, item))}[heading]
        return self.style.lines(words, room, colour="text2" if heading == REF else "text")

    def _comment(self, item: Item, room: float) -> list[WordLine]:
        """The newest update, or the reason that was given for a new date."""
        updates = self.plan.updates_of.get(item.id, ())
        if updates:
            return self.style.lines(update_words(updates[-1]), room)
        reason = item.revised_reason.strip()
        return self.style.lines(reason or "No comment yet.", room, colour="text" if reason else "text2")
