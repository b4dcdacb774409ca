"""The improvement plan report: a block for each priority, with key actions, dates, and outcomes that span their actions.

Where owners are named a column says who is responsible, beside the outcomes or in their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.action_blocks import STEP, Beside, stacked
from mkplanner.charts.reports.base import NOTHING_MORE, NOTHING_YET, Context, ReportOptions
from mkplanner.charts.reports.cell_words import bulleted, date_lines, owner_words
from mkplanner.charts.reports.common_options import ARCHIVE, BREAKS, GREY, ORIENTATION, PAPER, PRINT, ROW_OPTIONS
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.groups import named
from mkplanner.charts.reports.improvement_header import BlockHeader
from mkplanner.charts.reports.options import COLUMNS, Choice, OneOf
from mkplanner.charts.reports.paragraphs import set_paragraphs
from mkplanner.charts.reports.sections import Section, heading_words, sections
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row, TableStyle, WordLine, side_by_side
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Document
from mkplanner.models.outline import Entry
from mkplanner.models.plan import Item, Plan
from mkplanner.models.wording import KIND_WORDS
from mkplanner.progress import Progress

STYLE = TableStyle(
    size=9.5,
    leading=12.0,
    side=5.0,
    first_baseline=13.0,
    padding=9.0,
    head_size=9.5,
    head_height=20.0,
    paragraph_gap=3.0,
)
KEY, WHEN, OUTCOMES, WHO = "Key actions", "By when", "Outcomes and success criteria", "Who is responsible"
_SHARES = {
    (OUTCOMES,): (198.0, 100.0, 225.0),
    (WHO,): (252.0, 118.0, 153.0),
    (OUTCOMES, WHO): (164.0, 98.0, 158.0, 103.0),
}

BESIDE = OneOf(
    "beside",
    "Beside the dates",
    "found",
    "What stands beside each key action and its date: outcomes, who is responsible, or both.",
    COLUMNS,
    (
        Choice("found", "What the plan says"),
        Choice("outcomes", "Outcomes and success criteria"),
        Choice("who", "Who is responsible"),
        Choice("both", "Outcomes and who"),
    ),
)
_ASKED = {"outcomes": (OUTCOMES,), "who": (WHO,), "both": (OUTCOMES, WHO)}


class ImprovementPlanReport:
    """Blocks of Key actions, By when, Outcomes and success criteria, and Who is responsible."""

    id = "improvement-plan"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, PRINT, BREAKS, BESIDE, *ROW_OPTIONS, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4, upright."""
        return "A4", "portrait"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the blocks out."""
        sheet = options.sheet(*self.usual(options))
        furniture = Furniture(plan, sheet, options.today, self.title)
        flow = furniture.flow(progress)
        begun: tuple[Entry, ...] = ()
        blocks = sections(plan)
        beside = _beside(plan, blocks)
        for section in blocks:
            headings = (*section.above, *([section.top] if section.top else []))
            marks = [(heading_words(entry.item), level) for level, entry in enumerate(headings) if entry not in begun]
            if options.of(BREAKS) and begun and headings[:1] != begun[:1] and flow.y > flow.top:
                flow.new_page()
            begun = headings
            header = BlockHeader(flow, furniture.root, section.lines, [mark for mark in marks if mark[0]])
            extra = _ASKED.get(options.of(BESIDE)) or beside
            _set(flow, furniture, plan, section, header, extra)
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        return furniture.document(flow)


def _set(
    flow: Flow, furniture: Furniture, plan: Plan, section: Section, header: BlockHeader, extra: tuple[str, ...]
) -> None:
    if section.rows or any(_said(plan, section, heading) for heading in (WHEN, *extra)):
        shares = list(zip((KEY, WHEN, *extra), _SHARES[extra], strict=True))
        columns = side_by_side(flow.sheet.left, shares, flow.sheet.body_width)
        table = Table(flow, furniture.root, columns, STYLE)
        table.opening = header
        table.set(list(_Rows(plan, section, columns).blocks()))
    else:
        if header.height(first=True) > flow.room:
            flow.new_page()
        header.draw(flow, first=True)
    if section.top and section.top.item.notes.strip():
        set_paragraphs(flow, furniture.root, section.top.item.notes)


def _items(section: Section) -> list[Item]:
    return [entry.item for entry in ([section.top] if section.top else []) + section.rows]


def _beside(plan: Plan, blocks: Sequence[Section]) -> tuple[str, ...]:
    """The columns beside Key actions and By when, the same in every block so that the eye finds them again.

    Owners take the place of outcomes where there are none.
    """
    items = [item.id for section in blocks for item in _items(section)]
    owners = any(plan.owners_of(item) for item in items)
    outcomes = any(plan.outcomes_of.get(item) for item in items)
    return (OUTCOMES, WHO) if owners and outcomes else (WHO,) if owners else (OUTCOMES,)


def _said(plan: Plan, section: Section, heading: str) -> bool:
    """Whether the row that heads a block says something in a column itself."""
    if section.top is None:
        return False
    item = section.top.item
    told = {WHEN: item.by_when, OUTCOMES: plan.outcomes_of.get(item.id), WHO: plan.owners_of(item.id)}
    return bool(told[heading])


class _Rows:
    """Makes the blocks of one table."""

    def __init__(self, plan: Plan, section: Section, columns: Sequence[Column]) -> None:
        self.plan = plan
        self.section = section
        self.columns = columns
        self.least_depth = min((entry.depth for entry in section.rows), default=0)
        self.outcomes_at = next((at for at, column in enumerate(columns) if column.heading == OUTCOMES), None)

    def blocks(self) -> Iterator[Block]:
        """Yield rows that must stay together: an action with its parts, and actions that share an outcome."""
        entries = self.section.rows
        cells = [self._key(entry) for entry in entries]
        top = self.section.top
        word = KIND_WORDS[top.item.kind] if top else "plan"
        whole_cell = Cell(0, STYLE.lines(f"Whole {word}", self._room(0), colour="text2"), is_head=True)
        whole = self._beside(top.item) if top else {}
        rows = (
            stacked(cells, [self._beside(entry.item) for entry in entries], whole_cell, whole) if entries or top else []
        )
        extra = len(rows) - len(entries)
        self._join_outcomes(rows[extra:])
        begins = [
            0,
            *(at + extra for at, entry in enumerate(entries) if entry.depth == self.least_depth and at + extra),
        ]
        for first, end in pairwise([*_uncovered(rows, begins), len(rows)]):
            yield Block(rows[first:end])

    def _key(self, entry: Entry) -> Cell:
        indent = STEP * min(entry.depth - self.least_depth, 6)
        return Cell(0, STYLE.lines(named(entry.item), self._room(0) - indent), is_head=True, indent=indent)

    def _beside(self, item: Item) -> Beside:
        found: dict[int, list[WordLine]] = {}
        for at, column in enumerate(self.columns):
            if column.heading == WHEN:
                found[at] = date_lines(STYLE, item, self._room(at))
            elif column.heading == WHO:
                found[at] = STYLE.lines("\n".join(owner_words(self.plan, item)), self._room(at))
            elif column.heading == OUTCOMES:
                found[at] = self._outcomes(item, self._room(at))
        return found

    def _outcomes(self, item: Item, room: float) -> list[WordLine]:
        texts = [outcome.text for outcome in self.plan.outcomes_of.get(item.id, ()) if outcome.text.strip()]
        if len(texts) == 1:
            return STYLE.lines(texts[0], room)
        return [line for text in texts for line in bulleted(STYLE, text, room)]

    def _join_outcomes(self, rows: Sequence[Row]) -> None:
        """Give rows that follow one another and have the same outcomes one cell; an empty column is one cell too."""
        joins_empty = not any(self.plan.outcomes_of.get(entry.item.id) for entry in self.section.rows)
        shared: Cell | None = None
        before: tuple[str, ...] = ()
        for row, entry in zip(rows, self.section.rows, strict=True):
            cell = next((cell for cell in row.cells if cell.column == self.outcomes_at and cell.rows == 1), None)
            ids = tuple(outcome.id for outcome in self.plan.outcomes_of.get(entry.item.id, ()))
            if shared and cell and ids == before and (ids or joins_empty):
                shared.rows += 1
                row.cells.remove(cell)
            else:
                shared, before = cell, ids

    def _room(self, column: int) -> float:
        return self.columns[column].width - 2 * STYLE.side


def _uncovered(rows: Sequence[Row], begins: Sequence[int]) -> list[int]:
    """Those of some rows that no cell reaches down into from above."""
    reach, free = 0, set()
    for number, row in enumerate(rows):
        if number >= reach:
            free.add(number)
        reach = max([reach, *(number + cell.rows for cell in row.cells)])
    return [number for number in begins if number in free]
