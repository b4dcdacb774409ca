"""The timetable report: Action, Sub action(s) and Date, one date beside an action's stacked sub-actions."""

from __future__ import annotations

from mkplanner.charts.reports.action_blocks import ActionBlocks, Beside
from mkplanner.charts.reports.base import NOTHING_YET, ReportOptions
from mkplanner.charts.reports.cell_words import date_lines
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.table_parts import TableStyle, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Document
from mkplanner.models.plan import Item, Plan
from mkplanner.progress import Progress

_SHARES = (("Action", 150.0), ("Sub action(s)", 243.0), ("Date", 130.28))


class TimetableReport:
    """Action, Sub action(s), Date: the layout boards know from Word."""

    id = "timetable"
    title = "Timetable"

    def build(self, plan: Plan, options: ReportOptions, progress: Progress | None = None) -> Document:
        """Lay the timetable out; upright on A4 unless something else is asked for."""
        sheet = options.sheet("A4", "portrait")
        furniture = Furniture(plan.info, sheet, options.today, self.title)
        flow = furniture.flow(progress)
        table = Table(flow, furniture.root, side_by_side(sheet.left, _SHARES, sheet.body_width), TableStyle())
        table.set(_Blocks(plan, table).made())
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        return furniture.document(flow)


class _Blocks(ActionBlocks):
    def beside(self, item: Item) -> Beside:
        return {2: date_lines(self.style, item, self.room(2))}
