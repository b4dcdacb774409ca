"""The action plan report: Action, Sub action, Action by, Completed by and Progress, as partnering boards know it.

An action stands once beside its sub-actions; after a page break it is named again with (cont'd).
"""

from __future__ import annotations

from mkplanner.charts.reports.action_blocks import ActionBlocks
from mkplanner.charts.reports.base import NOTHING_MORE, NOTHING_YET, Context, ReportOptions
from mkplanner.charts.reports.cell_words import DATE, LEAD, PROGRESS
from mkplanner.charts.reports.common_options import (
    ARCHIVE,
    BREAKS,
    GREY,
    LEGEND,
    ORIENTATION,
    PAPER,
    PRINT,
    ROW_OPTIONS,
    columns,
)
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.legend_block import set_legend, status_keys
from mkplanner.charts.reports.options import Choice
from mkplanner.charts.reports.table_parts import TableStyle, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Document
from mkplanner.models.plan import Plan
from mkplanner.models.tally import status_of
from mkplanner.progress import Progress

STYLE = TableStyle(
    size=9.5,
    leading=11.8,
    side=5.0,
    first_baseline=12.7,
    padding=9.0,
    head_size=9.5,
    head_height=20.0,
    paragraph_gap=3.0,
)
_ALWAYS = (("Action", 128.0, 84.0), ("Sub action", 188.0, 126.0))
_SHARES = {
    LEAD: ("Action by", 132.0, 96.0),
    DATE: ("Completed by", 132.0, 92.0),
    PROGRESS: ("Progress", 190.0, 126.0),
}
"""Heading, and share of the width of a wide and of a narrow page."""
COLUMNS = columns(tuple(_SHARES), tuple(Choice(key, words) for key, (words, _, _) in _SHARES.items()))


class ActionPlanReport:
    """Action, Sub action, Action by, Completed by, Progress."""

    id = "action-plan"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, PRINT, BREAKS, COLUMNS, *ROW_OPTIONS, LEGEND, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4, held sideways: five columns."""
        return "A4", "landscape"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the action plan out."""
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title)
        flow = furniture.flow(progress)
        beside = options.of(COLUMNS)
        is_wide = sheet.body_width > 600
        shares = [
            (words, wide if is_wide else narrow)
            for words, wide, narrow in (*_ALWAYS, *(_SHARES[key] for key in beside))
        ]
        table = Table(flow, furniture.root, side_by_side(sheet.left, shares, sheet.body_width), STYLE)
        table.set(_Blocks(plan, table, beside, breaks=options.of(BREAKS)).made())
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        if options.of(LEGEND) and PROGRESS in beside:
            used = {status_of(plan, item) for item in plan.items.values()}
            set_legend(flow, furniture.root, "Progress", status_keys(used))
        return furniture.document(flow)


class _Blocks(ActionBlocks):
    continued = "(cont'd)"
    has_bullets = True
