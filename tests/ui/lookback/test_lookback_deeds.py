from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from mkplanner.ui.lookback.markdialog import MarkDialog


@pytest.fixture
def accepted(monkeypatch):
    shown = []
    monkeypatch.setattr(QDialog, "exec", lambda self: shown.append(self) or 1)
    return shown


def test_a_mark_is_set_under_the_name_proposed(plan_window, accepted, recorder):
    plan_window.commands["set_mark"].trigger()

    (mark,) = plan_window.desk.opened.plan.marks.values()
    today = date.today()
    assert mark.name == f"Board, {today.day} {today:%B}"
    assert recorder.notes[-1] == f"“{mark.name}” is set; History shows what has changed since."


def test_a_name_that_is_taken_is_refused_in_words(plan_window, accepted, recorder):
    plan_window.commands["set_mark"].trigger()
    plan_window.commands["set_mark"].trigger()

    assert "already a mark" in recorder.errors[0].sentence
    assert len(plan_window.desk.opened.plan.marks) == 1


def test_an_empty_name_cannot_be_sent(qtbot, plan_window):
    dialog = MarkDialog(plan_window, plan_window.desk.opened.plan, date(2026, 2, 25))
    qtbot.addWidget(dialog)
    field = dialog.findChild(QLineEdit, "mark_name")
    assert dialog.name() == "Board, 25 February"

    field.setText("  ")
    deed = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Set the mark")
    assert not deed.isEnabled()


def test_the_history_of_the_chosen_row_is_shown(plan_window, monkeypatch):
    shown = []
    monkeypatch.setattr(QDialog, "exec", lambda self: shown.append((self.windowTitle(), self._row)) or 0)
    plan_window.desk.select("b")
    plan_window.commands["row_history"].trigger()
    plan_window.commands["history"].trigger()

    assert shown == [("History of this row", "b"), ("History", None)]


def test_versions_are_shown(plan_window, monkeypatch):
    shown = []
    monkeypatch.setattr(QDialog, "exec", lambda self: shown.append(self.objectName()) or 0)
    plan_window.commands["versions"].trigger()

    assert shown == ["versions"]
