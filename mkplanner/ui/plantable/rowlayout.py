"""How tall each row is and which lines stand in its cells; worked out once and kept until words or widths change."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHeaderView

from mkplanner.models.searching import sought
from mkplanner.records import frozen
from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, LOZENGES, TITLE
from mkplanner.ui.itemmodels.plantree import PlanTree
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.look import theme
from mkplanner.ui.look.wrapping import Lines, Wrapper
from mkplanner.ui.plantable.foundwords import SEARCHED, FoundWords, found_words


@dataclass(slots=True)
class RowLayout:
    """One row: its height in pixels, and by column the lines of each shown cell and what is marked as found in them."""

    height: int
    cells: dict[int, Lines]
    is_heading: bool
    is_new: bool
    found: dict[int, list[FoundWords]]


@frozen
class Measures:
    """The design's lengths at today's text size."""

    pitch: int
    pad: int
    side: int
    step: int
    heading_row: int
    least_row: int

    @classmethod
    def now(cls) -> Measures:
        """Return the measures for the text size of the moment."""
        px = theme.px
        return cls(px(15), px(4), px(7), px(16), px(24), px(23))


class TableLayout:
    """Lays out rows for the widths that the header gives its columns; `news` are the rows marked as changed by others,
    and `fresh_from` is the day before which progress updates are old news, if there is one.

    Heights (`sizes`, by serial) are worked out for every row, lines only for those that are painted. `sight` is the width
    of the table's window in pixels: the words of headings stay within it. `sought` are the words that are marked.
    """

    def __init__(self, model: PlanTree, header: QHeaderView) -> None:
        self._model = model
        self._header = header
        self._rows: dict[int, RowLayout] = {}
        self.sizes: dict[int, QSize] = {}
        self._hints: dict[int, QSize] = {}
        self._others: dict[int, int] = {}
        self.news: frozenset[str] = frozenset()
        self.fresh_from: date | None = None
        self.sight = 0
        self.sought: tuple[str, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Take up fonts and measures afresh, as after a change of theme or text size."""
        self.measures = Measures.now()
        self.plain = Wrapper(theme.font())
        self.bold = Wrapper(theme.font(bold=True))
        self.forget()

    def forget(self, serials: Iterable[int] | None = None) -> None:
        """Lay out these rows afresh when they are next asked for; None means every row."""
        if serials is None:
            self._rows.clear()
            self.sizes.clear()
            self._others.clear()
            self._widths = [
                0 if self._header.isSectionHidden(column) else self._header.sectionSize(column)
                for column in range(len(COLUMNS))
            ]
            self._wrapped = [column for column, width in enumerate(self._widths) if width and column not in LOZENGES]
            return
        for serial in serials:
            self._rows.pop(serial, None)
            self.sizes.pop(serial, None)
            self._others.pop(serial, None)

    def forget_places(self, serials: Iterable[int]) -> None:
        """Lay out these rows afresh because they stand further right or left; only the action's own cell is another."""
        for serial in serials:
            self._rows.pop(serial, None)
            self.sizes.pop(serial, None)

    def seek(self, words: str) -> bool:
        """Mark these words wherever they stand in rows that are painted from now on; whether they are others than before."""
        before, self.sought = self.sought, sought(words)
        if before == self.sought:
            return False
        self._rows.clear()
        return True

    def headings(self) -> list[int]:
        """Return the serials of the headings laid out so far, whose words depend on the width in sight."""
        return [serial for serial in self.sizes if self.is_heading(serial)]

    def is_heading(self, serial: int) -> bool:
        """Whether a line is a theme, a priority or the heading of a group."""
        item = self._model.item(serial)
        return item.kind.is_heading if item is not None else serial in self._model.rows.headings

    def size(self, serial: int) -> QSize:
        """Return the height of a row in pixels as a size without a width; rows of one height share one."""
        found = self.sizes.get(serial)
        if found is None:
            height = self._measure(serial)
            found = self.sizes[serial] = self._hints.setdefault(height, QSize(0, height))
        return found

    def height(self, serial: int) -> int:
        """Return the height of a row in pixels."""
        return self.size(serial).height()

    def row(self, serial: int) -> RowLayout:
        """Return the layout of a row that is to be painted."""
        found = self._rows.get(serial)
        if found is None:
            found = self._rows[serial] = self._lay_out(serial)
        return found

    def text_left(self, serial: int, is_heading: bool) -> int:
        """Return how far from its column's left the words of an action begin."""
        indent = self._model.rows.depth[serial] * self.measures.step
        return indent + theme.px(19 if is_heading else 21)

    def natural_width(self, serial: int, column: int) -> int:
        """Return how wide a cell would like to be, its author's lines unbroken; themes may run over their neighbours."""
        row = self.row(serial)
        if row.is_heading or row.is_new or column in LOZENGES:
            return 0
        text = self._model.text(serial, column)
        widest = max((self.plain.line_width(line) for line in text.splitlines()), default=0.0)
        left = self.text_left(serial, False) if column == TITLE else self.measures.side
        return math.ceil(widest) + left + self.measures.side if text else 0

    def line_spans(self, serial: int) -> tuple[tuple[float, float], ...]:
        """Return top and bottom, from the row's top, of each of the author's lines in the By when cell."""
        cell = self.row(serial).cells.get(BY_WHEN)
        if cell is None:
            return ()
        pitch, pad = self.measures.pitch, self.measures.pad
        spans: dict[int, tuple[float, float]] = {}
        for number, source in enumerate(cell.sources):
            top, _ = spans.get(source, (float(pad + number * pitch), 0.0))
            spans[source] = (top, float(pad + (number + 1) * pitch))
        return tuple(spans.values())

    def _measure(self, serial: int) -> int:
        is_heading = self.is_heading(serial)
        others = self._others.get(serial)
        if others is None:
            columns = (column for column in self._wrapped if column != TITLE)
            others = max((self._count(serial, column, is_heading) for column in columns), default=1)
            self._others[serial] = others
        tallest = max(1, others, self._count(serial, TITLE, is_heading))
        measures = self.measures
        least = measures.heading_row if is_heading else measures.least_row
        return max(least, 2 * measures.pad + tallest * measures.pitch)

    def _count(self, serial: int, column: int, is_heading: bool) -> int:
        """How many lines a cell has."""
        text = self._model.fresh_text(serial, column)
        if not text:
            return 0
        wrapper = self.bold if is_heading else self.plain
        return wrapper.count(text, self._room(serial, column, is_heading), COLUMNS[column].lines)

    def _lay_out(self, serial: int) -> RowLayout:
        is_heading = self.is_heading(serial)
        wrapper = self.bold if is_heading else self.plain
        cells: dict[int, Lines] = {}
        for column in self._wrapped:
            text = self._model.text(serial, column)
            if text:
                cells[column] = wrapper.wrap(text, self._room(serial, column, is_heading), COLUMNS[column].lines)
        found = self._found(serial, cells, wrapper) if self.sought else {}
        return RowLayout(self.height(serial), cells, is_heading, serial == NEW_ROW, found)

    def _found(self, serial: int, cells: dict[int, Lines], wrapper: Wrapper) -> dict[int, list[FoundWords]]:
        """What to mark in each cell of a row of the plan; headings of groups are nobody's words."""
        if self._model.item(serial) is None:
            return {}
        return {
            column: found_words(lines, self._model.text(serial, column), self.sought, wrapper)
            for column, lines in cells.items()
            if column in SEARCHED
        }

    def _room(self, serial: int, column: int, is_heading: bool) -> float:
        room = self._widths[column] - 2 * self.measures.side
        if column != TITLE:
            return max(room, self.measures.step)
        room = self._widths[column] - self.text_left(serial, is_heading) - self.measures.pad
        if is_heading or serial == NEW_ROW:
            room += self._free_to_the_right(serial)
            if self.sight:
                start = self._header.sectionPosition(TITLE) + self.text_left(serial, is_heading)
                room = min(room, self.sight - start - self.measures.side)
        return max(room, 2 * self.measures.step)

    def _free_to_the_right(self, serial: int) -> int:
        """The width of the empty cells beside a heading, over which its words may run."""
        free = 0
        for place in range(self._header.visualIndex(TITLE) + 1, len(COLUMNS)):
            column = self._header.logicalIndex(place)
            if self._widths[column] and self._model.fresh_text(serial, column):
                break
            free += self._widths[column]
        return free
