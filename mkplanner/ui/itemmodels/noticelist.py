"""Qt item model over notices: one row each, spoken with its severity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mkplanner.models.notice import Notice

Index = QModelIndex | QPersistentModelIndex

NOTICE = Qt.ItemDataRole.UserRole
"""The role under which a row gives its notice."""


class NoticeList(QAbstractListModel):
    """The notices in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: tuple[Notice, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is shown now."""
        return self._notices

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show other notices."""
        self.beginResetModel()
        self._notices = tuple(notices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._notices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        notice = self._notices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return notice.sentence
        if role == NOTICE:
            return notice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{str(notice.severity).capitalize()}: {notice.sentence}"
        return None
