import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow

from mkplanner.ui.window.menukey import hear_menu_key, open_menu


class Field(QLineEdit):
    def __init__(self):
        super().__init__()
        self.asked = []

    def contextMenuEvent(self, event):
        self.asked.append(event.reason())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself turns Shift+F10 into the Menu key")
def test_shift_f10_asks_what_has_the_cursor_for_its_menu(qtbot):
    window, field = QMainWindow(), Field()
    window.setCentralWidget(field)
    hear_menu_key(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)

    qtbot.waitUntil(lambda: field.asked == [QContextMenuEvent.Reason.Keyboard])


def test_where_nothing_has_the_cursor_nothing_happens():
    open_menu(None)
