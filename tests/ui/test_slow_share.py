"""A plan on a share that takes its time: the window stays alive, and nobody has to wait longer than they like."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui import waiting
from mkplanner.ui.tasks import ProgressWindow
from tests.ui.slowplace import SlowPlace


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(waiting, "PATIENCE", 0.02)


@pytest.fixture
def place(plan_path, monkeypatch):
    return SlowPlace(plan_path.parent, monkeypatch)


def once_it_says_so(window, deed):
    """Carry out a deed when the window says that it waits; return what it said by then."""
    said = []

    def look():
        for shown in window.findChildren(ProgressWindow):
            if shown.isVisible():
                timer.stop()
                said.append(shown.windowTitle())
                deed(shown)

    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()
    return said


def stop(shown):
    shown.findChild(QPushButton).click()


def test_a_plan_on_a_slow_share_opens_when_it_comes_and_the_window_lives_meanwhile(window, plan_path, place):
    place.hold()
    said = once_it_says_so(window, lambda _: place.answer())
    window.deeds.open_path(plan_path)

    assert said == ["Opening saltway.mkplan"]
    assert place.frozen == []
    assert window.desk.bridge.plan.info.title == "Saltway audit plan"


def test_who_stops_waiting_for_a_plan_is_where_they_were_and_the_plan_is_let_go(
    window, plan_path, place, recorder, qtbot
):
    place.hold()
    once_it_says_so(window, stop)
    window.deeds.open_path(plan_path)

    assert window.desk is None
    assert recorder.notes == ["Stopped. Nothing was changed."]
    place.answer()
    qtbot.waitUntil(lambda: place.waiting == 0, timeout=5000)
    window.deeds.open_path(plan_path)
    window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    window.close_plan()
    assert open_plan(plan_path).plan.items["a"].title == "Agree two audit teams"


def test_closing_waits_for_a_slow_share_with_the_window_alive(plan_window, plan_path, place):
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    place.hold()
    said = once_it_says_so(plan_window, lambda _: place.answer())
    plan_window.close_plan()

    assert said == ["Saving the plan"]
    assert place.frozen == []
    assert plan_window.desk is None
    assert open_plan(plan_path).plan.items["a"].title == "Agree two audit teams"


def test_who_does_not_wait_for_the_saving_loses_nothing(plan_window, plan_path, place, recorder, qtbot):
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    place.hold()
    once_it_says_so(plan_window, stop)
    plan_window.close_plan(show_start=False)

    assert "kept on this computer" in recorder.notes[-1]
    assert place.frozen == []
    assert open_plan(plan_path).plan.items["a"].title == "Agree two audit teams", "though nothing was published"
    place.answer()
    qtbot.waitUntil(lambda: place.waiting == 0, timeout=5000)
