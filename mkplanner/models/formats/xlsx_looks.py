"""How our workbooks look: quiet heads, wrapped words, days as days, headings of the plan on a tint."""

from __future__ import annotations

from functools import cache
from typing import Any

FONT, SIZE = "Arial", 10
HEAD, GROUP, RULE, EDGE, INK, QUIET = "#E9EFF2", "#E4EAED", "#B9C3CA", "#6F7D88", "#000000", "#333B41"
DAY = "d mmm yyyy"
_DAYS = frozenset({"First day", "Last day"})
_QUIET = frozenset({"No.", "Kind"})


class Looks:
    """Makes each look of a workbook once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.head = self._made(bold=True, bg_color=HEAD, bottom=2, valign="bottom")
        self.turned = self._made(bg_color=HEAD, bottom=2, rotation=90, align="center", valign="bottom")
        self.cell = cache(self._cell)

    def _cell(self, heading: str, depth: int, *, is_letters: bool = False, is_day: bool = False) -> Any:
        """The look of a cell below a heading, in a row that stands so deep (-1: a heading of the plan)."""
        wanted: dict[str, Any] = {"valign": "top"}
        if depth < 0:
            wanted |= {"bold": True, "bg_color": GROUP}
        if is_day or heading in _DAYS:
            wanted |= {"num_format": DAY, "align": "left"}
        elif is_letters:
            wanted |= {"align": "center", "bold": True}
        elif heading == "Title" and depth > 0:
            wanted |= {"indent": min(depth, 8)}
        if heading == "% complete":
            wanted |= {"num_format": "0", "align": "right"}
        if heading in _QUIET:
            wanted |= {"font_color": QUIET}
        return self._made(**wanted)

    def _made(self, **wanted: Any) -> Any:
        usual = {
            "font_name": FONT,
            "font_size": SIZE,
            "text_wrap": True,
            "border": 1,
            "border_color": RULE,
            "font_color": INK,
            "num_format": "@",
        }
        return self._book.add_format(usual | wanted)
