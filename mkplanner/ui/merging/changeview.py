"""The list at the left of a review: what waits for a choice, and what came in, each in a plain sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_WRAP = Qt.TextFlag.TextWordWrap


class Entry(NamedTuple):
    """One row: a heading (`icon` empty), or a sentence with the id of the conflict or of the row of the plan it is about."""

    words: str
    icon: str = ""
    token: str = "text2"
    conflict: str = ""
    item: str | None = None


class ChangeView(QWidget):
    """`conflict_chosen` and `row_chosen` bring the id of what was double-clicked or entered."""

    conflict_chosen = Signal(str)
    row_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self.model = _EntryList(self)
        self.filter = QLineEdit(placeholderText=self.tr("Filter changes"), clearButtonEnabled=True)
        self.filter.setObjectName("filter_changes")
        self.filter.setAccessibleName(self.tr("Filter changes"))
        sign = self.filter.addAction(icon("filter", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(self.tr("Filter changes"))
        self.filter.textChanged.connect(lambda _words: self._narrow())
        self.list = _List(self)
        self.list.setModel(self.model)
        self.list.gone.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QFrame()
        inside = QVBoxLayout(above)
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inside.addWidget(self.filter)
        layout.addWidget(above)
        layout.addWidget(self.list, 1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the filter stays."""
        self._entries = tuple(entries)
        self._narrow()

    def _narrow(self) -> None:
        words = self.filter.text().casefold().split()
        shown: list[Entry] = []
        for entry in self._entries:
            if not entry.icon:
                if shown and not shown[-1].icon:
                    shown.pop()
                shown.append(entry)
            elif all(word in entry.words.casefold() for word in words):
                shown.append(entry)
        if shown and not shown[-1].icon:
            shown.pop()
        self.model.show_entries(shown)

    def _go(self, entry: Entry) -> None:
        if entry.conflict:
            self.conflict_chosen.emit(entry.conflict)
        elif entry.item:
            self.row_chosen.emit(entry.item)


class _EntryList(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return entry.words
        return entry if role == ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_heading = not self._entries[index.row()].icon
        return Qt.ItemFlag.NoItemFlags if is_heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _List(QListView):
    gone = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setAccessibleName(self.tr("Changes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Delegate(self))
        self.clicked.connect(lambda index: self._tell(index, only_conflict=True))
        self.doubleClicked.connect(self._tell)

    def _tell(self, index: Index, *, only_conflict: bool = False) -> None:
        entry = index.data(ENTRY)
        if entry is not None and (entry.conflict or not only_conflict):
            self.gone.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Paints a heading on the ground of theme rows, or icon and wrapped sentence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = max(view.viewport().width() if isinstance(view, QListView) else 0, theme.px(160))
        entry: Entry = index.data(ENTRY)
        if not entry.icon:
            return QSize(width, theme.px(26))
        box = self._box(QRect(0, 0, width, 10_000))
        return QSize(width, QFontMetrics(theme.font()).boundingRect(box, _WRAP, entry.words).height() + theme.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setPen(theme.colour("text"))
        if not entry.icon:
            painter.fillRect(rect, theme.colour("theme_row"))
            painter.setFont(theme.font(bold=True))
            painter.drawText(rect.adjusted(theme.px(12), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, entry.words)
        else:
            self._sentence(painter, rect, entry, state)
        painter.restore()

    def _sentence(self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("selection_bar"))
        side = theme.px(16)
        icon(entry.icon, entry.token).paint(
            painter, QRect(rect.left() + theme.px(12), rect.top() + theme.px(5), side, side)
        )
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        painter.drawText(self._box(rect), _WRAP, entry.words)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _box(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(36), theme.px(5), -theme.px(10), 0)
