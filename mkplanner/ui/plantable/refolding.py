"""Lays out only the rows round a change: what comes, goes or moves below a row of ten thousand costs no more than below ten.

Qt would work out the place of every row of the plan. So the row below which something is to change is shut before, unseen,
and opened afterwards: what stands elsewhere is left as it is, and nothing that is laid out refers to rows on the move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QTreeView

if TYPE_CHECKING:
    from mkplanner.ui.plantable.wrappedtree import WrappedTree

_Index = QModelIndex | QPersistentModelIndex


class Refolding(QObject):
    """Works for one table; `is_on` while rows are shut that nobody may see shut.

    Changes at the top, and all while a screen reader listens or a cell is being written, are laid out the long way.
    """

    def __init__(self, table: WrappedTree) -> None:
        super().__init__(table)
        self._table = table
        self._folded: list[QPersistentModelIndex] = []
        self._is_quick = self._is_due = False
        model = table.plan_tree
        for signal in ("rowsRemoved(QModelIndex,int,int)", "rowsMoved(QModelIndex,int,int,QModelIndex,int)"):
            QObject.disconnect(model, SIGNAL(signal), table, None)  # type: ignore[call-overload]
        model.rowsAboutToBeInserted.connect(lambda parent, _first, _last: self._fold(parent))
        model.rowsInserted.connect(lambda *_: self._unfold())
        model.rowsRemoved.connect(self._gone)
        model.rowsAboutToBeMoved.connect(self._before_moving)
        model.rowsMoved.connect(self._moved)
        model.renumbered.connect(self._settle)

    @property
    def is_on(self) -> bool:
        """Whether rows are shut for the moment."""
        return bool(self._folded)

    def before_going(self, parent: QModelIndex, first: int, last: int) -> None:
        """Do what a view does before rows are taken away."""
        is_last = self._table.plan_tree.rowCount(parent) == last - first + 1
        self._is_quick = self._fold(self._holder(parent, is_last))
        self._close(parent, is_last)
        if self._is_quick:
            QAbstractItemView.rowsAboutToBeRemoved(self._table, parent, first, last)
        else:
            QTreeView.rowsAboutToBeRemoved(self._table, parent, first, last)

    def _gone(self, parent: QModelIndex, first: int, last: int) -> None:
        if self._is_quick:
            self._table.setState(self._table.State.NoState)
        else:
            self._table.rowsRemoved(parent, first, last)
        self._unfold()

    def _before_moving(self, source: QModelIndex, first: int, last: int, target: QModelIndex, _place: int) -> None:
        self._table.opening.finish()
        count = self._table.plan_tree.rowCount
        is_last = count(source) == last - first + 1
        holders = self._holder(source, is_last), self._holder(target, count(target) == 0)
        self._is_quick = self._fold(*sorted(holders, key=_depth))
        self._close(source, is_last)

    def _moved(self, *_where: object) -> None:
        if not self._is_quick:
            self._table.scheduleDelayedItemsLayout()
        self._unfold()

    def _holder(self, parent: QModelIndex, is_turning: bool) -> QModelIndex:
        """The row to shut: where one loses its last row or gets its first, the row above it, which tells that it has any."""
        return parent.parent() if is_turning else parent

    def _fold(self, *parents: QModelIndex) -> bool:
        """Shut rows, those further up first; False where all has to be laid out."""
        table, self._is_due = self._table, True
        is_quick = table.state() == table.State.NoState and not QAccessible.isActive()
        if not is_quick or not all(parent.isValid() for parent in parents):
            return False
        with table.scroll_range.standing_still(), QSignalBlocker(table):
            for parent in parents:
                if table.isExpanded(parent):
                    table.collapse(parent)
                    self._folded.append(QPersistentModelIndex(parent))
        return True

    def _close(self, parent: QModelIndex, is_last: bool) -> None:
        """Leave a row shut that loses its last row: Qt would count it as open when it gets others, and not lay them out."""
        if is_last and parent.isValid():
            with self._table.scroll_range.standing_still(), QSignalBlocker(self._table):
                self._table.collapse(parent)

    def _unfold(self) -> None:
        """Open again what was shut, the last first, so that all is laid out with the row furthest up."""
        folded, self._folded = self._folded, []
        with self._table.scroll_range.standing_still(), QSignalBlocker(self._table):
            for index in reversed(folded):
                self._table.setExpanded(index, True)

    def _settle(self) -> None:
        """Have the scroll bar follow once all that belongs to a change has been made."""
        if self._is_due:
            self._is_due = False
            self._table.updateGeometries()
            self._table.spoken.forget()


def _depth(index: QModelIndex) -> int:
    depth = 0
    while index.isValid():
        index, depth = index.parent(), depth + 1
    return depth
