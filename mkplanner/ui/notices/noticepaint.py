"""How a notice looks in its list: the mark of its severity and its sentence, which wraps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mkplanner.ui.itemmodels.noticelist import NOTICE
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.notices.sentence import draw_sentence, more_for_place

if TYPE_CHECKING:
    from mkplanner.models.notice import Notice

Index = QModelIndex | QPersistentModelIndex

SEVERITY_ICONS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("info", "accent")}


class NoticeDelegate(QStyledItemDelegate):
    """Paints icon and wrapped sentence; `below` says, for a row and a width, what height is wanted under the sentence."""

    def __init__(self, parent: QWidget, below: Callable[[Index, int], int]) -> None:
        super().__init__(parent)
        self._below = below
        self._look: tuple[str, int] = ("", 0)
        self._heights: dict[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        room = view.viewport().width() if isinstance(view, QListView) else view.width()
        width = max(room, theme.px(120))
        box = words_box(QRect(0, 0, width, 10_000))
        height = self._height(box, index.data())
        return QSize(width, height + self._below(index, box.width()))

    def _height(self, box: QRect, words: str) -> int:
        """Measure each sentence once: a long plan has thousands, and is looked through after each change."""
        font = theme.font()
        look = (font.key(), box.width())
        if look != self._look:
            self._look = look
            self._heights.clear()
        if words not in self._heights:
            room = box.adjusted(0, 0, -more_for_place(words), 0)
            found = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            self._heights[words] = max(found + theme.px(12), theme.px(28))
        return self._heights[words]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        notice: Notice = index.data(NOTICE)
        painter.save()
        if state & QStyle.StateFlag.State_Selected and getattr(option.widget, "is_used", True):
            painter.fillRect(rect, theme.colour("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("selection_bar"))
        painter.setPen(theme.colour("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        side = theme.px(16)
        place = QRect(rect.left() + theme.px(10), rect.top() + theme.px(6), side, side)
        severity_icon(str(notice.severity)).paint(painter, place)
        painter.setPen(theme.colour("text"))
        draw_sentence(painter, words_box(rect), index.data())
        painter.restore()


def words_box(rect: QRect) -> QRect:
    """Return where the words stand in the row of a notice."""
    return rect.adjusted(theme.px(34), theme.px(6), -theme.px(10), 0)


def severity_icon(severity: str) -> QIcon:
    """Return the mark of a severity: a shape of its own for each, in its colour."""
    name, token = SEVERITY_ICONS[severity]
    return icon(name, token)
