"""The lines of a history as a list of three columns, when, who and what, whose sentences wrap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.lookback.entries import HistoryLine
from mkplanner.ui.moments import moment_words

_WRAP = Qt.TextFlag.TextWordWrap
Index = QModelIndex | QPersistentModelIndex
WHAT = 2
LINE = Qt.ItemDataRole.UserRole


class HistoryList(QAbstractTableModel):
    """The lines in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[HistoryLine, ...] = ()

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("When"), self.tr("Who"), self.tr("What"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (moment_words(line.at), line.who, line.deed)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.deed
        return line if role == LINE else None


class HistoryView(QTreeView):
    """Shows a `HistoryList`; rows are as high as their sentences need."""

    def __init__(self, model: HistoryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_list")
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Wrapping(self))
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (0, 1):
            header.resizeSection(column, theme.px(150))
        header.setStretchLastSection(True)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())


class _Wrapping(QStyledItemDelegate):
    """Gives rows the height of their sentence; one that fits its column is not laid out to know that."""

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(parent)
        self._metrics = QFontMetrics(theme.font())
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.columnWidth(index.column())
        height = self._metrics.height()
        room = max(width - theme.px(12), theme.px(60))
        words = index.data() if index.column() == WHAT else ""
        if self._metrics.horizontalAdvance(words) > room:
            height = self._metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, words).height()
        return QSize(width, height + theme.px(10))
