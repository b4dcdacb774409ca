"""The widths that columns start with: what the plan's own words ask for, and to the actions all that is left.

A plan without owners and statuses, as many an imported paper, shows longer titles instead of empty columns. Widths that
somebody has set stay.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from mkplanner.models.outline import Entry, outline
from mkplanner.models.plan import Plan
from mkplanner.ui.itemmodels.celltext import cell_text
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, OWNER, REF, STATUS, TITLE
from mkplanner.ui.look import theme

if TYPE_CHECKING:
    from mkplanner.ui.plantable.wrappedtree import WrappedTree

_LOOKED_AT = 200
"""Rows from the top whose words are measured; a plan's first pages tell what its later ones are like."""
_WIDEST_TITLE, _LEAST_TITLE = 420, 120
_CHART = 216
"""Pixels that chart and split bar keep in a narrow window; titles wrap in what is left beside the numbers."""
_SHARE = 0.5
"""How much of a wide window the table may take at first; a narrower one shows the design's widths."""
_MOST = 0.85
"""The share of dates and owners that should stand on one line; the others wrap."""
_MORE_WORDS = 30
"""What dates may take beyond their usual width where another column is empty."""
_USUAL = (BY_WHEN, OWNER, STATUS)


class FirstWidths:
    """Fits the columns of one table."""

    def __init__(self, table: WrappedTree) -> None:
        self._table = table
        self._head = table.head
        self._bare: tuple[int, ...] = ()
        self._room = 0
        self._needs: dict[int, int] = {}
        self._measured: tuple[Plan, int] | None = None

    def fit(self, room: int) -> None:
        """Fit every column whose width nobody has set; `room` is what table and chart share, in pixels."""
        self._room = room
        self._measure(self._table.plan_tree.plan)
        for column in _USUAL:
            self._give(column, self._needs[column])
        self._give(TITLE, self._title_width())

    def grow(self) -> None:
        """Fit again once there are words in a column that was empty; called after every change of the plan."""
        if self._bare and any(_has_words(self._table.plan_tree.plan, column) for column in self._bare):
            self.fit(self._room)

    def _give(self, column: int, width: int) -> None:
        if self._head.is_fitted(column):
            self._head.fit(column, width)

    def _measure(self, plan: Plan) -> None:
        """Find out how wide the words of each column are; once for each plan and text size."""
        if self._measured is not None and self._measured[0] is plan and self._measured[1] == theme.px(120):
            return
        self._measured = plan, theme.px(120)
        self._bare = tuple(column for column in _USUAL if plan.items and not _has_words(plan, column))
        entries = outline(plan)[:_LOOKED_AT]
        self._needs = {column: self._wanted(column, plan, entries) for column in _USUAL}
        rows = self._table.rows
        titles = (rows.plain.line_width(entry.item.title) + entry.depth * rows.measures.step for entry in entries)
        self._needs[TITLE] = math.ceil(max(titles, default=0.0)) + theme.px(21) + rows.measures.pad + 1

    def _wanted(self, column: int, plan: Plan, entries: Sequence[Entry]) -> int:
        usual = self._head.first_width(column)
        if column == BY_WHEN and self._bare:
            usual += theme.px(_MORE_WORDS)
        heading = QFontMetrics(theme.font(bold=True)).horizontalAdvance(COLUMNS[column].heading)
        least = heading + theme.px(26)  # an arrow may stand beside it
        if column in self._bare:
            return least
        if column == STATUS or not entries:
            return usual
        texts = [text for entry in entries if (text := cell_text(plan, entry.item, COLUMNS[column]))]
        return max(least, min(math.ceil(self._for_most(texts)) + 2 * self._table.rows.measures.side + 1, usual))

    def _for_most(self, texts: Sequence[str]) -> float:
        """The width in which most of these texts need no line more, and no word of any is broken."""
        plain = self._table.rows.plain
        lines = sorted(max(map(plain.line_width, text.splitlines()), default=0.0) for text in texts)
        longest = max((plain.width(word) for text in texts for word in text.split()), default=0.0)
        return max(longest, lines[math.ceil(_MOST * (len(lines) - 1))] if lines else 0.0)

    def _title_width(self) -> int:
        usual = self._head.first_width(TITLE)
        tight = self._room - theme.px(_CHART) - self._head.sectionSize(REF)
        if tight < usual:
            return max(theme.px(_LEAST_TITLE), tight)
        others = sum(self._head.sectionSize(column) for column in range(len(COLUMNS)) if column != TITLE)
        all_usual = sum(map(self._head.first_width, (REF, TITLE, *_USUAL)))
        left = max(all_usual, round(self._room * _SHARE)) - others
        return max(usual, min(left, self._needs[TITLE], theme.px(_WIDEST_TITLE)))


def _has_words(plan: Plan, column: int) -> bool:
    """Whether any row of the plan has something in a column; ends with the first that has."""
    if column == OWNER:
        return any(cell.is_owner for cell in plan.assignments.values())
    if column == STATUS:
        return any(item.status for item in plan.items.values())
    return any(item.by_when for item in plan.items.values())
