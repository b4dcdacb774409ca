"""How far the table scrolls, worked out here rather than by Qt, which would ask every row for its height each time.

Rows are measured when they come into sight and, in small portions, whenever nothing else is to be done; until then those not
measured count as high as the others are on average.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from mkplanner.ui import theme
from mkplanner.ui.itemmodels.treerows import ROOT

if TYPE_CHECKING:
    from mkplanner.ui.plantable.wrappedtree import WrappedTree

_PORTION = 0.006
"""Seconds of measuring between two looks at what the user does."""


class ScrollRange(QObject):
    """Keeps the vertical scroll bar of one table; `is_measuring` while Qt asks for heights, each row in one column alone."""

    def __init__(self, table: WrappedTree) -> None:
        super().__init__(table)
        self._table = table
        self.is_measuring = False
        self._is_fitting = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._measure_some)

    def fit(self) -> None:
        """Give the scroll bar its range, keeping its place; rows down to the end of the window are measured."""
        table, bar = self._table, self._table.verticalScrollBar()
        if self._is_fitting:
            return
        self._is_fitting = True
        low, high, value = bar.minimum(), bar.maximum(), bar.value()
        bar.blockSignals(True)
        table.setUniformRowHeights(True)
        table.update_geometries()
        table.setUniformRowHeights(False)
        bar.setRange(low, high)
        bar.setValue(value)
        bar.blockSignals(False)
        bar.setSingleStep(theme.px(38))
        total = self.total()
        bar.setRange(0, max(0, total - table.viewport().height()))
        bar.setPageStep(table.viewport().height())
        self._measure_to_the_end_of_the_window()
        if table.state() == table.State.EditingState:
            table.updateEditorGeometries()
        self._is_fitting = False

    def _measure_to_the_end_of_the_window(self) -> None:
        table, head = self._table, self._table.head
        head.viewport().setUpdatesEnabled(False)
        self.is_measuring = True
        head.setOffset(max(0, head.length() - 1))
        table.indexAt(QPoint(0, table.viewport().height()))
        self.is_measuring = False
        head.setOffset(table.horizontalScrollBar().value())
        head.viewport().setUpdatesEnabled(True)

    def total(self) -> int:
        """Return the height of all rows that are open, in pixels; those not measured yet at the average of the others."""
        table, rows, known = self._table, self._table.plan_tree.rows, self._table.rows.sizes
        total = unknown = 0
        stack = [ROOT]
        while stack:
            for serial in rows.kids[stack.pop()]:
                size = known.get(serial)
                if size is None:
                    unknown += 1
                else:
                    total += size.height()
                if rows.kids[serial] and table.isExpanded(table.plan_tree.index_at(serial)):
                    stack.append(serial)
        if unknown:
            self._timer.start()
        measured = len(known) or 1
        average = sum(size.height() for size in known.values()) / measured if known else theme.px(38)
        return total + round(unknown * average)

    @property
    def is_rough(self) -> bool:
        """Whether some rows have not been measured yet."""
        return self._timer.isActive()

    def measure_all(self) -> None:
        """Measure every row now, as before going to one that is far away."""
        self._timer.stop()
        for serial in self._table.plan_tree.rows.present:
            self._table.rows.size(serial)
        self.fit()

    def _measure_some(self) -> None:
        rows, layout = self._table.plan_tree.rows, self._table.rows
        end = perf_counter() + _PORTION
        for serial in rows.present - layout.sizes.keys():
            layout.size(serial)
            if perf_counter() > end:
                self._timer.start()
                return
        self.fit()
