"""The table of understood rows: wrapped words, sub-actions set in, one row chosen at a time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mkplanner.ui.importing.draftrows import OWNER, READING, REF, TITLE, WORDS, DraftRows
from mkplanner.ui.look import theme

Index = QModelIndex | QPersistentModelIndex

SHARES = {REF: 52, WORDS: 130, READING: 190, OWNER: 130}
STEP = 14
_WIDEST_REF = 110
_ROOMY = 640
"""Pixels in which titles and dates have their usual room; columns of a narrower table shrink in proportion."""
_TIGHT = 330


class DraftTable(QTableView):
    """Shows a `DraftRows`."""

    def __init__(self, rows: DraftRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft_rows")
        self.setAccessibleName(self.tr("What was understood"))
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(_Delegate(rows, self))
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        for column, width in SHARES.items():
            self.setColumnWidth(column, theme.px(width))
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head.sectionResized.connect(lambda *_: self._fitting.start())

    def fit(self) -> None:
        """Give every row the height of its words, and no room to what nobody has."""
        self._show_owners()
        refs = (self._rows.index(row, REF).data() or "" for row in range(self._rows.rowCount()))
        longest = self.fontMetrics().horizontalAdvance(max(refs, key=len, default="")) + theme.px(18)
        self.setColumnWidth(REF, max(theme.px(SHARES[REF]), min(longest, theme.px(_WIDEST_REF))))
        self._fitting.start()

    def _show_owners(self) -> None:
        """Owners have a column where anybody has one, and where titles still have room beside it."""
        self.setColumnHidden(OWNER, not self._rows.has_owners() or self.width() < theme.px(_TIGHT))

    def show_row(self, row: int) -> None:
        """Choose a row and bring it into view, without telling anybody."""
        self.selectionModel().blockSignals(True)
        self.selectRow(row)
        self.selectionModel().blockSignals(False)
        self.scrollTo(self._rows.index(row, TITLE), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share a narrow table out so that the titles keep most of it; where there is room, columns are as wide as usual."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._show_owners()
            share = min(1.0, (event.size().width() - self.columnWidth(REF)) / theme.px(_ROOMY))
            for column in (WORDS, READING, OWNER):
                least = self.horizontalHeader().sectionSizeHint(column)
                self.setColumnWidth(column, max(least, round(theme.px(SHARES[column]) * share)))
        self._fitting.start()


class _Delegate(QStyledItemDelegate):
    """Sets titles in by their depth."""

    def __init__(self, rows: DraftRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.backgroundBrush = QBrush()
        inset = self._rows.depth(index.row()) * theme.px(STEP) if index.column() == TITLE else 0
        option.rect.adjust(theme.px(5) + inset, theme.px(4), -theme.px(5), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shade = index.data(Qt.ItemDataRole.BackgroundRole)
        if option.state & QStyle.StateFlag.State_Selected:
            shade = theme.colour("selection")
        if shade is not None:
            painter.fillRect(option.rect, shade)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, theme.px(8))
