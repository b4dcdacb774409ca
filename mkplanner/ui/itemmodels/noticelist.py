"""Qt item model over notices: one row each, spoken with its severity.

A long plan has thousands, of which few are ever looked at: rows are handed out by the page, as the list is scrolled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mkplanner.models.notice import Notice

Index = QModelIndex | QPersistentModelIndex

NOTICE = Qt.ItemDataRole.UserRole
"""The role under which a row gives its notice."""

FIRST = 40
"""So many rows are handed out at first, for each is measured; where they leave room, Qt asks for more at once."""

PAGE = 200
"""So many rows are handed out at a time from then on: more than a tall screen holds."""


class NoticeList(QAbstractListModel):
    """The notices in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: tuple[Notice, ...] = ()
        self._handed = 0

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All notices, those not handed out yet among them."""
        return self._notices

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show other notices."""
        self.beginResetModel()
        self._notices = tuple(notices)
        self._handed = min(FIRST, len(self._notices))
        self.endResetModel()

    def reach(self, row: int) -> QModelIndex:
        """Return the index of any row, handing out those up to it first; an invalid one where there is no such row."""
        if self._handed <= row < len(self._notices):
            self._hand_out(row + 1)
        return self.index(row, 0)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._handed < len(self._notices)

    def fetchMore(self, parent: Index) -> None:
        """Hand out the next page; Qt asks when the list is scrolled to its end."""
        if self.canFetchMore(parent):
            self._hand_out(self._handed + 1)

    def _hand_out(self, count: int) -> None:
        """Hand out so many rows and what is left of their page."""
        count = min(-(-count // PAGE) * PAGE, len(self._notices))
        self.beginInsertRows(QModelIndex(), self._handed, count - 1)
        self._handed = count
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._handed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        notice = self._notices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return notice.sentence
        if role == NOTICE:
            return notice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{str(notice.severity).capitalize()}: {notice.sentence}"
        return None
