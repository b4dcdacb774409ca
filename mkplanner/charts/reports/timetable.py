"""The timetable report: Action, Sub action(s) and Date, one date beside an action's stacked sub-actions.

Every plan prints, whatever its shape: themes and priorities become bands across the table, an action without sub-actions
takes both columns, and where sub-actions have dates of their own each date stands beside its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mkplanner.charts.pages import Sheet
from mkplanner.charts.reports.base import NOTHING_YET, ReportOptions
from mkplanner.charts.reports.dates import date_words, first_words
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.table_parts import CONTINUED, Block, Cell, Column, Row, TableStyle, WordLine
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Document
from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Item, Plan
from mkplanner.progress import Progress

_SHARES = (150.0, 243.0, 130.28)
_STEP = 12.0
"""How far a sub-action's own sub-actions stand in."""


class TimetableReport:
    """Action, Sub action(s), Date: the layout boards know from Word."""

    id = "timetable"
    title = "Timetable"

    def build(self, plan: Plan, options: ReportOptions, progress: Progress | None = None) -> Document:
        """Lay the timetable out; upright on A4 unless something else is asked for."""
        sheet = options.sheet("A4", "portrait")
        furniture = Furniture(plan.info, sheet, options.today, self.title)
        flow = furniture.flow(progress)
        table = Table(flow, furniture.root, _columns(sheet), TableStyle())
        table.set(_Blocks(plan, table).made())
        if not plan.items:
            furniture.say(flow, NOTHING_YET)
        return furniture.document(flow)


@dataclass
class _Group:
    """An action with everything that stands below it, and the headings above."""

    action: Entry
    parts: list[Entry] = field(default_factory=list)


class _Blocks:
    """Turns the rows of a plan into the blocks of the table."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self.plan = plan
        self.style = table.style
        self.columns = table.columns
        self.groups = list(_groups(plan))
        headings = [group.action for group in self.groups if group.action.item.kind.is_heading]
        self.is_nested = any(entry.depth for entry in headings)
        actions = [group for group in self.groups if not group.action.item.kind.is_heading]
        self.is_plain = 2 * sum(bool(group.parts) for group in actions) < len(actions)

    def made(self) -> list[Block]:
        found: list[Block] = []
        above: list[tuple[int, Block]] = []
        for group in self.groups:
            entry = group.action
            above = [(depth, block) for depth, block in above if depth < entry.depth]
            if entry.item.kind.is_heading:
                block = self._band(entry, len(above))
                above.append((entry.depth, block))
            else:
                block = self._action(group, len(above))
            block.below = tuple(band for _, band in above if band is not block)
            found.append(block)
        return found

    def _band(self, entry: Entry, level: int) -> Block:
        date = self._date(entry.item)
        words = _named(entry.item)
        wide = 2 if date else 3
        room = self._room(0, wide)
        cell = Cell(0, self.style.lines(words, room, "bold"), columns=wide, is_head=True)
        cell.again = self.style.lines(f"{words} {CONTINUED}", room, "bold")
        cells = [cell, Cell(2, date)] if date else [cell]
        fill = "grid" if self.is_nested and not entry.depth else "theme_row"
        return Block([Row(cells)], fill, leads=True, bookmark=(words, level))

    def _action(self, group: _Group, level: int) -> Block:
        item = group.action.item
        date, words = self._date(item), _named(item)
        bookmark = (words, level) if words else None
        if not group.parts:
            face = "regular" if self.is_plain else "bold"  # long sentences of flat plans read better unemphasised
            title = Cell(0, self.style.lines(words, self._room(0, 2), face), columns=2, is_head=True)
            return Block([Row([title, Cell(2, date)])], bookmark=bookmark)
        rows = self._shared(group, date) if self._shares_date(group) else self._dated(group, date)
        title = Cell(0, self.style.lines(words, self._room(0, 1), "bold"), rows=len(rows), is_head=True)
        title.again = self.style.lines(f"{words} {CONTINUED}", self._room(0, 1), "bold")
        rows[0].cells.insert(0, title)
        return Block(rows, bookmark=bookmark)

    def _shares_date(self, group: _Group) -> bool:
        return not any(date_words(entry.item) for entry in group.parts)

    def _shared(self, group: _Group, date: list[WordLine]) -> list[Row]:
        """Sub-actions with one date beside them all."""
        rows = [Row([self._part(entry, group)]) for entry in group.parts]
        rows[0].cells.append(Cell(2, date, rows=len(rows), again=[line._replace(colour="text2") for line in date]))
        return rows

    def _dated(self, group: _Group, date: list[WordLine]) -> list[Row]:
        """Sub-actions with dates of their own; the action's own date then has a line to itself above them."""
        rows = [Row([self._part(entry, group), Cell(2, self._date(entry.item))]) for entry in group.parts]
        whole = Cell(1, self.style.lines("Whole action", self._room(1, 1), colour="text2"))
        return [Row([whole, Cell(2, date)]), *rows] if date else rows

    def _part(self, entry: Entry, group: _Group) -> Cell:
        indent = _STEP * min(entry.depth - group.action.depth - 1, 6)
        return Cell(1, self.style.lines(_named(entry.item), self._room(1, 1) - indent), indent=indent)

    def _date(self, item: Item) -> list[WordLine]:
        room = self._room(2, 1)
        lines = self.style.lines(date_words(item), room)
        first = first_words(item)
        if first:
            was = self.style.lines(f"(originally {first})", room, colour="text2")
            if lines:
                lines[-1] = lines[-1]._replace(words=lines[-1].words.rstrip() + " ")
                was[0] = was[0]._replace(before=self.style.paragraph_gap)
            lines += was
        return lines

    def _room(self, column: int, count: int) -> float:
        across = self.columns[column : column + count]
        return sum(part.width for part in across) - 2 * self.style.side


def _columns(sheet: Sheet) -> Sequence[Column]:
    x, found = sheet.left, []
    for heading, share in zip(("Action", "Sub action(s)", "Date"), _SHARES, strict=True):
        wide = share / sum(_SHARES) * sheet.body_width
        found.append(Column(heading, x, wide))
        x += wide
    return found


def _groups(plan: Plan) -> Iterator[_Group]:
    """Yield headings alone, and each action with all that stands below it."""
    group: _Group | None = None
    for entry in outline(plan):
        if entry.item.kind.is_heading or group is None or entry.depth <= group.action.depth:
            if group:
                yield group
            group = _Group(entry)
            if entry.item.kind.is_heading:
                yield group
                group = None
        else:
            group.parts.append(entry)
    if group:
        yield group


def _named(item: Item) -> str:
    return f"{item.ref.strip()} {item.title.strip()}".strip()
