"""Alt+Down in a cell that is being edited: the list, the calendar or the names that there are, as in Excel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QWidget

from mkplanner.ui.editors.dateedit import DateEdit
from mkplanner.ui.look import theme

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_AROUND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_for_lists(event: QKeyEvent) -> bool:
    """Whether it is Alt with an arrow, which moves rows elsewhere but never while words are being typed in one."""
    return event.key() in _ARROWS and event.modifiers() & ~_AROUND == Qt.KeyboardModifier.AltModifier


def open_list(editor: QWidget) -> None:
    """Open what there is to choose from; nothing happens where there is nothing."""
    if isinstance(editor, QComboBox):
        editor.showPopup()
    elif isinstance(editor, DateEdit):
        editor.give_help("calendar")
    elif isinstance(editor, QLineEdit) and (completer := editor.completer()) is not None:
        completer.setCompletionPrefix("")
        if isinstance(popup := completer.popup(), QListView):
            popup.setSpacing(theme.px(2))
        completer.complete()
