"""Dialogues that never stand out of the screen: too large for it they shrink, what has no room scrolls, the buttons stay."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.ui.insight import InSight
from mkplanner.ui.look import theme
from mkplanner.ui.parts import rule
from mkplanner.ui.readingorder import OrderedDialog, stops_in

FRAME = QSize(8, 34)
"""What the window manager puts around a dialogue, in pixels at the usual scale."""
_SETTLED = 150
"""Milliseconds after which a window manager has put its frame round a window that has another size."""
_BAR = 18
"""Pixels that a scroll bar takes, should there be one."""


class FittingDialog(OrderedDialog):
    """A dialogue that looks at the screen before it shows itself, and opens its page of the help with F1.

    `foot` is its row of buttons (see `add_foot`), which stays in sight where all above it scrolls. Tests may set `room` in
    the screen's place.
    """

    room: QSize | None = None
    foot: QWidget | None = None

    _help: QShortcut | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, self.whole_room())
        if self._help is None:
            self._help = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
            self._help.activated.connect(self._show_help)
            begin(self)

    def whole_room(self) -> QSize:
        """Return the size of the screen that dialogues may have, frame and all."""
        return self.room or self.screen().availableSize()

    def add_foot(self, layout: QBoxLayout, row: QLayout) -> None:
        """Add the row of buttons below everything else."""
        self.foot = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        self.foot.setLayout(row)
        layout.addWidget(self.foot)
        for button in self.foot.findChildren(QPushButton):
            if button.isDefault():  # said before the button stood in the dialogue, which has not heard it
                button.setDefault(False)
                button.setDefault(True)

    def refit(self) -> None:
        """Take the size that what it shows now asks for, and stay on the screen."""
        if self.isVisible():
            if not _scrolls(self):
                self.adjustSize()
            fit(self, self.whole_room())

    def fold(self, room: QSize) -> None:
        """Put below each other what has no room side by side; dialogues that can do so say how."""

    def _show_help(self) -> None:
        """F1: the page that belongs to this dialogue; the help itself is already open."""
        from mkplanner.ui.help.window import HelpWindow, page_for, show_help

        if not isinstance(self, HelpWindow):
            show_help(self, page_for(self.focusWidget() or self))


def begin(dialog: QDialog) -> None:
    """Put the cursor into the first field, unless the dialogue has put it elsewhere itself."""
    foot = dialog.foot if isinstance(dialog, FittingDialog) else None
    at = dialog.focusWidget()
    if at is None or (foot is not None and foot.isAncestorOf(at)):
        first = next((stop for stop in stops_in(dialog) if not isinstance(stop, QAbstractButton)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def fit(dialog: QDialog, screen: QSize) -> None:
    """Make a dialogue no larger than a screen of this size has room for, and put it wholly on it."""
    room = screen - FRAME
    if isinstance(dialog, FittingDialog):
        dialog.fold(room - QSize(theme.px(_BAR), 0))
        if (layout := dialog.layout()) is not None:
            layout.activate()
    wide = min(max(dialog.width(), dialog.sizeHint().width()), room.width())  # Qt shows nothing wider than two thirds
    if not _has_room(dialog, room):
        _let_scroll(dialog, room)
    least = _least(dialog, wide).expandedTo(QSize(wide, 0))
    dialog.resize(dialog.size().expandedTo(least).boundedTo(room))
    _bring_in(dialog)


def fit_soon() -> None:
    """Have one of Qt's own dialogues, for colours or printers, fit the screen once it is open; call it before opening one.

    The system's own, which some desktops show in its place, fit by themselves.
    """
    QTimer.singleShot(0, _fit_open)


def _fit_open() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog) and not dialog.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
        fit(dialog, dialog.screen().availableSize())
        QTimer.singleShot(_SETTLED, dialog, lambda: _bring_in(dialog))


def _foot_of(dialog: QDialog) -> QWidget | None:
    return dialog.foot if isinstance(dialog, FittingDialog) else dialog.findChild(QDialogButtonBox)


def _has_room(dialog: QDialog, room: QSize) -> bool:
    least = _least(dialog, room.width())
    return least.width() <= room.width() and least.height() <= room.height()


def _least(dialog: QDialog, width: int) -> QSize:
    """The smallest size in which everything can be read: words that wrap need the more height the narrower they are."""
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(max(width, least.width()))))
    return least


def _scrolls(dialog: QDialog) -> bool:
    return dialog.findChild(InSight, "fitting") is not None


def _let_scroll(dialog: QDialog, room: QSize) -> None:
    """Put all that stands above the buttons into a page that scrolls up and down."""
    layout = dialog.layout()
    if layout is None or _scrolls(dialog):
        return
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(room))
    dialog.setMaximumSize(dialog.maximumSize().expandedTo(room))
    at = dialog.focusWidget()
    foot = _foot_of(dialog)
    if foot is not None:
        layout.removeWidget(foot)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    inside = QWidget()
    inside.setLayout(layout)
    area = InSight(inside)
    area.setObjectName("fitting")
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area, 1)
    if foot is not None:
        _put_below(outer, foot, layout)
    area.show()
    wide = max(dialog.width(), inside.minimumSizeHint().width() + theme.px(_BAR))
    dialog.resize(min(wide, room.width()), room.height())
    if at is not None:
        at.setFocus(Qt.FocusReason.OtherFocusReason)


def _put_below(outer: QVBoxLayout, foot: QWidget, body: QLayout) -> None:
    """Give the buttons their place under the page, and the air that they had inside it."""
    around, inside = body.contentsMargins(), foot.layout()
    if foot.property("role") != "foot" and inside is not None:
        air = around.bottom() * 2 // 3
        inside.setContentsMargins(around.left(), air, around.right(), air)
        outer.addWidget(rule())
    outer.addWidget(foot)


def _bring_in(dialog: QDialog) -> None:
    """Move a dialogue that reaches over an edge of its screen."""
    place, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    x = max(place.left(), min(frame.left(), place.right() - frame.width() + 1))
    y = max(place.top(), min(frame.top(), place.bottom() - frame.height() + 1))
    if (x, y) != (frame.left(), frame.top()):
        dialog.move(x, y)
