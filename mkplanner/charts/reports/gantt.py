"""The Gantt report: a table of rows with a chart in its last column, on a timescale of financial years.

For a screen reader it is a real table: reference, action, date, lead and status are cells, and each row's bar is a figure
that says its dates in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkplanner.charts.geometry import Rect
from mkplanner.charts.pages import OVER, RULES, Flow
from mkplanner.charts.reports.base import NOTHING_MORE, NOTHING_YET, Context, ReportOptions
from mkplanner.charts.reports.common_options import (
    ARCHIVE,
    BREAKS,
    FROM,
    GREY,
    LEGEND,
    ORIENTATION,
    PAPER,
    PRINT,
    ROW_OPTIONS,
    TILES,
    TO,
)
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.gantt_columns import COLUMNS, SNUG, STYLE, gantt_columns
from mkplanner.charts.reports.gantt_legend import set_gantt_legend
from mkplanner.charts.reports.gantt_links import link_shapes
from mkplanner.charts.reports.gantt_rows import RowMaker, wording
from mkplanner.charts.reports.gantt_scale import Stretch, stretch_of, tiles_of
from mkplanner.charts.reports.options import MARKS, Flag
from mkplanner.charts.reports.table_heads import PlainHead
from mkplanner.charts.reports.table_parts import Column, TableStyle, set_apart
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Content, Decoration, Document, Look, Node, Picture, Shape
from mkplanner.charts.timescale.head import PAPER_HEAD, grid_shapes, head_shapes, today_flag, today_line
from mkplanner.charts.timescale.timescale import Timescale, tiers
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

_TIER = 15.3
_STRIP = 16.0
"""Room below the headings for the flag of today, so that it never covers a mark."""

TODAY = Flag("today", "Today line", True, "Draws the line of today through the chart.", MARKS)
LINKS = Flag(
    "links", "Links between actions", True, "Draws arrows from what must come first to what waits for it.", MARKS
)

_WORTH_SAVING = 12
"""A chart of more pages than this is not laid out twice to save one."""


class GanttReport:
    """Names, dates, leads and status beside a chart, with a legend."""

    id = "gantt"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, TILES, PRINT, BREAKS, COLUMNS, *ROW_OPTIONS, LEGEND, TODAY, LINKS, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A3, held sideways."""
        return "A3", "landscape"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the chart out. Each tile is a table of its own.

        A chart of a few pages is set a little tighter where that saves one.
        """
        document = self._build(plan, options, STYLE, progress)
        if 1 < len(document.pages) <= _WORTH_SAVING:
            tighter = self._build(plan, options, SNUG, progress)
            if len(tighter.pages) < len(document.pages):
                return tighter
        return document

    def _build(self, plan: Plan, options: ReportOptions, style: TableStyle, progress: Progress | None) -> Document:
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title, position=True)
        flow = furniture.flow(progress)
        calendar = Calendar.of(plan.context())
        whole = stretch_of(plan, options.today, calendar, options.of(FROM), options.of(TO))
        stretches = tiles_of(whole, options.tiles)
        columns = gantt_columns(sheet, wording(plan), options.of(COLUMNS))
        for number, stretch in enumerate(stretches, start=1):
            if number > 1:
                flow.new_page()
            caption = f"Part {number} of {len(stretches)}: {stretch.words}" if len(stretches) > 1 else None
            _Chart(plan, options, stretch, calendar, style).set(flow, furniture.root, columns, caption)
        if options.of(LEGEND):
            set_gantt_legend(flow, furniture.root, plan, calendar, has_links=options.of(LINKS))
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        return furniture.document(flow)


class _ChartHead(PlainHead):
    """Column headings, with the timescale above the chart."""

    def __init__(self, columns: Sequence[Column], style: TableStyle, chart: _Chart) -> None:
        super().__init__(columns, style)
        self.chart = chart

    def beside(self, flow: Flow, number: int, rect: Rect, node: Node | None) -> None:
        if number == len(self.columns) - 1:
            self.chart.draw_head(rect, node)


class _Chart:
    """One table with its stretch of the timescale."""

    def __init__(
        self, plan: Plan, options: ReportOptions, stretch: Stretch, calendar: Calendar, style: TableStyle
    ) -> None:
        self.plan = plan
        self.options = options
        self.today = options.today
        self.style = style
        self.stretch = stretch
        self.calendar = calendar
        self.strip = _STRIP if options.of(TODAY) and stretch.holds(self.today) else 0.0

    def set(self, flow: Flow, parent: Node, columns: list[Column], caption: str | None) -> None:
        self.flow = flow
        self.chart = columns[-1]
        self.scale = Timescale.fitting(self.stretch.first, self.stretch.last, self.chart.width, self.chart.x)
        if caption:
            flow.bookmark(caption, 0)
        style = self._style()
        table = Table(flow, parent, columns, style, caption)
        table.head, table.on_page = _ChartHead(columns, style, self), self._behind
        breaks = self.options.of(BREAKS)
        self.rows = RowMaker(
            self.plan, columns, self.scale, self.calendar, self.style, breaks=breaks, breathe=flow.breathe
        )
        table.set(self.rows.blocks())
        if table.node:
            table.node.look = replace(table.node.look or Look(), ground=self._ground())

    def _style(self) -> TableStyle:
        letter = PAPER_HEAD.low_letter / 10
        rows = tiers(self.scale, self.chart.x, self.chart.right, self.calendar, letter)
        height = _TIER * len(rows) + self.strip
        return replace(self.style, head_height=height)

    def draw_head(self, rect: Rect, node: Node | None) -> None:
        """Draw the timescale, and below it the flag of today."""
        above = Rect(rect.x, rect.y, rect.width, rect.height - self.strip)
        shapes = head_shapes(self.scale, above, self.calendar, PAPER_HEAD)
        if node is None:
            self.flow.put(Decoration(shapes, "Pagination"))
        else:
            look = Look(picture=Picture([*shapes, *self._today(rect, above)], rect))
            spoken = Node("Span", node, actual=f"Chart from {self.stretch.words}", look=look)
            self.flow.put(Content(spoken, set_apart(shapes)))
        if self.strip:
            strip = Rect(rect.x, above.bottom, rect.width, self.strip)
            self.flow.put(Decoration(today_line(self.scale, self.today, strip, PAPER_HEAD)), RULES)
            self.flow.put(Decoration(today_flag(self.scale, self.today, strip, PAPER_HEAD)), OVER)

    def _today(self, rect: Rect, above: Rect) -> Sequence[Shape]:
        """The flag of today with its line, in the strip below the timescale."""
        if not self.strip:
            return ()
        strip = Rect(rect.x, above.bottom, rect.width, self.strip)
        line = today_line(self.scale, self.today, strip, PAPER_HEAD)
        return (*line, *today_flag(self.scale, self.today, strip, PAPER_HEAD))

    def _ground(self) -> Picture:
        """The grid and the line of today as they run behind a row of any height."""
        rect = Rect(self.chart.x, 0.0, self.chart.width, 100.0)
        grid = grid_shapes(self.scale, rect, self.calendar, PAPER_HEAD)
        return Picture([*grid, *today_line(self.scale, self.today, rect, PAPER_HEAD)], rect)

    def _behind(self, body: Rect) -> None:
        """The grid, the line of today and the links, behind every row of a page."""
        rect = Rect(self.chart.x, body.y, self.chart.width, body.height)
        shapes = grid_shapes(self.scale, rect, self.calendar, PAPER_HEAD)
        inner = [line for line in shapes if getattr(line, "x1", rect.x) > rect.x + 0.5]
        line = today_line(self.scale, self.today, rect, PAPER_HEAD) if self.strip else []
        self.flow.put(Decoration([*inner, *line]), RULES)
        if not self.options.of(LINKS):
            return
        lines, reasons = link_shapes(self.plan, self.rows.drawn, rect)
        self.rows.drawn.clear()
        if lines:
            self.flow.put(Decoration(lines), RULES)
        if reasons:
            self.flow.put(Decoration(reasons), OVER)
