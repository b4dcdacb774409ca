"""The action plan report: Action, Sub action, Action by, Completed by and Progress, as partnering boards know it.

An action stands once beside its sub-actions; after a page break it is named again with (cont'd).
"""

from __future__ import annotations

from mkplanner.charts.reports.action_blocks import ActionBlocks, Beside
from mkplanner.charts.reports.base import NOTHING_YET, ReportOptions
from mkplanner.charts.reports.cell_words import date_lines, owner_words, progress_lines, status_of
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.legend_block import set_legend, status_keys
from mkplanner.charts.reports.table_parts import TableStyle, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Document
from mkplanner.models.plan import Item, Plan
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
_HEADINGS = ("Action", "Sub action", "Action by", "Completed by", "Progress")
_WIDE, _NARROW = (128.0, 188.0, 132.0, 132.0, 190.0), (84.0, 126.0, 96.0, 92.0, 126.0)


class ActionPlanReport:
    """Action, Sub action, Action by, Completed by, Progress."""

    id = "action-plan"
    title = "Action plan"

    def build(self, plan: Plan, options: ReportOptions, progress: Progress | None = None) -> Document:
        """Lay the action plan out; sideways on A4 unless something else is asked for."""
        sheet = options.sheet("A4", "landscape")
        furniture = Furniture(plan.info, sheet, options.today, self.title)
        flow = furniture.flow(progress)
        shares = zip(_HEADINGS, _WIDE if sheet.body_width > 600 else _NARROW, strict=True)
        table = Table(flow, furniture.root, side_by_side(sheet.left, list(shares), sheet.body_width), STYLE)
        table.set(_Blocks(plan, table).made())
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        used = {status_of(plan, item) for item in plan.items.values()}
        set_legend(flow, furniture.root, "Progress", status_keys(used))
        return furniture.document(flow)


class _Blocks(ActionBlocks):
    continued = "(cont'd)"
    has_bullets = True

    def beside(self, item: Item) -> Beside:
        style = self.style
        return {
            2: style.lines("\n".join(owner_words(self.plan, item)), self.room(2)),
            3: date_lines(style, item, self.room(3)),
            4: progress_lines(style, self.plan, item, self.room(4)),
        }
