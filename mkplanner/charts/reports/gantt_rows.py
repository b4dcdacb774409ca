"""Rows of a plan to the rows of a printed Gantt timetable: words at the left, each row's marks as a figure at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from mkplanner.charts.geometry import Rect
from mkplanner.charts.links import LinkEnd, end_of
from mkplanner.charts.marks.marks import MarkLayout, marks_for
from mkplanner.charts.marks.metrics import PAPER, RowGeometry
from mkplanner.charts.reports.cell_words import date_words, first_words, owner_words, status_lines
from mkplanner.charts.reports.gantt_columns import BY_WHEN, LEAD, STATUS, STYLE, Wording
from mkplanner.charts.reports.table_parts import CONTINUED, Block, Cell, Column, Row, TableStyle, WordLine, set_apart
from mkplanner.charts.shapes import Content, Decoration, Look, Node, Picture
from mkplanner.charts.textfit import wrap
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.links.words import follows_said
from mkplanner.models.outline import Entry, ancestors, outline
from mkplanner.models.plan import Item, Plan
from mkplanner.models.status import STYLES, Status
from mkplanner.records import frozen

_OFTEN = 100
"""After so many rows it is told that the work goes on."""
_STEP = 13.0
"""How far each level below an action stands in."""


def wording(plan: Plan) -> Wording:
    """Return all words of the narrow columns, to measure them."""
    entries = outline(plan)
    return Wording(
        [entry.number for entry in entries],
        [date_cell(plan, entry.item) for entry in entries],
        [lead_words(plan, entry.item) for entry in entries],
        any(entry.item.status for entry in entries),
    )


def date_cell(plan: Plan, item: Item) -> str:
    """The author's words for the date, and below them what was promised first and what the row follows."""
    first = first_words(item)
    return "\n".join(filter(None, (date_words(item), f"(was {first})" if first else "", *follows_said(plan, item.id))))


def lead_words(plan: Plan, item: Item) -> str:
    """Those who stand under "Action by", with the word before *by* where there is one."""
    return "; ".join(owner_words(plan, item))


@frozen(slots=False)
class RowMaker:
    """Makes the blocks of one table; `scale` belongs to its chart column, the last one.

    `drawn` fills with where the rows' marks came to stand; whoever draws the links of a page empties it.
    """

    plan: Plan
    columns: Sequence[Column]
    scale: Timescale
    calendar: Calendar
    style: TableStyle = STYLE
    drawn: dict[str, LinkEnd] = field(default_factory=dict)
    breaks: bool = False
    breathe: Callable[[], None] = lambda: None

    def blocks(self) -> list[Block]:
        """Return a block for every row of the plan, headings and parents kept with what follows."""
        found: list[Block] = []
        above: list[tuple[Entry, Block]] = []
        entries = outline(self.plan)
        headed = any(entry.item.kind.is_heading for entry in entries)
        nested = any(entry.item.kind.is_heading and entry.depth for entry in entries)
        for number, (entry, following) in enumerate(zip(entries, (*entries[1:], None), strict=False)):
            if number % _OFTEN == 0:
                self.breathe()
            above = [(upper, block) for upper, block in above if upper.depth < entry.depth]
            parent = following is not None and following.depth > entry.depth
            block = self._block(entry, len(above), parent, parent and not headed)
            if nested and entry.item.kind.is_heading and not entry.depth:
                block.fill = "grid"
            block.below = tuple(block for _, block in above)
            block.breaks = self.breaks and entry.item.kind.is_heading and not entry.depth
            above.append((entry, block))
            found.append(block)
        return found

    def _block(self, entry: Entry, level: int, is_parent: bool, is_bold: bool) -> Block:
        item = entry.item
        heading = item.kind.is_heading
        indent = 0.0 if heading else _STEP * min(self._depth_below_heading(entry), 5)
        face = "bold" if heading or is_bold else "regular"
        cells = [self._cell(0, entry.number, face, "text" if face == "bold" else "text2")]
        cells[0].again = cells[0].lines
        cells += self._words(item, face, indent)
        cells.append(self._chart(item, "theme_row" if heading else "base"))
        title = item.title.strip() or entry.number
        mark = (f"{entry.number} {title}".strip(), level) if heading or is_parent or not level else None
        rule = ("edge", 0.8) if heading else ("grid2", 0.4)
        fill = "theme_row" if heading else None
        return Block([Row(cells)], fill, leads=is_parent, bookmark=mark, rule=rule)

    def _depth_below_heading(self, entry: Entry) -> int:
        depth = 0
        for above in ancestors(self.plan, entry.item.id):
            if above.kind.is_heading:
                break
            depth += 1
        return depth

    def _words(self, item: Item, face: str, indent: float) -> list[Cell]:
        """The cells between the reference and the chart; a heading without date, lead or status takes them all."""
        dates, lead = date_words(item), lead_words(self.plan, item)
        last = len(self.columns) - 1
        if item.kind.is_heading and not (dates or lead or item.status):
            return [self._title(item, face, indent, last - 1)]
        cells = [self._title(item, face, indent, 1)]
        for number, column in enumerate(self.columns[2:last], start=2):
            if column.heading == BY_WHEN:
                cells.append(Cell(number, self._date_lines(item, column)))
            elif column.heading == LEAD:
                cells.append(self._cell(number, lead))
            elif column.heading == STATUS:
                cells.append(Cell(number, status_lines(self.style, item.status) if item.status else []))
        return cells

    def _title(self, item: Item, face: str, indent: float, columns: int) -> Cell:
        across = self.columns[1 : 1 + columns]
        room = sum(column.width for column in across) - 2 * self.style.side - indent
        title = item.title.strip()
        cell = Cell(1, self.style.lines(title, room, face), columns, is_head=True, indent=indent)
        cell.again = self.style.lines(f"{title} {CONTINUED}".strip(), room, face)
        return cell

    def _cell(self, column: int, words: str, face: str = "regular", colour: str = "text") -> Cell:
        return Cell(column, self.style.lines(words, self.columns[column].width - 2 * self.style.side, face, colour))

    def _date_lines(self, item: Item, column: Column) -> list[WordLine]:
        """The author's words, and below them, set back, what was promised first and what the row follows."""
        room = column.width - 2 * self.style.side
        lines = self.style.lines(date_cell(self.plan, item), room)
        own = len(self.style.lines(date_words(item), room)) if date_words(item) else 0
        return [line._replace(colour="text2") if number >= own else line for number, line in enumerate(lines)]

    def _chart(self, item: Item, ground: str) -> Cell:
        number = len(self.columns) - 1
        least = self.style.padding + self.style.leading
        segments = item.by_when.segments if item.by_when else ()
        if sum(segment.is_dated for segment in segments) > 1:
            least += self.style.leading
        cell = Cell(number, [], least_height=least)
        cell.paint = lambda node, rect: self._figure(item, ground, node, rect)
        return cell

    def _figure(self, item: Item, ground: str, node: Node, rect: Rect) -> Sequence[Content | Decoration]:
        layout = self._marks(item, ground, rect)
        if layout is None or not layout.shapes:
            return ()
        end = end_of(layout, rect.y, rect.bottom)
        if end is not None:
            self.drawn[item.id] = end
        figure = Node("Figure", node, alt=layout.words, look=Look(picture=Picture(layout.shapes, rect)))
        return (Content(figure, set_apart(layout.shapes)),)

    def _marks(self, item: Item, ground: str, rect: Rect) -> MarkLayout | None:
        if item.by_when is None:
            return None
        return marks_for(
            item.by_when,
            self.scale,
            RowGeometry(rect.y, rect.height, self.style.leading, self._line_places(item, rect)),
            visible=(rect.x, rect.right),
            done=item.percent,
            complete=item.status is Status.COMPLETE or item.percent == 100,
            status=STYLES[item.status].letter if item.status else None,
            original=item.original,
            metrics=PAPER,
            row_colour=ground,
            calendar=self.calendar,
        )

    def _line_places(self, item: Item, rect: Rect) -> tuple[tuple[float, float], ...]:
        """Top and bottom of each of the author's lines in the By when cell, so that marks stand beside their words."""
        wide = next((column.width for column in self.columns if column.heading == BY_WHEN), 0.0)
        if not wide:
            return ()
        room = wide - 2 * self.style.side
        words = date_words(item)
        found, top = [], rect.y + self.style.padding / 2
        for line in (line for line in words.split("\n") if line.strip()):
            bottom = top + self.style.leading * len(wrap(line, "regular", self.style.size, room))
            found.append((top, bottom))
            top = bottom
        return tuple(found)
