"""Dialogues that never stand out of the screen: too large for it, they shrink, and what has no room then scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from mkplanner.ui.readingorder import OrderedDialog

FRAME = QSize(8, 34)
"""What the window manager puts around a dialogue, in pixels at the usual scale."""


class FittingDialog(OrderedDialog):
    """A dialogue that looks at the screen before it shows itself, and opens its page of the help with F1.

    Tests may set `room` in the screen's place.
    """

    room: QSize | None = None

    _help: QShortcut | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._help is None:
            self._help = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
            self._help.activated.connect(self._show_help)
        fit(self, self.room or self.screen().availableSize())

    def _show_help(self) -> None:
        """F1: the page that belongs to this dialogue; the help itself is already open."""
        from mkplanner.ui.help.window import HelpWindow, page_for, show_help

        if not isinstance(self, HelpWindow):
            show_help(self, page_for(self.focusWidget() or self))


def fit(dialog: QDialog, screen: QSize) -> None:
    """Make a dialogue no larger than a screen of this size has room for, and put it wholly on it."""
    room = screen - FRAME
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    if least.width() > room.width() or least.height() > room.height():
        _let_scroll(dialog, room)
    if dialog.width() > room.width() or dialog.height() > room.height():
        dialog.resize(dialog.size().boundedTo(room))
    _bring_in(dialog)


def _let_scroll(dialog: QDialog, room: QSize) -> None:
    """Put all that stands in the dialogue into a page that scrolls."""
    layout = dialog.layout()
    if layout is None or dialog.findChild(QScrollArea, "fitting") is not None:
        return
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(room))
    area = QScrollArea(widgetResizable=True)
    area.setObjectName("fitting")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setLayout(layout)
    area.setWidget(inside)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    area.show()


def _bring_in(dialog: QDialog) -> None:
    """Move a dialogue that reaches over an edge of its screen."""
    place, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    x = max(place.left(), min(frame.left(), place.right() - frame.width() + 1))
    y = max(place.top(), min(frame.top(), place.bottom() - frame.height() + 1))
    if (x, y) != (frame.left(), frame.top()):
        dialog.move(x, y)
