"""The timetable report: Action, Sub action(s) and Date, one date beside an action's stacked sub-actions."""

from __future__ import annotations

from mkplanner.charts.reports.action_blocks import ActionBlocks
from mkplanner.charts.reports.base import NOTHING_MORE, NOTHING_YET, Context, ReportOptions
from mkplanner.charts.reports.cell_words import DATE, LEAD, STATUS
from mkplanner.charts.reports.common_options import (
    ARCHIVE,
    BREAKS,
    GREY,
    ORIENTATION,
    PAPER,
    PRINT,
    ROW_OPTIONS,
    columns,
)
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.options import Choice
from mkplanner.charts.reports.table_parts import TableStyle, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Document
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

_ALWAYS = (("Action", 150.0), ("Sub action(s)", 243.0))
_SHARES = {DATE: ("Date", 130.28), LEAD: ("Lead", 104.0), STATUS: ("Status", 96.0)}
COLUMNS = columns((DATE,), (Choice(DATE, "Date"), Choice(LEAD, "Lead"), Choice(STATUS, "Status")))


class TimetableReport:
    """Action, Sub action(s), Date: the layout boards know from Word."""

    id = "timetable"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, PRINT, BREAKS, COLUMNS, *ROW_OPTIONS, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4, upright."""
        return "A4", "portrait"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the timetable out."""
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title)
        flow = furniture.flow(progress)
        beside = options.of(COLUMNS)
        shares = [*_ALWAYS, *(_SHARES[key] for key in beside)]
        table = Table(flow, furniture.root, side_by_side(sheet.left, shares, sheet.body_width), TableStyle())
        table.set(ActionBlocks(plan, table, beside, breaks=options.of(BREAKS)).made())
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        return furniture.document(flow)
