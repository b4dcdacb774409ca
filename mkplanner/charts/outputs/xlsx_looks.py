"""How reports look in Excel: the tints, rules and weights of the paper they come from."""

from __future__ import annotations

from typing import Any

from mkplanner.charts.outputs.story import Cell, Row, Table
from mkplanner.charts.palette import Palette

FONT = "Arial"


class ReportLooks:
    """Makes each look of a workbook once."""

    def __init__(self, book: Any, palette: Palette) -> None:
        self._book = book
        self._palette = palette
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.title = self._look(bold=True, font_size=16)
        self.heading = self._look(bold=True, font_size=12)
        self.about = self._look(font_color=palette["text2"], font_size=9, text_wrap=True, valign="top")

    def cell(self, cell: Cell, row: Row, table: Table, *, is_head: bool) -> Any:
        """The look of one cell."""
        wanted: dict[str, Any] = {
            "font_size": 9,
            "text_wrap": True,
            "valign": "bottom" if is_head else "top",
            "border": 1,
            "border_color": self._palette["grid2"],
        }
        if is_head:
            wanted |= {"bold": not cell.is_turned, "bg_color": self._palette["header"], "bottom": 2}
            wanted |= {"bottom_color": self._palette["edge"]}
        elif row.fill:
            wanted |= {"bg_color": self._palette[row.fill]}
        if cell.is_turned:
            wanted |= {"rotation": 90, "align": "center"}
        elif cell.letters or (is_head and cell.columns > 1):
            wanted |= {"align": "center", "bold": True}
        elif cell.column in table.numbers:
            wanted |= {"align": "right"}
        elif not is_head:
            wanted |= {"align": "left", "indent": min(int(cell.indent / 9), 10)}
        if any(run.is_bold for line in cell.lines for run in line.runs):
            wanted |= {"bold": True}
        return self._look(**wanted)

    def _look(self, **wanted: Any) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": FONT, "font_size": 10} | wanted)
        return self._made[key]
