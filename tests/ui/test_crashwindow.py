from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from mkplanner.ui.crashwindow import CrashWindow


def test_it_says_that_the_plan_is_safe_and_what_to_do(qtbot, dressed):
    window = CrashWindow("details")
    qtbot.addWidget(window)

    words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "Your plan is safe" in words
    assert "help desk" in words


def test_enter_goes_on_working(qtbot, dressed):
    window = CrashWindow("details")
    qtbot.addWidget(window)
    window.show()

    qtbot.keyClick(window, Qt.Key.Key_Return)

    assert window.result() == CrashWindow.DialogCode.Accepted
    assert [button.text() for button in window.findChildren(QPushButton) if button.isDefault()] == ["Go on working"]
