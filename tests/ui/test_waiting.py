"""The window waits for a shared place, alive, and only for as long as the user likes."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from mkplanner.errors import PlannerError
from mkplanner.progress import Cancelled
from mkplanner.ui import waiting
from mkplanner.ui.tasks import ProgressWindow
from mkplanner.ui.waiting import wait_for


@pytest.fixture
def window(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(waiting, "PATIENCE", 0.01)


def progress_window(window):
    return next(shown for shown in window.findChildren(ProgressWindow) if shown.isVisible())


def later(qtbot, window, deed):
    """Carry out a deed once the window says that it waits."""

    def look():
        if any(shown.isVisible() for shown in window.findChildren(ProgressWindow)):
            timer.stop()
            deed(progress_window(window))

    timer = QTimer(window, interval=10)
    timer.timeout.connect(look)
    timer.start()


def test_quick_work_shows_nothing_and_brings_its_result(window):
    assert wait_for(window, "Opening", lambda: threading.current_thread()) is not threading.main_thread()
    assert not window.findChildren(ProgressWindow)


def test_trouble_is_raised_where_it_is_waited_for(window):
    def work():
        raise PlannerError("The share is gone.")

    with pytest.raises(PlannerError, match="gone"):
        wait_for(window, "Opening", work)


@pytest.mark.usefixtures("impatient")
def test_slow_work_leaves_the_window_alive_and_says_what_it_waits_for(qtbot, window):
    answer, seen = threading.Event(), []

    def when_shown(shown):
        seen.append((shown.windowTitle(), shown.windowModality(), shown.parentWidget()))
        window.setText("painted meanwhile")
        window.repaint()
        answer.set()

    later(qtbot, window, when_shown)
    assert wait_for(window, "Opening Saltway", lambda: answer.wait(20)) is True
    assert seen == [("Opening Saltway", Qt.WindowModality.WindowModal, window)]
    assert not any(shown.isVisible() for shown in window.findChildren(ProgressWindow))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_who_stops_waiting_has_the_window_back_at_once_and_the_rest_is_cleared_up(qtbot, window, key):
    answer, cleared = threading.Event(), []

    def work():
        answer.wait(20)
        return "late"

    def stop(shown):
        if key is None:
            shown.findChild(QPushButton).click()
        else:
            qtbot.keyClick(shown, key)

    later(qtbot, window, stop)
    with pytest.raises(Cancelled):
        wait_for(window, "Opening", work, given_up=cleared.append)
    assert cleared == []
    answer.set()
    qtbot.waitUntil(lambda: cleared == ["late"])


@pytest.mark.usefixtures("impatient")
def test_trouble_after_the_wait_was_given_up_is_nobodys_news(qtbot, window):
    answer = threading.Event()

    def work():
        answer.wait(20)
        raise PlannerError("Too late.")

    later(qtbot, window, lambda shown: shown.reject())
    with pytest.raises(Cancelled):
        wait_for(window, "Opening", work)
    answer.set()
    QApplication.processEvents()


@pytest.mark.usefixtures("impatient")
def test_a_window_that_is_not_shown_yet_just_waits(qtbot):
    hidden = QLineEdit()
    qtbot.addWidget(hidden)
    answer = threading.Event()
    threading.Timer(0.1, answer.set).start()
    assert wait_for(hidden, "Opening", lambda: answer.wait(20)) is True
    assert not hidden.findChildren(ProgressWindow)
