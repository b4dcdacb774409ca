"""Opens every row of a large plan: those in sight at once, the others while nothing else is to be done.

Qt asks for each row it lays out, which takes a quarter of a second at fifty thousand. So rows are opened in reading order,
down to the end of the window first; a row further down counts as open from then on, and is before anybody comes to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, QTimer
from PySide6.QtGui import QAccessible

from mkplanner.ui.itemmodels.treerows import ROOT, TreeRows
from mkplanner.ui.plantable.unseen import unseen

if TYPE_CHECKING:
    from mkplanner.ui.plantable.wrappedtree import WrappedTree

_MANY = 4000
"""So many rows are opened at once, which takes no longer than the blink of an eye."""
_FAR = 600
"""When more rows than this would have to be opened one by one to reach what is wanted, all are opened together."""
_PORTION, _REST, _QUIET = 0.003, 20, 150
"""Seconds of opening, milliseconds between them, and milliseconds after the last frame before opening goes on: who scrolls,
zooms or drags meanwhile waits for nothing."""


class OpeningAll(QObject):
    """Works for one table. Down to its edge, a row that is not open yet, all is as if every row were open."""

    def __init__(self, table: WrappedTree) -> None:
        super().__init__(table)
        self._table = table
        self._waiting: Iterator[int] = iter(())
        self._edge: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._go_on)
        tree = table.plan_tree
        for news in (tree.rowsAboutToBeInserted, tree.rowsAboutToBeRemoved, tree.layoutAboutToBeChanged):
            news.connect(lambda *_: self.finish())
        tree.modelAboutToBeReset.connect(self.stop)

    def at_once(self) -> None:
        """Open every row without a signal for each, which nobody needs."""
        self.stop()
        self._table.scroll_range.note_all(is_open=True)
        with QSignalBlocker(self._table):
            self._table.expandAll()

    def start(self) -> None:
        """Open every row, beginning with those in sight where there are many."""
        table, rows = self._table, self._table.plan_tree.rows
        if len(rows.present) <= _MANY or QAccessible.isActive() or not table.isVisible():
            self.at_once()
            return
        table.scroll_range.note_all(is_open=True)
        self._waiting = _parents(rows)
        self._edge = next(self._waiting, None)
        table.updateGeometries()  # which asks to reach the end of the window
        table.viewport().update()
        current = table.currentIndex()
        if current.isValid():
            self.reach(current)

    def stop(self) -> None:
        """Leave what is not open yet as it is."""
        self._edge = None
        self._timer.stop()

    def finish(self) -> None:
        """Open at once what is not open yet; it is laid out when somebody looks."""
        if self._edge is not None:
            self._table.scheduleDelayedItemsLayout()
            while self._edge is not None:
                self._open_some(_FAR)

    def reach(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Open what is not open yet, unless it lies below a row that somebody wants."""
        if self._edge is not None and not self._is_above(index.internalId()):
            self.finish()

    def reach_end_of_window(self) -> None:
        """Open rows as far down as can be seen."""
        if self._edge is None:
            return
        opened, portion = 0, 8
        while self._edge is not None:
            index = self._table.scroll_range.end_of_window()
            if index.isValid() and self._is_above(index.internalId()):
                self._timer.start(_REST)
                return
            if opened > _FAR:
                self.finish()
                return
            self._open_some(portion)
            opened, portion = opened + portion, portion * 2

    def is_waiting(self, serial: int) -> bool:
        """Whether a row is still to be opened."""
        return self._edge is not None and not self._is_above(serial)

    def give_way(self) -> None:
        """Leave the next moments to what is being painted, here or on the chart."""
        if self._edge is not None:
            self._timer.start(max(_REST, _QUIET))

    def _is_above(self, serial: int) -> bool:
        rows = self._table.plan_tree.rows
        return self._edge is not None and rows.way(serial) < rows.way(self._edge)

    def _open_some(self, count: int, until: float = float("inf")) -> None:
        table, tree = self._table, self._table.plan_tree
        with QSignalBlocker(table), table.scroll_range.standing_still(), unseen(table.viewport()):
            while self._edge is not None and count and perf_counter() < until:
                table.setExpanded(tree.index_at(self._edge), True)
                self._edge = next(self._waiting, None)
                count -= 1

    def _go_on(self) -> None:
        self._open_some(_MANY, perf_counter() + _PORTION)
        if self._edge is not None:
            self._timer.start(_REST)
        else:
            self._table.spoken.forget()
            self._table.moved.emit()


def _parents(rows: TreeRows) -> Iterator[int]:
    """The rows that have others below them, as they are read."""
    stack = rows.kids[ROOT][::-1]
    while stack:
        serial = stack.pop()
        if rows.kids[serial]:
            yield serial
            stack += rows.kids[serial][::-1]
