import shutil
import sqlite3
from contextlib import closing

from PySide6.QtWidgets import QLabel, QPushButton

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.files.standing import StandingBar


def strip(window):
    return next((bar for bar in window.findChildren(StandingBar) if window.toolBarArea(bar).value), None)


def words(window):
    return strip(window).findChild(QLabel, "standing_words").text()


def newer(path):
    copy = path.with_name("newer.mkplan")
    shutil.copy(path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE meta SET value = '2' WHERE key IN ('format', 'min_writer')")
        connection.execute("PRAGMA user_version = 2")
        connection.commit()
    return copy


def test_a_plan_that_can_be_written_has_no_strip(plan_window, qtbot):
    qtbot.waitUntil(lambda: plan_window.keeper._look is None, timeout=5000)
    assert strip(plan_window) is None


def test_a_read_only_file_is_told_as_long_as_it_is_so(plan_window, plan_path, qtbot):
    plan_path.chmod(0o444)
    plan_window.keeper.look()
    qtbot.waitUntil(lambda: strip(plan_window) is not None, timeout=5000)
    assert words(plan_window).startswith("“saltway.mkplan” is read-only. What you change is kept on this computer")

    plan_window.desk.bridge.run(SetField("a", "title", "Changed all the same"))
    assert plan_window.desk.bridge.plan.items["a"].title == "Changed all the same"

    plan_path.chmod(0o644)
    plan_window.keeper.look()
    qtbot.waitUntil(lambda: strip(plan_window) is None, timeout=5000)


def test_a_copy_of_what_waits_here_can_be_handed_on(plan_window, plan_path, tmp_path, qtbot, monkeypatch):
    from mkplanner.ui.files.desk import QFileDialog

    plan_path.chmod(0o444)
    plan_window.desk.bridge.run(SetField("a", "title", "Changed all the same"))
    plan_window.keeper.look()
    qtbot.waitUntil(lambda: strip(plan_window) is not None, timeout=5000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "handed on.mkplan"), ""))
    strip(plan_window).findChild(QPushButton, "standing_deed").click()

    with closing(open_plan(tmp_path / "handed on.mkplan")) as copy:
        assert copy.plan.items["a"].title == "Changed all the same"
    plan_path.chmod(0o644)


def test_a_newer_plan_is_shown_and_nothing_in_it_changes(window, plan_path, recorder):
    window.deeds.open_path(newer(plan_path))
    assert words(window) == "This plan was last written by a newer MK Planner; this one can show it, but not change it."
    assert strip(window).findChild(QPushButton) is None

    assert window.desk.bridge.run(SetField("a", "title", "Changed")) is None
    assert window.desk.bridge.plan.items["a"].title == "Agree one audit team"
    assert recorder.notes[-1] == words(window)
    assert not recorder.errors


def test_the_strip_goes_with_its_plan(window, plan_path):
    window.deeds.open_path(newer(plan_path))
    assert strip(window) is not None
    window.close_plan()
    assert strip(window) is None
    window.deeds.open_path(plan_path)
    assert strip(window) is None


def test_the_strip_is_as_high_as_its_sentence_needs(window, plan_path, qtbot):
    window.deeds.open_path(newer(plan_path))
    bar = strip(window)
    qtbot.waitUntil(lambda: 0 < bar._frame.height() < 40, timeout=5000)
    one_line = bar._frame.height()
    bar.resize(300, bar.height())
    assert bar._frame.height() > one_line
