import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from mkplanner.ui import crash
from mkplanner.ui.crashwindow import CrashWindow


@pytest.fixture
def hooks(monkeypatch):
    """The hooks as they were, put back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture
def shown(monkeypatch):
    """What the crash window would have shown."""
    texts = []
    monkeypatch.setattr(crash, "WITHOUT_A_SCREEN", ())
    monkeypatch.setattr(crash, "_show", texts.append)
    return texts


def fail():
    raise RuntimeError("row 7 has no owner")


def bug():
    try:
        fail()
    except RuntimeError:
        return sys.exc_info()


def test_a_bug_is_shown_with_versions_and_its_place(qapp, shown, capsys):
    crash.show_bug(*bug())

    assert "MK Planner 0" in shown[0]
    assert "RuntimeError: row 7 has no owner" in shown[0]
    assert "test_crash.py" in shown[0]


def test_a_bug_goes_to_the_log_as_well(qapp, shown, caplog, capsys):
    crash.show_bug(*bug())

    assert "row 7 has no owner" in caplog.text


def test_a_bug_while_one_is_shown_opens_no_second_window(qapp, monkeypatch, capsys):
    texts = []

    def show(text):
        texts.append(text)
        crash.show_bug(*bug())

    monkeypatch.setattr(crash, "WITHOUT_A_SCREEN", ())
    monkeypatch.setattr(crash, "_show", show)
    crash.show_bug(*bug())

    assert len(texts) == 1


def test_without_a_screen_nobody_waits_for_a_window_to_be_closed(qapp, monkeypatch, capsys):
    texts = []
    monkeypatch.setattr(crash, "_show", texts.append)

    crash.show_bug(*bug())

    assert texts == []
    assert "row 7 has no owner" in capsys.readouterr().err


def test_ctrl_c_is_no_bug(qapp, shown, capsys):
    crash.show_bug(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert shown == []


def test_bugs_of_every_thread_are_caught(hooks, shown, qapp, capsys):
    crash.install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

    assert sys.excepthook is crash.show_bug
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_the_window_offers_its_text_to_copy(qtbot, dressed):
    window = CrashWindow("MK Planner 0.1.0\nRuntimeError")
    qtbot.addWidget(window)

    window.copy_text()

    assert QApplication.clipboard().text() == "MK Planner 0.1.0\nRuntimeError"
