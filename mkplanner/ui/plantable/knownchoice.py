"""Which rows of a table are chosen, worked out once for each choice: it is asked for every row that is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QObject

from mkplanner.ui.itemmodels.columns import COLUMNS
from mkplanner.ui.itemmodels.treerows import ROOT, TreeRows
from mkplanner.ui.plantable.rowchoice import stretches

if TYPE_CHECKING:
    from mkplanner.ui.plantable.wrappedtree import WrappedTree

_MANY = 200
"""When more rows than this are chosen, going through the whole plan in order is quicker than sorting them."""


class KnownChoice(QObject):
    """Knows the chosen rows of one table until others are chosen, which the table tells, or rows stand elsewhere."""

    def __init__(self, table: WrappedTree) -> None:
        super().__init__(table)
        self._table = table
        self._serials: frozenset[int] | None = None
        self._ids: tuple[str, ...] | None = None
        self._rows: TreeRows | None = None
        model = table.plan_tree
        for news in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            news.connect(self.forget)

    def forget(self, *_news: object) -> None:
        """Ask Qt afresh."""
        self._serials = self._ids = None

    def serials(self) -> frozenset[int]:
        """Return the serials of the chosen rows."""
        if self._serials is None:
            self._serials = frozenset(self._asked())
        return self._serials

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the chosen rows that are rows of the plan, from top to bottom."""
        tree = self._table.plan_tree
        if self._ids is None or self._rows is not tree.rows:
            self._rows = tree.rows
            self._ids = tuple(tree.serials.ids[serial] for serial in self._in_order())
        return tuple(id_ for id_ in self._ids if id_ in tree.plan.items)

    def _in_order(self) -> list[int]:
        rows, chosen = self._table.plan_tree.rows, self.serials()
        if len(chosen) <= _MANY:
            return sorted(chosen, key=rows.way)
        return [serial for serial in rows.walk() if serial in chosen]

    def _asked(self) -> set[int]:
        """Row by row from the stretches that are chosen; for ten thousand rows Qt's own list of them takes half a minute."""
        kids = self._table.plan_tree.rows.kids
        chosen = (stretch for stretch in stretches(self._table.selectionModel().selection()) if stretch.isValid())
        return {
            serial
            for stretch in chosen
            for serial in kids[stretch.parent().internalId()][stretch.top() : stretch.bottom() + 1]
        }

    def everything(self) -> QItemSelection:
        """Return all rows that are open to sight as a selection, a stretch for each row that has others below it."""
        tree, is_open = self._table.plan_tree, self._table.scroll_range.opened()
        found, last = QItemSelection(), len(COLUMNS) - 1
        stack = [ROOT]
        while stack:
            kids = tree.rows.kids[stack.pop()]
            found.append(QItemSelectionRange(tree.index_at(kids[0], 0), tree.index_at(kids[-1], last)))
            stack += [kid for kid in kids if kid in is_open and tree.rows.kids[kid]]
        return found
