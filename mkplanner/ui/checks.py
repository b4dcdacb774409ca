"""The notices dock: what a careful colleague would point out about the plan; Enter or a double-click goes to the row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui import theme
from mkplanner.ui.icons import icon
from mkplanner.ui.itemmodels.noticelist import NOTICE, NoticeList
from mkplanner.ui.parts import label

if TYPE_CHECKING:
    from mkplanner.models.notice import Notice

Index = QModelIndex | QPersistentModelIndex

SEVERITY_ICONS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("info", "accent")}


class NoticesPanel(QWidget):
    """The list of notices. `chosen` brings the notice to go to, `pointed` the one that was clicked.

    `entered` brings one on which Enter was pressed or that was double-clicked, after `chosen`.
    """

    chosen = Signal(object)
    entered = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices_panel")
        self._model = NoticeList(self)
        self._list = _NoticeView(self)
        self._list.setModel(self._model)
        self._list.chosen.connect(self.chosen)
        self._list.entered.connect(self.entered)
        self._list.clicked.connect(lambda index: self.pointed.emit(index.data(NOTICE)))
        self._empty = label(self.tr("Nothing to look at: every row is in order."), "muted", wrap=True)
        self._empty.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        self.show_notices(())

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show other notices, keeping the chosen one where it is still there."""
        kept = self._list.currentIndex().data(NOTICE)
        self._model.show_notices(notices)
        row = next((row for row, notice in enumerate(notices) if notice == kept), 0)
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._empty.setVisible(not notices)
        self._list.setVisible(bool(notices))

    def go_to_next(self) -> None:
        """Choose the next notice, and after the last the first again."""
        count = self._model.rowCount()
        if not count:
            return
        row = (self._list.currentIndex().row() + 1) % count if self._list.has_gone else 0
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._list.go()


class _NoticeView(QListView):
    """The list itself; rows grow with their words."""

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.setAccessibleName(self.tr("Notices"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_NoticeDelegate(self))
        self.doubleClicked.connect(lambda _index: self._enter())
        self.has_gone = False

    def go(self) -> None:
        """Tell where the chosen notice points."""
        notice = self.currentIndex().data(NOTICE)
        if notice is not None:
            self.has_gone = True
            self.chosen.emit(notice)

    def _enter(self) -> None:
        notice = self.currentIndex().data(NOTICE)
        self.go()
        if notice is not None:
            self.entered.emit(notice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _NoticeDelegate(QStyledItemDelegate):
    """Paints icon and wrapped sentence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        room = view.viewport().width() if isinstance(view, QListView) else view.width()
        width = max(room, theme.px(120))
        box = self._words_box(QRect(0, 0, width, 10_000))
        words = QFontMetrics(theme.font()).boundingRect(box, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(width, max(words.height() + theme.px(12), theme.px(28)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        notice: Notice = index.data(NOTICE)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("selection_bar"))
        painter.setPen(theme.colour("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        side = theme.px(16)
        place = QRect(rect.left() + theme.px(10), rect.top() + theme.px(6), side, side)
        severity_icon(str(notice.severity)).paint(painter, place)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        painter.drawText(self._words_box(rect), Qt.TextFlag.TextWordWrap, index.data())
        painter.restore()

    def _words_box(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(34), theme.px(6), -theme.px(10), 0)


def severity_icon(severity: str) -> QIcon:
    """Return the mark of a severity: a shape of its own for each, in its colour."""
    name, token = SEVERITY_ICONS[severity]
    return icon(name, token)
