import gc
import weakref

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from mkplanner.models.commands.rows import SetField
from mkplanner.ui.asking import ask


def test_the_answer_can_be_read_and_then_the_dialogue_is_gone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    QTimer.singleShot(0, dialog.accept)

    assert ask(dialog)
    assert isValid(dialog)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert window.findChildren(QDialog) == []


def test_a_dialogue_that_goes_with_its_window_was_cancelled(qtbot):
    window = QWidget()
    dialog = QDialog(window)
    QTimer.singleShot(0, window.deleteLater)
    QTimer.singleShot(50, lambda: isValid(dialog) and dialog.reject())

    assert not ask(dialog)


def names_of_dialogues():
    return {
        "export",
        "preferences",
        "history",
        "properties",
        "baselines",
        "about",
        "set_mark",
        "versions",
        "save_template",
    }


def test_dialogues_that_were_shown_leave_nothing_in_their_window(plan_window, qtbot, monkeypatch):
    seen = []

    def look(dialog):
        seen.append(weakref.ref(dialog))
        QTimer.singleShot(0, dialog.reject)
        return real_exec(dialog)

    real_exec = QDialog.exec
    monkeypatch.setattr(QDialog, "exec", look)
    offers = plan_window.deeds.offers()
    for name in sorted(names_of_dialogues()) * 3:
        offers[name]()

    def are_gone():
        gc.collect()
        return not any(dialog() is not None for dialog in seen)

    assert len(seen) == len(names_of_dialogues()) * 3
    qtbot.waitUntil(are_gone, timeout=60_000)
    assert plan_window.findChildren(QDialog) == []


def test_edits_that_were_taken_back_leave_no_widget_behind(plan_window, qtbot):
    bridge = plan_window.desk.bridge
    before = len(QApplication.allWidgets())
    for number in range(100):
        bridge.run(SetField("a", "title", f"Agree {number} audit teams"))
    for _ in range(100):
        bridge.undo()

    qtbot.waitUntil(lambda: len(QApplication.allWidgets()) <= before + 20, timeout=60_000)
