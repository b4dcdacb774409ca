from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication

from mkplanner.ui.properties import PropertiesDialog


@pytest.fixture
def dialog(qtbot, plan_window):
    made = PropertiesDialog(plan_window, plan_window.desk.bridge)
    qtbot.addWidget(made)
    return made


def test_nothing_changed_is_no_step(dialog, plan_window):
    dialog.accept()

    assert plan_window.desk.bridge.undo_title is None


def test_everything_changed_is_one_step(dialog, plan_window):
    dialog._texts["title"].setText("Audit plan 2026–28")
    dialog._texts["council"].setText("Aldermere")
    dialog._marking.setCurrentText("OFFICIAL")
    dialog._days["end"].day.setDate(QDate(2029, 3, 31))
    dialog._quarters.setCurrentIndex(dialog._quarters.findData("calendar"))
    dialog.accept()

    info = plan_window.desk.bridge.plan.info
    assert (info.title, info.council, info.marking) == ("Audit plan 2026–28", "Aldermere", "OFFICIAL")
    assert (info.start, info.end, info.quarters) == (date(2026, 4, 1), date(2029, 3, 31), "calendar")
    QApplication.processEvents()
    assert plan_window.windowTitle() == "Audit plan 2026–28 — MK Planner"

    plan_window.commands["undo"].trigger()
    assert plan_window.desk.bridge.plan.info.title == "Saltway audit plan"


def test_a_day_can_be_left_open(dialog, plan_window):
    dialog._days["start"]._is_set.setChecked(False)
    dialog.accept()

    assert plan_window.desk.bridge.plan.info.start is None


def test_an_end_before_the_start_is_refused_and_the_dialogue_stays(dialog, plan_window, recorder):
    dialog.show()
    dialog._days["end"].day.setDate(QDate(2020, 1, 1))
    dialog.accept()

    assert [trouble.sentence for trouble in recorder.errors] == ["The plan would end before it starts."]
    assert dialog.isVisible()
