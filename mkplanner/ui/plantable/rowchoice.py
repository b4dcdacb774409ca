"""Whole rows are chosen, whoever chooses."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex

_Flag = QItemSelectionModel.SelectionFlag


class RowChoice(QItemSelectionModel):
    """Chooses the row of every cell that is chosen.

    The view itself is left to choose single cells: where it chooses rows, Qt takes a screen reader's "choose this cell" for
    the row of the same number at the top of the tree (its `QAccessibleTableCell` asks an index for its row below the parent).
    """

    def select(self, what: QModelIndex | QPersistentModelIndex | QItemSelection, command: _Flag) -> None:
        """Choose, or let go, whole rows."""
        super().select(what, command | _Flag.Rows)
