"""How far the table scrolls, worked out here rather than by Qt, which would ask every row for its height each time.

Rows are measured when they come into sight and, in small portions, whenever nothing else is to be done: first those that are
open, on which the range depends, then those that are shut. Until then those not measured count as high as the others are on
average.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QTimer

from mkplanner.ui.itemmodels.treerows import ROOT
from mkplanner.ui.look import theme
from mkplanner.ui.plantable.unseen import unseen
from mkplanner.ui.tasks import is_hurried

if TYPE_CHECKING:
    from mkplanner.ui.plantable.wrappedtree import WrappedTree

_PORTION = 0.006
"""Seconds of measuring between two looks at what the user does."""
_FEW = 60
"""So many rows are measured at once rather than later."""
_REST = 150
"""Milliseconds after the last frame when measuring goes on, so that scrolling, zooming and typing wait for nothing."""
_SOON = 20
"""The same for rows that are open, where there are not too many: the scroll bar shows what they come to."""
_SOME = 1_000
"""So many open rows are measured while the plan is still being looked through for notices."""


class ScrollRange(QObject):
    """Keeps the vertical scroll bar of one table; `is_measuring` while Qt asks for heights, each row in one column alone.

    `is_levelled` while Qt does its own part without any heights; `is_aside` while columns are scrolled to the left, so
    that Qt may not ask the first of them.
    """

    def __init__(self, table: WrappedTree) -> None:
        super().__init__(table)
        self._table = table
        self.is_measuring = self.is_levelled = self.is_aside = False
        table.horizontalScrollBar().valueChanged.connect(self._note_aside)
        self._is_fitting = False
        self._open: set[int] | None = set()  # as in every tree that has just got its rows
        table.expanded.connect(lambda index: self._note(index, True))
        table.collapsed.connect(lambda index: self._note(index, False))
        table.plan_tree.rowsInserted.connect(self._note_parent)
        table.plan_tree.rowsAboutToBeRemoved.connect(self._forget_below)
        table.plan_tree.modelReset.connect(self.forget_open)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._measure_some)
        self._waiting: Iterator[int] = iter(())
        self._is_exact, self._is_pressing = True, False

    def _note_aside(self, value: int) -> None:
        self.is_aside = value > 0

    def fit(self) -> None:
        """Give the scroll bar its range, keeping its place; rows down to the end of the window are measured."""
        table, bar = self._table, self._table.verticalScrollBar()
        if self._is_fitting:
            return
        self._is_fitting = True
        low, high, value = bar.minimum(), bar.maximum(), bar.value()
        bar.blockSignals(True)
        self.is_levelled = True
        table.setUniformRowHeights(True)
        table.update_geometries()
        table.setUniformRowHeights(False)
        self.is_levelled = False
        bar.setRange(low, high)
        bar.setValue(value)
        bar.blockSignals(False)
        bar.setSingleStep(theme.px(38))
        total = self.total()
        bar.setRange(0, max(0, total - table.viewport().height()))
        bar.setPageStep(table.viewport().height())
        self.end_of_window()
        table.opening.reach_end_of_window()
        if table.state() == table.State.EditingState:
            table.updateEditorGeometries()
        self._is_fitting = False

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Let nothing follow for the moment, as while rows are shut that will be open again before anybody looks."""
        before, self._is_fitting = self._is_fitting, True
        try:
            yield
        finally:
            self._is_fitting = before

    def end_of_window(self) -> QModelIndex:
        """Return the row where the window ends, an invalid index below the last; rows down to it are measured."""
        with self._measuring():
            return self._table.indexAt(QPoint(0, self._table.viewport().height()))

    def measure_down_to(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Measure the rows above one, as before going there."""
        with self._measuring():
            self._table.visualRect(index)

    @contextmanager
    def _measuring(self) -> Iterator[None]:
        """Have Qt ask each row for its height in its last column alone, where it would ask in all.

        Not while an edge of a heading is dragged: Qt would move the mouse pointer as far as the columns.
        """
        table, head = self._table, self._table.head
        if head.is_held:
            yield
            return
        with unseen(head.viewport()):
            self.is_measuring = True
            head.setOffset(max(0, head.length() - 1))
            yield
            self.is_measuring = False
            head.setOffset(table.horizontalScrollBar().value())
        if head.viewport().children():  # with anything upon it, Qt pushes its pixels all the same
            head.viewport().update()

    def total(self) -> int:
        """Return the height of all rows that are open, in pixels; those not measured yet at the average of the others."""
        rows, layout, is_open = self._table.plan_tree.rows, self._table.rows, self.opened()
        known, total, unknown = layout.sizes, 0, list[int]()
        stack = [ROOT]
        while stack:
            for serial in rows.kids[stack.pop()]:
                size = known.get(serial)
                if size is None:
                    unknown.append(serial)
                else:
                    total += size.height()
                if serial in is_open:
                    stack.append(serial)
        if len(unknown) <= _FEW:
            return total + sum(layout.size(serial).height() for serial in unknown)
        self._waiting, self._is_exact, self._is_pressing = iter(unknown), False, len(unknown) < _SOME
        if not self._timer.isActive():
            self._timer.start(0)
        average = sum(size.height() for size in known.values()) / len(known) if known else theme.px(38)
        return total + round(len(unknown) * average)

    def opened(self) -> set[int]:
        """The serials of open rows; asked of Qt only when it cannot be known from its news."""
        if self._open is None:
            tree, table = self._table.plan_tree, self._table
            kids = tree.rows.kids
            parents = (serial for serial in tree.rows.present if kids[serial])
            self._open = {serial for serial in parents if table.isExpanded(tree.index_at(serial))}
        return self._open

    def forget_open(self) -> None:
        """Ask Qt afresh which rows are open."""
        self._open = None

    def note_all(self, is_open: bool) -> None:
        """Know that every row is about to be opened or shut, of which Qt is to bring no news."""
        rows = self._table.plan_tree.rows
        self._open = {serial for serial in rows.present if rows.kids[serial]} if is_open else set()

    def _note_parent(self, index: QModelIndex) -> None:
        """A row that had none below it may count as open already, of which Qt brings no news."""
        if index.isValid() and self._table.isExpanded(index):
            self._note(index, True)

    def _forget_below(self, parent: QModelIndex, first: int, last: int) -> None:
        """Rows that go are not open when they come back, unless they are opened again."""
        if self._open is not None:
            rows = self._table.plan_tree.rows
            stack = rows.kids[parent.internalId()][first : last + 1]
            while stack:
                serial = stack.pop()
                self._open.discard(serial)
                stack += rows.kids[serial]

    def _note(self, index: QModelIndex, is_open: bool) -> None:
        if self._open is not None:
            (self._open.add if is_open else self._open.discard)(index.internalId())

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

    def give_way(self) -> None:
        """Leave the next moments to what is being painted, here or on the chart."""
        if self._timer.isActive():
            self._timer.start(_SOON if self._is_pressing else _REST)

    def _measure_some(self) -> None:
        if not self._is_pressing and is_hurried():
            self._timer.start(_REST)
            return
        rows, layout = self._table.plan_tree.rows, self._table.rows
        end = perf_counter() + _PORTION
        for serial in self._waiting:
            if serial in rows.present:
                layout.size(serial)
            if perf_counter() > end:
                self._timer.start(0)
                return
        if not self._is_exact:
            self._is_exact, self._is_pressing = True, False
            self.fit()
        if self._is_exact and (shut := rows.present - layout.sizes.keys()):
            self._waiting = iter(shut)
            self._timer.start(_REST)
