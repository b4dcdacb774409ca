from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton

from mkplanner.ui.editors.partbutton import PartButton, adding_line


class Letter(PartButton):
    def __init__(self, removable=True):
        super().__init__()
        self.removable = removable
        self.log = []

    def remove(self):
        self.log.append("removed")

    def showMenu(self):
        self.log.append("opened")


def test_the_keys_that_remove_belong_to_the_button_and_not_to_the_windows_menus(qtbot):
    button = Letter()
    qtbot.addWidget(button)
    shortcut = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    shortcut.ignore()

    assert button.event(shortcut)
    assert shortcut.isAccepted()


def test_delete_removes_and_enter_or_down_opens_the_list(qtbot):
    button = Letter()
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Backspace):
        qtbot.keyClick(button, key)

    assert button.log == ["removed", "opened", "opened", "removed"]


def test_what_cannot_be_removed_stays(qtbot):
    button = Letter(removable=False)
    qtbot.addWidget(button)
    qtbot.keyClick(button, Qt.Key.Key_Delete)

    assert button.log == []


def test_one_part_of_a_line_takes_the_room_that_is_left(qtbot):
    name, add = QLineEdit(), QToolButton()
    line = adding_line(QPushButton("R"), name, add, wide=name)
    qtbot.addWidget(line)
    line.resize(400, 24)
    line.show()

    assert name.width() > 200
