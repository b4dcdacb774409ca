"""The notices dock: what a careful colleague would point out about the plan; Enter or a double-click goes to the row.

The chosen notice offers its ways out under its sentence; Alt+Enter or the Menu key shows them as a menu.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QIcon, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui.itemmodels.noticelist import NOTICE, NoticeList
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.notices.links import RemedyLinks, remedy_menu
from mkplanner.ui.parts import label

if TYPE_CHECKING:
    from mkplanner.models.notice import Notice, Remedy

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

SEVERITY_ICONS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("info", "accent")}


class NoticesPanel(QWidget):
    """The list of notices. `chosen` brings the notice to go to, `pointed` the one that was clicked.

    `entered` brings one on which Enter was pressed or that was double-clicked, after `chosen`;
    `remedy_taken` the way out that was taken. `remedies_of` is asked for the ways out of the chosen notice only.
    """

    chosen = Signal(object)
    entered = Signal(object)
    pointed = Signal(object)
    remedy_taken = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, remedies_of: Callable[[Notice], Sequence[Remedy]] = lambda _notice: ()
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notices_panel")
        self._model = NoticeList(self)
        self._list = _NoticeView(self, remedies_of)
        self._list.setModel(self._model)
        self._list.chosen.connect(self.chosen)
        self._list.entered.connect(self.entered)
        self._list.links.taken.connect(self.remedy_taken)
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
        """Show other notices, keeping the chosen one where it is still there, else the one that took its place."""
        if tuple(notices) == self._model.notices and notices:
            return
        before = self._list.currentIndex()
        kept, place = before.data(NOTICE), max(0, min(before.row(), len(notices) - 1))
        self._model.show_notices(notices)
        row = next((row for row, notice in enumerate(notices) if notice == kept), place)
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._empty.setVisible(not notices)
        self._list.setVisible(bool(notices))

    def go_to_next(self) -> None:
        """Choose the next notice about a row, and after the last the first again; those about no row only where all are."""
        notices = self._model.notices
        if not notices:
            return
        first = self._list.currentIndex().row() + 1 if self._list.has_gone else 0
        order = [(first + step) % len(notices) for step in range(len(notices))]
        row = next((row for row in order if notices[row].item is not None), order[0])
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._list.go()

    def show_ways_out(self) -> None:
        """Show what the chosen notice offers as a menu."""
        if self._list.currentIndex().isValid():
            self._list.scrollTo(self._list.currentIndex())
            self._list.show_menu()


class _NoticeView(QListView):
    """The list itself; rows grow with their words."""

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, parent: QWidget, remedies_of: Callable[[Notice], Sequence[Remedy]]) -> None:
        super().__init__(parent)
        self._remedies_of = remedies_of
        self.links = RemedyLinks(self.viewport())
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

    # Ways out of the chosen notice

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        notice = current.data(NOTICE)
        self.links.show_remedies(self._remedies_of(notice) if notice is not None else ())
        said = "; ".join(remedy.title for remedy in self.links.remedies)
        self.setAccessibleDescription(self.tr("Ways out with Alt+Enter: {}").format(said) if said else "")
        self.scheduleDelayedItemsLayout()

    def links_height(self, width: int) -> int:
        """The height that the links ask for below a sentence so wide; 0 without any."""
        return self.links.heightForWidth(width) + theme.px(4) if self.links.remedies else 0

    def show_menu(self) -> None:
        """Show the ways out as a menu, below the chosen notice."""
        rect = self.visualRect(self.currentIndex())
        menu = remedy_menu(self, self.links.remedies, self._enter, self.links.taken.emit)
        menu.popup(self.viewport().mapToGlobal(rect.bottomLeft()))

    def _place_links(self) -> None:
        """Put the links at the foot of the chosen notice, wherever that has gone."""
        box = words_box(self.visualRect(self.currentIndex()))
        height = self.links_height(box.width())
        self.links.setGeometry(box.left(), box.bottom() - theme.px(6) - height + 1, box.width(), height)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._place_links()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_links()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Enter, which the window's menus use for something else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asks_menu(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_menu(event):
            self.show_menu()
        elif event.key() in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            self.show_menu()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _asks_menu(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.AltModifier


class _NoticeDelegate(QStyledItemDelegate):
    """Paints icon and wrapped sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: tuple[str, int] = ("", 0)
        self._heights: dict[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        room = view.viewport().width() if isinstance(view, QListView) else view.width()
        width = max(room, theme.px(120))
        box = words_box(QRect(0, 0, width, 10_000))
        height = self._height(box, index.data())
        links = view.links_height(box.width()) if isinstance(view, _NoticeView) and _is_chosen(view, index) else 0
        return QSize(width, height + links)

    def _height(self, box: QRect, words: str) -> int:
        """Measure each sentence once: a long plan has thousands, and is looked through after each change."""
        font = theme.font()
        look = (font.key(), box.width())
        if look != self._look:
            self._look = look
            self._heights.clear()
        if words not in self._heights:
            found = QFontMetrics(font).boundingRect(box, Qt.TextFlag.TextWordWrap, words).height()
            self._heights[words] = max(found + theme.px(12), theme.px(28))
        return self._heights[words]

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
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        side = theme.px(16)
        place = QRect(rect.left() + theme.px(10), rect.top() + theme.px(6), side, side)
        severity_icon(str(notice.severity)).paint(painter, place)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        painter.drawText(words_box(rect), Qt.TextFlag.TextWordWrap, index.data())
        painter.restore()


def words_box(rect: QRect) -> QRect:
    """Return where the words stand in the row of a notice."""
    return rect.adjusted(theme.px(34), theme.px(6), -theme.px(10), 0)


def _is_chosen(view: QWidget | None, index: Index) -> bool:
    return isinstance(view, _NoticeView) and view.currentIndex().row() == index.row()


def severity_icon(severity: str) -> QIcon:
    """Return the mark of a severity: a shape of its own for each, in its colour."""
    name, token = SEVERITY_ICONS[severity]
    return icon(name, token)
