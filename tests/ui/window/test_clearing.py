import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from mkplanner.garbage import is_search_due, search_all, search_now
from mkplanner.ui import tasks
from mkplanner.ui.window import clearing
from mkplanner.ui.window.clearing import Clearing


class Knot:
    """Garbage that only a search finds."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def cleared(window, qtbot, monkeypatch):
    """A window that clears its garbage away, looked at by the test alone."""
    monkeypatch.setattr(clearing, "PEACE", 0.0)
    was_on = gc.isenabled()
    search_now()
    made = Clearing(window)
    made._looking.stop()
    qtbot.waitUntil(lambda: not tasks.are_running())
    yield made
    search_all()
    if was_on:
        gc.enable()


def a_knot():
    return weakref.ref(Knot())


def test_python_itself_no_longer_searches_on_whatever_thread(cleared):
    assert not gc.isenabled()


def test_what_is_new_is_looked_through_where_it_is_worth_it(cleared, monkeypatch):
    knot = a_knot()
    cleared.look()
    assert knot() is not None
    monkeypatch.setattr(clearing, "NEW", 0)
    cleared.look()
    assert knot() is None


def test_of_too_much_that_is_new_everything_is_looked_through_in_peace(cleared, monkeypatch):
    monkeypatch.setattr(clearing, "MANY", 0)
    monkeypatch.setattr(clearing, "NEW", 0)
    knot = a_knot()
    cleared.look()
    assert knot() is not None
    assert is_search_due()
    cleared.look()
    assert knot() is None


def test_a_plan_that_was_put_away_is_looked_for_though_it_had_been_left_out_of_searches(
    cleared, window, plan_path, qtbot
):
    window.deeds.open_path(plan_path)
    search_now()  # as for a large plan: its rows are left out of searches now
    desk, session = weakref.ref(window.desk), weakref.ref(window.desk.bridge.session)
    window.close_plan()

    def is_gone():
        cleared.look()
        return desk() is None and session() is None

    qtbot.waitUntil(is_gone, timeout=30_000)
    assert not is_search_due()


def test_nobody_is_held_up_by_it_who_works(cleared, window, qtbot, monkeypatch):
    monkeypatch.setattr(clearing, "PEACE", 3600.0)
    search_all()
    cleared.look()
    cleared._last_input -= 7200
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F15)
    cleared.look()
    assert is_search_due()
    cleared._last_input -= 7200
    cleared.look()
    assert not is_search_due()


@pytest.mark.parametrize("kind", [QDialog, QMenu])
def test_it_waits_while_the_user_is_asked_something(cleared, window, qtbot, kind):
    shown = kind(window)
    if isinstance(shown, QDialog):
        shown.setModal(True)
    else:
        shown.addAction("Cut")
    shown.show()
    search_all()
    cleared.look()
    assert is_search_due()
    shown.hide()
    cleared.look()
    assert not is_search_due()


def test_it_waits_for_work_beside_the_window(cleared, monkeypatch):
    search_all()
    monkeypatch.setattr(tasks, "_running", {object()})
    cleared.look()
    assert is_search_due()
