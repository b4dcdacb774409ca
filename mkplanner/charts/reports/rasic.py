"""The RASIC report: who is Responsible, Accountable, Supporting, Informed and Consulted, in either of two forms.

As a grid, parties are columns with letters in cells, counts below and checks beside; too many for one sheet stand in several
tables with the rows named again. As names, the letters are columns with names in cells, which fits A4.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mkplanner.charts.figures.numbers import workload_by_party
from mkplanner.charts.legend import Entry, inherited_entry, letter_entry
from mkplanner.charts.pages import Flow, Sheet
from mkplanner.charts.rasic_tokens import TOKEN_PAPER
from mkplanner.charts.reports.base import NOTHING_MORE, NOTHING_YET, Context, ReportOptions
from mkplanner.charts.reports.common_options import (
    ARCHIVE,
    FILTER,
    FROM,
    GREY,
    ORIENTATION,
    PAPER,
    PRINT,
    ROW_OPTIONS,
    STATUS,
    TO,
)
from mkplanner.charts.reports.figure_block import set_figure
from mkplanner.charts.reports.furniture import Furniture
from mkplanner.charts.reports.legend_block import Key, set_legend
from mkplanner.charts.reports.options import COLUMNS, MARKS, ROWS, Choice, Flag, OneOf, Several, Words
from mkplanner.charts.reports.rasic_blocks import STYLE, RasicBlocks
from mkplanner.charts.reports.rasic_cells import count_cell, letters_cell, remark_cell
from mkplanner.charts.reports.rasic_columns import Frame, Tile, least_widths, tile_columns, tiles
from mkplanner.charts.reports.rasic_head import RasicHead
from mkplanner.charts.reports.rasic_names import set_names
from mkplanner.charts.reports.rasic_parties import set_parties
from mkplanner.charts.reports.rasic_rows import RasicRows
from mkplanner.charts.reports.table_parts import Block, Cell, Column, Row
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.reports.titles import TITLES
from mkplanner.charts.shapes import Document, Node
from mkplanner.errors import PlannerError
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.letters import CODES, MEANINGS
from mkplanner.models.rasic.lettersets import Letter
from mkplanner.models.rasic.owners import find_party
from mkplanner.models.rasic.workload import Workload
from mkplanner.progress import Progress

GRID, NAMES, PARTIES = "grid", "names", "parties"
LAYOUT = OneOf(
    "layout",
    "Form",
    GRID,
    "The form of the report: parties as columns with letters in cells, letters as columns with names in cells, or a page "
    "for each party with its rows.",
    COLUMNS,
    (Choice(GRID, "Letters"), Choice(NAMES, "Names"), Choice(PARTIES, "A page each")),
)
ONLY = Words(
    "parties",
    "Only parties",
    "",
    "Only these parties, by name or abbreviation, with commas between.",
    ROWS,
    "every one",
)
LETTERS = Several(
    "letters",
    "Only letters",
    (),
    "Only these letters; none named means all.",
    ROWS,
    tuple(Choice(code, MEANINGS[code][0]) for code in CODES),
)
WORKLOAD = Flag("workload", "Workload figure", True, "Shows below the table who holds how many letters.", MARKS)
NO_LETTERS = "Nobody holds a RASIC letter in this plan yet."
NONE_WANTED = "No row holds a letter of those that are asked for."


class RasicReport:
    """Letters of responsibility for each action and party."""

    id = "rasic"
    title = TITLES[id]
    options = (PAPER, ORIENTATION, PRINT, LAYOUT, ONLY, LETTERS, *ROW_OPTIONS, WORKLOAD, GREY, ARCHIVE)

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """A4 upright for a page each, held sideways for names, which wrap; A3 for the grid unless A4 holds it."""
        if options.of(LAYOUT) == PARTIES:
            return "A4", "portrait"
        return ("A3" if options.of(LAYOUT) == GRID else "A4"), "landscape"

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the report out: the grid on A4 where that holds it in one piece, else on A3; other forms on A4.

        Raises `PlannerError` for a party that the plan does not know.
        """
        layout, letters = options.of(LAYOUT), options.of(LETTERS)
        rows = RasicRows(plan, _wanted(plan, options.of(ONLY)), "".join(letters), is_part=_is_part(options))
        sheet = options.sheet("A4", self.usual(options)[1])
        if layout == GRID and not options.paper and not _fits(rows, sheet):
            sheet = options.sheet("A3", "landscape")
        furniture = self._furniture(plan, sheet, options)
        flow = furniture.flow(progress)
        if not rows.holders:
            has_letters = any(cell.letters for cell in plan.assignments.values())
            furniture.say(flow, NONE_WANTED if has_letters else NO_LETTERS if plan.items else NOTHING_YET)
        elif layout == PARTIES:
            set_parties(
                flow, furniture.root, rows, options.today, lambda: self._furniture(plan, sheet, options).flow(progress)
            )
        elif layout == NAMES:
            set_names(flow, furniture.root, rows)
        else:
            _set_grid(flow, furniture.root, rows)
        if rows.holders and layout != PARTIES and options.of(WORKLOAD):
            _set_workload(flow, furniture.root, rows)
        return furniture.document(flow)

    def _furniture(self, plan: Plan, sheet: Sheet, options: ReportOptions) -> Furniture:
        return Furniture(plan, sheet, options.today, self.title, position=True, about="who does what")


def _wanted(plan: Plan, names: str) -> list[str]:
    """The ids of the parties that are named. Raises `PlannerError` for a name that nobody has."""
    found = []
    for name in [name.strip() for name in names.split(",") if name.strip()]:
        party = find_party(plan.parties.values(), name)
        if party is None:
            raise PlannerError(f"Nobody in this plan is called “{name}”.", "Choose parties as the plan names them.")
        found.append(party.id)
    return found


def _set_workload(flow: Flow, parent: Node, rows: RasicRows) -> None:
    """Show who holds how many letters, of the rows and letters that are printed; nothing for a lone party."""
    shown = {holder.party.id for holder in rows.holders}
    figure = workload_by_party(Workload(rows.plan), only=shown, codes=rows.letters, counted=rows.counted)
    if len(shown) > 1 and not figure.is_empty:
        set_figure(flow, parent, figure)


def _is_part(options: ReportOptions) -> bool:
    """Whether only some of the plan's rows are asked for."""
    return bool(options.of(FILTER) or options.of(STATUS) or options.of(FROM) or options.of(TO))


def _fits(rows: RasicRows, sheet: Sheet) -> bool:
    return sum(least_widths(rows)) <= Frame.of(sheet, rows).room(is_last=True)


def _set_grid(flow: Flow, parent: Node, rows: RasicRows) -> None:
    frame = Frame.of(flow.sheet, rows)
    parts = tiles(rows, frame)
    for number, tile in enumerate(parts, start=1):
        if number > 1:
            flow.new_page()
        caption = f"Part {number} of {len(parts)}: {tile.words}" if len(parts) > 1 else None
        if caption:
            flow.bookmark(caption, 0)
        columns = tile_columns(frame, tile)
        table = Table(flow, parent, columns, STYLE, caption)
        table.head = RasicHead(columns, tile, STYLE)
        table.borders = _borders(columns, tile)
        table.set(_GridBlocks(rows, columns, tile).made())
    keys: list[Key] = [partial(_letter, rows.words.letter(code)) for code in rows.letters]
    if rows.has_inherited:
        keys.append(partial(_inherited, rows.words.key("A")))
    set_legend(flow, parent, "Letters", keys, rows.remarks())


def _letter(letter: Letter, x: float, y: float) -> Entry:
    return letter_entry(letter, x, y, TOKEN_PAPER)


def _inherited(key: str, x: float, y: float) -> Entry:
    return inherited_entry(x, y, TOKEN_PAPER, key)


def _borders(columns: Sequence[Column], tile: Tile) -> list[float]:
    """Where one organisation ends and the next begins, and the two ends of the parties."""
    homes = [holder.home for holder in tile.holders]
    inner = [columns[2 + at].right for at in range(len(homes) - 1) if homes[at] != homes[at + 1]]
    ends = [columns[1].right, *([columns[-2].right] if tile.is_last else [])]
    return [*inner, *ends]


class _GridBlocks(RasicBlocks):
    """The rows of one table with the letters of its parties, and the counts below them."""

    def __init__(self, rows: RasicRows, columns: Sequence[Column], tile: Tile) -> None:
        super().__init__(rows, columns)
        self.tile = tile
        self.keys = {code: rows.words.key(code) for code in rows.letters}

    def beside(self, item: Item) -> list[Cell]:
        found = [
            letters_cell(number, self.columns[number], self.rows.cell(item, holder.party), self.keys)
            for number, holder in enumerate(self.tile.holders, start=2)
        ]
        if self.tile.is_last:
            last = len(self.columns) - 1
            found.append(remark_cell(last, self.columns[last], STYLE, *self.rows.remark(item)))
        return found

    def made(self) -> list[Block]:
        return [*super().made(), Block([self._counts(words, letters) for words, letters in self.rows.counts])]

    def _counts(self, words: str, letters: str) -> Row:
        title = Cell(0, STYLE.lines(words, self.room(0, 2), "bold"), columns=2, is_head=True)
        counts = [
            count_cell(number, self.rows.count(holder.party, letters))
            for number, holder in enumerate(self.tile.holders, start=2)
        ]
        blank = [Cell(len(self.columns) - 1, [])] if self.tile.is_last else []
        return Row([title, *counts, *blank])
