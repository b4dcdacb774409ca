"""Whole rows are chosen, whoever chooses."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QPersistentModelIndex

_Flag = QItemSelectionModel.SelectionFlag


class RowChoice(QItemSelectionModel):
    """Chooses the row of every cell that is chosen.

    The view itself is left to choose single cells: where it chooses rows, Qt takes a screen reader's "choose this cell" for
    the row of the same number at the top of the tree (its `QAccessibleTableCell` asks an index for its row below the parent).
    Its list of chosen cells has the same fault (`QAccessibleTable::logicalIndex` counts `QModelIndex::row` from the top),
    which nothing outside Qt can mend; each cell's own state tells the truth.
    """

    def select(self, what: QModelIndex | QPersistentModelIndex | QItemSelection, command: _Flag) -> None:
        """Choose, or let go, whole rows."""
        if (
            isinstance(what, QItemSelection)
            and len({(stretch.left(), stretch.right()) for stretch in stretches(what)}) == 1
        ):
            super().select(self._widened(what), command & ~_Flag.Rows)
        else:
            super().select(what, command | _Flag.Rows)

    def _widened(self, what: QItemSelection) -> QItemSelection:
        """Stretches of the same columns as rows; Qt compares each with each other, half a minute's work for ten thousand."""
        model, rows = self.model(), QItemSelection()
        last = model.columnCount() - 1
        for stretch in stretches(what):
            above = stretch.parent()
            ends = model.index(stretch.top(), 0, above), model.index(stretch.bottom(), last, above)
            rows.append(QItemSelectionRange(*ends))
        return rows


def stretches(selection: QItemSelection) -> list[QItemSelectionRange]:
    """Return the stretches of neighbouring rows that a selection is made of."""
    return [selection.at(place) for place in range(selection.size())]
