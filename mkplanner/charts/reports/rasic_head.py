"""The head of a RASIC matrix: organisations above, the names of their parties running upwards below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mkplanner.charts.fonts import width
from mkplanner.charts.pages import Flow
from mkplanner.charts.reports.rasic_columns import (
    HOME_LEADING,
    HOME_SIZE,
    NAME_LEADING,
    NAME_SIZE,
    TALLEST,
    Tile,
)
from mkplanner.charts.reports.table_parts import Column, TableStyle
from mkplanner.charts.shapes import Content, Decoration, Line, Node, Shape, Text
from mkplanner.charts.textfit import wrap
from mkplanner.models.rasic.matrix import NO_HOME

_STEPS = (64.0, 78.0, 92.0, 106.0, 120.0, 140.0, 160.0, 180.0, TALLEST)
_MARGIN = 14.0
_BELOW = 7.0


class RasicHead:
    """A head of one tier, or of two where parties belong to organisations."""

    def __init__(self, columns: Sequence[Column], tile: Tile, style: TableStyle) -> None:
        self.columns = columns
        self.tile = tile
        self.style = style
        self.parties = columns[2 : 2 + len(tile.holders)]
        self.groups = self._grouped()
        tiers = [len(lines) * HOME_LEADING + 9 for _, _, lines in self.groups if lines]
        self.upper = max(tiers, default=0.0)
        self.lower = next((step for step in _STEPS if self._fits(step)), TALLEST)
        self.height = self.upper + self.lower

    def _grouped(self) -> list[tuple[int, int, list[str]]]:
        """First party, how many, and the lines of the organisation's name (none for parties that belong to none)."""
        found, at = [], 0
        for home, group in groupby(self.tile.holders, lambda holder: holder.home):
            count = len(list(group))
            room = self.parties[at + count - 1].right - self.parties[at].x - 8
            found.append((at, count, wrap(home, "bold", HOME_SIZE, room) if home != NO_HOME else []))
            at += count
        return found

    def _fits(self, tall: float) -> bool:
        return all(
            len(wrap(column.heading, "regular", NAME_SIZE, tall - _MARGIN)) * NAME_LEADING + 6 <= column.width
            and max(width(word, "regular", NAME_SIZE) for word in ["", *column.heading.split()]) <= tall - _MARGIN
            for column in self.parties
        )

    def draw(self, flow: Flow, top: float, section: Node | None) -> Sequence[tuple[float, float]]:
        """Draw both tiers; a heading without a group reaches over both."""
        rows = 2 if self.upper else 1
        first = Node("TR", section) if section else None
        second = Node("TR", section) if section and self.upper else None
        uprights: list[tuple[float, float]] = []
        for column in self.columns[:2]:
            self._level(flow, column, top, _heading(first, rows))
            uprights.append((column.right, top))
        for at, count, lines in self.groups:
            members = self.parties[at : at + count]
            if lines:
                self._home(
                    flow, members, lines, top, Node("TH", first, scope="Column", spans=(1, count)) if first else None
                )
            for column in members:
                node = _heading(second, 1) if lines else _heading(first, rows)
                self._name(flow, column, top + self.height - _BELOW, node)
                outer = column is members[-1] or not lines
                uprights.append((column.right, top if outer else top + self.upper))
        for column in self.columns[2 + len(self.parties) :]:
            self._level(flow, column, top, _heading(first, rows))
            uprights.append((column.right, top))
        return uprights

    def _level(self, flow: Flow, column: Column, top: float, node: Node | None) -> None:
        lines = wrap(column.heading, "bold", self.style.head_size, column.width - 2 * self.style.side)
        y = top + self.height - _BELOW - (len(lines) - 1) * 11
        x = column.x + self.style.side
        _put(flow, node, [Text(x, y + 11 * at, line, "bold", self.style.head_size) for at, line in enumerate(lines)])

    def _home(self, flow: Flow, members: Sequence[Column], lines: list[str], top: float, node: Node | None) -> None:
        left, right = members[0].x, members[-1].right
        y = top + self.upper / 2 - len(lines) * HOME_LEADING / 2 - 0.25 * HOME_LEADING
        shapes: list[Shape] = []
        for line in lines:
            y += HOME_LEADING
            x = (left + right - width(line.rstrip(), "bold", HOME_SIZE)) / 2
            shapes.append(Text(x, y, line, "bold", HOME_SIZE))
        _put(flow, node, shapes)
        flow.put(Decoration([Line(left, top + self.upper, right, top + self.upper, "grid2", 0.5)]))

    def _name(self, flow: Flow, column: Column, bottom: float, node: Node | None) -> None:
        lines = wrap(column.heading, "regular", NAME_SIZE, self.lower - _MARGIN)
        x = (column.x + column.right) / 2 - (len(lines) - 1) * NAME_LEADING / 2 + 0.36 * NAME_SIZE
        shapes = [
            Text(x + NAME_LEADING * at, bottom, line, "regular", NAME_SIZE, turned=True)
            for at, line in enumerate(lines)
        ]
        _put(flow, node, shapes)


def _heading(row: Node | None, rows: int) -> Node | None:
    return Node("TH", row, scope="Column", spans=(rows, 1)) if row else None


def _put(flow: Flow, node: Node | None, shapes: Sequence[Shape]) -> None:
    flow.put(Content(node, shapes) if node else Decoration(shapes, "Pagination"))
