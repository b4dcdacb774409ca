"""The bar between table and chart: it stays where somebody put it, and in a narrow window neither side becomes a sliver."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from mkplanner.ui.look import theme

_TABLE_SHARE = 0.64
"""At first the table is as wide as its columns, but no wider than this share of the window."""
_CHART, _LEAST = 210, 40
"""Pixels that the chart keeps unless somebody has made it smaller by hand, and that every table has."""


class SplitBar(QSplitter):
    """`natural` is asked for the width of the table's columns, which it has while nobody has moved the bar.

    What somebody chose is kept while there is no room for it, as beside open panels, and comes back with the room.
    """

    def __init__(self, table: QWidget, chart: QWidget, natural: Callable[[], int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("timetable_splitter")
        self.setHandleWidth(theme.px(5))
        self.setChildrenCollapsible(False)
        self.addWidget(table)
        self.addWidget(chart)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self._table, self._natural = table, natural
        self.own_width = 0
        """The width of the table that somebody chose, 0 while it is the program's."""
        self._chart_least = 0
        self.splitterMoved.connect(lambda *_: self._take())

    def restore(self, own_width: int) -> None:
        """Take up what somebody chose before; a width that nobody can have chosen changes nothing."""
        if own_width >= max(self._table.minimumSizeHint().width(), theme.px(_LEAST)):
            self.own_width, self._chart_least = own_width, 0
            self.place()

    def place(self, least: int = 0) -> None:
        """Share the width out, the table no narrower than `least` where the program decides."""
        room = self.width() - self.handleWidth()
        wanted = self.own_width or max(least, min(self._natural() + 1, round(self.width() * _TABLE_SHARE)))
        chart = self._chart_least or theme.px(_CHART)
        wide = max(min(wanted, room - chart), min(wanted, self._table.minimumSizeHint().width()))
        super().setSizes([wide, max(1, room - wide)])

    def setSizes(self, sizes: Sequence[int]) -> None:
        super().setSizes(sizes)
        self._take()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _take(self) -> None:
        """The bar was moved by somebody: that is kept, and so is a chart that is smaller than the program would make it."""
        self.own_width, chart = self.sizes()
        self._chart_least = min(theme.px(_CHART), max(1, chart))
