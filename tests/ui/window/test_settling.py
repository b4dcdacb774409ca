import gc
import subprocess
import sys
import threading

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel

from mkplanner.garbage import leave_out
from mkplanner.models.commands.rows import SetField
from mkplanner.ui.window import docks, settling

QUIET = 400
"""Milliseconds in which every timer that follows a first picture has run; looks at the file go on for ever."""


def steps_of(monkeypatch):
    """What happens in the background, in its order."""
    steps = []
    monkeypatch.setattr(settling, "run_task", lambda *_args, **_kwargs: steps.append("load"))
    look = docks.check
    monkeypatch.setattr(docks, "check", lambda plan: steps.append("look") or look(plan))
    return steps


def test_a_long_plan_is_looked_through_once_it_can_be_seen_and_then_the_first_edit_is_made_ready(
    window, qtbot, plan_path, monkeypatch
):
    steps = steps_of(monkeypatch)
    monkeypatch.setattr(docks, "MANY", 2)
    window.deeds.open_path(plan_path)
    assert steps == []
    assert window.docks.notices.findChild(QLabel).text() == "Looking through the plan…"

    qtbot.waitUntil(lambda: steps == ["look", "load"], timeout=8000)
    assert window.docks.notice_count == len(window.desk.notices()) > 0


def test_the_notices_of_a_short_plan_are_in_the_first_picture(window, qtbot, plan_path, monkeypatch):
    steps = steps_of(monkeypatch)
    window.deeds.open_path(plan_path)

    assert window.docks.notice_count == len(window.desk.notices()) > 0
    qtbot.waitUntil(lambda: steps == ["load"], timeout=8000)


def test_later_looks_load_nothing_again(window, qtbot, plan_path, monkeypatch):
    steps = steps_of(monkeypatch)
    window.deeds.open_path(plan_path)
    qtbot.waitUntil(lambda: steps == ["load"], timeout=8000)

    window.desk.bridge.run(SetField("b", "title", ""))
    window.docks.look()
    QApplication.processEvents()

    assert steps == ["load"]


def test_nothing_moves_after_the_first_picture_of_a_short_plan(window, qtbot, plan_path, monkeypatch):
    steps = steps_of(monkeypatch)
    window.deeds.open_path(plan_path)
    qtbot.waitUntil(lambda: steps == ["load"] and window.docks.details.updatesEnabled(), timeout=8000)
    first = window.grab().toImage()
    qtbot.wait(QUIET)

    assert window.grab().toImage() == first


def test_only_the_notices_come_after_the_first_picture_of_a_long_plan(window, qtbot, plan_path, monkeypatch):
    going = threading.Event()
    monkeypatch.setattr(docks, "MANY", 2)
    look = docks.check
    monkeypatch.setattr(docks, "check", lambda plan: going.wait(20) and look(plan))
    window.deeds.open_path(plan_path)
    qtbot.waitUntil(lambda: window.docks._task is not None and window.docks.details.updatesEnabled(), timeout=8000)
    first = window.grab().toImage()
    going.set()
    qtbot.waitUntil(lambda: window.docks.notice_count > 0, timeout=8000)
    qtbot.wait(QUIET)
    later = window.grab().toImage()

    assert later != first
    dock = window.docks.notices.parentWidget()
    for picture in (first, later):
        painter = QPainter(picture)
        painter.fillRect(QRect(dock.mapTo(window, QPoint()), dock.size()), Qt.GlobalColor.white)
        painter.end()
    assert later == first


def test_what_was_made_for_a_plan_is_searched_for_garbage_again_once_it_is_put_away(window, plan_path):
    leave_out()
    before = gc.get_freeze_count()
    window.deeds.open_path(plan_path)
    assert gc.isenabled()
    assert gc.get_freeze_count() > before

    window.close_plan()
    assert gc.get_freeze_count() == 0


def test_what_is_loaded_ahead_needs_neither_paper_nor_pictures(checkout):
    question = (
        "import sys; from mkplanner.ui.window.settling import NEEDED_SOON, load_ahead; load_ahead();"
        "heavy = {'reportlab', 'matplotlib', 'docx', 'openpyxl', 'numpy'};"
        "print(set(NEEDED_SOON) - set(sys.modules), heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", question], cwd=checkout, capture_output=True, text=True, timeout=120)

    assert done.stdout.strip() == "set() set()", done.stderr
