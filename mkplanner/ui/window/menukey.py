"""Shift+F10, which opens the menu of a right click where a keyboard has no Menu key."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def hear_menu_key(window: QWidget) -> None:
    """Have Shift+F10 do in a window what the Menu key does; Windows does so by itself."""
    if sys.platform != "win32":
        shortcut = QShortcut(QKeySequence("Shift+F10"), window)
        shortcut.activated.connect(lambda: open_menu(window.focusWidget()))


def open_menu(widget: QWidget | None) -> None:
    """Ask a widget for its menu as the Menu key does, at its cursor."""
    if widget is None:
        return
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = cursor.center() if cursor is not None and not cursor.isEmpty() else widget.rect().center()
    place = QPoint(round(at.x()), round(at.y()))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    QApplication.postEvent(widget, event)
