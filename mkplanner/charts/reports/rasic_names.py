"""The RASIC report with letters as columns and names in cells, as it stands in Word papers."""

from __future__ import annotations

from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.legend_block import set_legend
from mkplanner.charts.reports.rasic_blocks import NAMES, RasicBlocks
from mkplanner.charts.reports.rasic_cells import remark_cell
from mkplanner.charts.reports.rasic_columns import ACTION, CHECKS, REF, Frame
from mkplanner.charts.reports.rasic_rows import WORK, RasicRows
from mkplanner.charts.reports.table_parts import Cell, Column, WordLine
from mkplanner.charts.reports.tables import Table
from mkplanner.charts.shapes import Node
from mkplanner.models.plan import Item

_ACTION_SHARE = 1.7
"""How much wider the actions are than a column of names."""


def set_names(flow: Flow, parent: Node, rows: RasicRows) -> None:
    """Set the table and what its columns mean; R and A always have a column, the others where they are used."""
    letters = list(dict.fromkeys([code for code in rows.order if code in WORK or code in rows.letters] + rows.letters))
    frame = Frame.of(flow.sheet, rows)
    has_checks = flow.sheet.body_width > 600
    names = frame.body - frame.ref - (frame.checks if has_checks else 0.0)
    share = names / (len(letters) + _ACTION_SHARE)
    widths = [(REF, frame.ref), (ACTION, _ACTION_SHARE * share)]
    widths += [(rows.words.word(letter), share) for letter in letters]
    widths += [(CHECKS, frame.checks)] if has_checks else []
    columns: list[Column] = []
    for heading, wide in widths:
        columns.append(Column(heading, columns[-1].right if columns else frame.left, wide))
    table = Table(flow, parent, columns, NAMES)
    table.set(_NameBlocks(rows, columns, letters, has_checks=has_checks).made())
    remarks = [f"{rows.words.word(letter)}: {rows.words.letter(letter).meaning}." for letter in letters]
    if rows.has_inherited:
        remarks.append("In italics: from the action above.")
    set_legend(flow, parent, "", [], [*remarks, *(rows.remarks() if has_checks else [])])


class _NameBlocks(RasicBlocks):
    def __init__(self, rows: RasicRows, columns: list[Column], letters: list[str], *, has_checks: bool) -> None:
        super().__init__(rows, columns, NAMES)
        self.letters = letters
        self.has_checks = has_checks

    def beside(self, item: Item) -> list[Cell]:
        found = [Cell(number, self._names(item, letter, number)) for number, letter in enumerate(self.letters, start=2)]
        if self.has_checks:
            last = len(self.columns) - 1
            found.append(remark_cell(last, self.columns[last], NAMES, *self.rows.remark(item)))
        return found

    def _names(self, item: Item, letter: str, column: int) -> list[WordLine]:
        """The parties that hold a letter, one below the other, with what qualifies it; inherited ones in italics."""
        found: list[WordLine] = []
        for holder in self.rows.holders:
            cell = self.rows.cell(item, holder.party)
            if letter not in cell.letters + cell.inherited:
                continue
            note = f" ({cell.qualifier})" if cell.qualifier else ""
            face = "italic" if letter in cell.inherited else "regular"
            lines = NAMES.lines(holder.party.full_name + note, self.room(column), face)
            if found and lines:
                found[-1] = found[-1]._replace(words=found[-1].words.rstrip() + " ")
                lines[0] = lines[0]._replace(before=NAMES.paragraph_gap)
            found += lines
        return found
