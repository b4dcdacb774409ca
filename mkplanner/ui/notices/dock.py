"""The notices dock: what a careful colleague would point out about the plan; Enter or a double-click goes to the row.

The chosen notice offers its ways out under its sentence; Alt+Enter or the Menu key shows them as a menu.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from mkplanner.ui.itemmodels.noticelist import NOTICE, NoticeList
from mkplanner.ui.look import theme
from mkplanner.ui.notices.links import RemedyLinks, remedy_menu
from mkplanner.ui.notices.noticepaint import NoticeDelegate, words_box
from mkplanner.ui.parts import label

if TYPE_CHECKING:
    from mkplanner.models.notice import Notice, Remedy

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        self._list = _NoticeView(self, self._model, remedies_of)
        self._list.chosen.connect(self.chosen)
        self._list.entered.connect(self.entered)
        self._list.links.taken.connect(self.remedy_taken)
        self._list.clicked.connect(lambda index: self.pointed.emit(index.data(NOTICE)))
        self._empty = label("", "muted", wrap=True)
        self._empty.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        self.show_notices(())

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show other notices, keeping the chosen one where it is still there, else the one that took its place."""
        self._empty.setText(self.tr("Nothing to look at: every row is in order."))
        known = self._model.notices
        if notices and len(notices) == len(known) and tuple(notices) == known:  # unequal in number is seen at once
            return
        before = self._list.currentIndex()
        kept, place = before.data(NOTICE), max(0, min(before.row(), len(notices) - 1))
        self._model.show_notices(notices)
        same = (
            (row for row, notice in enumerate(notices) if notice.item == kept.item and notice == kept) if kept else ()
        )
        self._list.setCurrentIndex(self._model.reach(next(iter(same), place)))
        self._empty.setVisible(not notices)
        self._list.setVisible(bool(notices))

    def say_looking(self) -> None:
        """Say that a long plan is being looked through, until the first notices are shown."""
        self._empty.setText(self.tr("Looking through the plan…"))

    def go_to_next(self) -> None:
        """Choose the next notice about a row, and after the last the first again; those about no row only where all are."""
        notices = self._model.notices
        if not notices:
            return
        first = self._list.currentIndex().row() + 1 if self._list.has_gone else 0
        order = [(first + step) % len(notices) for step in range(len(notices))]
        row = next((row for row in order if notices[row].item is not None), order[0])
        self._list.setCurrentIndex(self._model.reach(row))
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

    def __init__(self, parent: QWidget, notices: NoticeList, remedies_of: Callable[[Notice], Sequence[Remedy]]) -> None:
        super().__init__(parent)
        self._notices = notices
        self._remedies_of = remedies_of
        self.links = RemedyLinks(self.viewport())
        self.setObjectName("notices")
        self.setAccessibleName(self.tr("Notices"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(notices)
        self.setItemDelegate(NoticeDelegate(self, self._links_below))
        self.doubleClicked.connect(lambda _index: self._enter())
        self.has_gone = False
        self.is_used = False
        """Whether somebody has turned to the list; until then no notice stands out as chosen."""
        self.clicked.connect(lambda _index: self.use())

    def use(self) -> None:
        """Show from now on which notice is chosen."""
        if not self.is_used:
            self.is_used = True
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.use()
        super().focusInEvent(event)

    def go(self) -> None:
        """Tell where the chosen notice points."""
        notice = self.currentIndex().data(NOTICE)
        if notice is not None:
            self.has_gone = True
            self.use()
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

    def _links_below(self, index: Index, width: int) -> int:
        """The height that the links ask for in this row, which is 0 but in the chosen one."""
        return self.links_height(width) if index.row() == self.currentIndex().row() else 0

    def show_menu(self) -> None:
        """Show the ways out as a menu, below the chosen notice."""
        self.use()
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

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The end is that of all notices, of which a long plan's last may not have been handed out yet."""
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._notices.reach(len(self._notices.notices) - 1)
        return super().moveCursor(action, modifiers)

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
