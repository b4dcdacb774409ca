"""Keeps what screen readers are told of a tree true: which cell is where, and what the current one says."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleTableModelChangeEvent
from PySide6.QtWidgets import QTreeView

_SETTLE = 60
"""Milliseconds after the last change until the current cell is told again."""


class SpokenTree(QObject):
    """Works for one tree, and only while somebody listens.

    Qt keeps the cells that a screen reader has asked for by their place, and does not hear that rows were opened, shut,
    added or taken away: the reader would be told another row than the one with the cursor. So they are forgotten here.
    A reader that holds a forgotten cell would fall silent; so the current cell is told again, which also tells whether
    its row is open now.
    """

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self._tell)
        model = tree.model()
        for news in (tree.expanded, tree.collapsed, model.rowsInserted, model.rowsRemoved, model.modelReset):
            news.connect(lambda *_: self.forget())

    def forget(self) -> None:
        """Forget the cells, for rows stand elsewhere, and tell the current one again."""
        if QAccessible.isActive():
            reset = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset
            QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(self._tree, reset))
            self._soon.start()

    def tell_again(self) -> None:
        """Tell the current cell again in a moment: it says something else, or the keyboard has come back to the tree."""
        if QAccessible.isActive():
            self._soon.start()

    def _tell(self) -> None:
        face = QAccessible.queryAccessibleInterface(self._tree) if self._tree.hasFocus() else None
        cell = face.focusChild() if face is not None else None
        if face is None or cell is None:
            return
        place = face.indexOfChild(cell)
        if place >= 0:
            event = QAccessibleEvent(self._tree, QAccessible.Event.Focus)
            event.setChild(place)
            QAccessible.updateAccessibility(event)
