import threading
from contextlib import closing

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui import tasks
from tests.ui.slowplace import SlowPlace


def test_an_edit_reaches_the_file_by_itself(plan_window, plan_path, qtbot, monkeypatch):
    from mkplanner.ui.files import keeping

    monkeypatch.setattr(keeping, "PAUSE", 1)
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))

    qtbot.waitUntil(lambda: plan_window.desk.opened.saved_state.published, timeout=5000)


def test_the_status_bar_says_where_the_changes_are(plan_window, plan_path, qtbot):
    saved = plan_window.status._places["saved"]
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    assert saved.text() == "✓ Saved"

    away = plan_path.parent.with_name("away")
    plan_path.parent.rename(away)
    plan_window.commands["publish"].trigger()
    qtbot.waitUntil(lambda: saved.text() == "Saved on this computer; waiting for the plan file", timeout=5000)

    away.rename(plan_path.parent)
    plan_window.commands["publish"].trigger()
    qtbot.waitUntil(lambda: saved.text() == "✓ Saved", timeout=5000)


def test_save_now_says_that_it_is_done(plan_window, qtbot, recorder):
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    plan_window.commands["publish"].trigger()

    qtbot.waitUntil(lambda: bool(recorder.notes), timeout=5000)
    assert recorder.notes == ["Everything is in the plan file."]


def test_a_share_that_has_gone_is_told_and_nothing_is_lost(plan_window, plan_path, qtbot, recorder):
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    away = plan_path.parent.with_name("away")
    plan_path.parent.rename(away)

    plan_window.commands["publish"].trigger()
    qtbot.waitUntil(lambda: bool(recorder.notes), timeout=5000)

    assert "kept on this computer" in recorder.notes[0]
    assert plan_window.desk.bridge.plan.items["a"].title == "Agree two audit teams"
    away.rename(plan_path.parent)


def test_two_requests_while_saving_end_in_one_more_round(plan_window, plan_path, qtbot):
    keeper = plan_window.keeper
    plan_window.desk.bridge.run(SetField("a", "title", "One"))
    keeper.publish()
    plan_window.desk.bridge.run(SetField("a", "title", "Two"))
    keeper.publish()
    tasks.wait_for_tasks()
    qtbot.waitUntil(lambda: keeper._task is None and plan_window.desk.opened.saved_state.published, timeout=8000)

    plan_window.close_plan()
    with closing(open_plan(plan_path)) as again:
        assert again.plan.items["a"].title == "Two"


def test_what_waited_goes_into_the_file_by_itself_when_the_folder_is_back(plan_window, plan_path, qtbot, monkeypatch):
    from mkplanner.ui.files import keeping

    monkeypatch.setattr(keeping, "PAUSE", 1)
    monkeypatch.setattr(keeping, "AGAIN", 50)
    saved = plan_window.status._places["saved"]
    away = plan_path.parent.with_name("away")
    plan_path.parent.rename(away)
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    qtbot.waitUntil(lambda: saved.text() == "Saved on this computer; waiting for the plan file", timeout=5000)

    away.rename(plan_path.parent)
    qtbot.waitUntil(lambda: saved.text() == "✓ Saved", timeout=5000)
    plan_window.close_plan()
    with closing(open_plan(plan_path)) as again:
        assert again.plan.items["a"].title == "Agree two audit teams"


def test_a_file_made_read_only_and_writable_again_is_no_trouble(plan_window, plan_path, qtbot, monkeypatch):
    from mkplanner.ui.files import keeping

    monkeypatch.setattr(keeping, "PAUSE", 1)
    monkeypatch.setattr(keeping, "AGAIN", 50)
    saved = plan_window.status._places["saved"]
    plan_path.chmod(0o444)
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    qtbot.waitUntil(lambda: saved.text() == "Saved on this computer; waiting for the plan file", timeout=5000)

    plan_path.chmod(0o644)
    qtbot.waitUntil(lambda: saved.text() == "✓ Saved", timeout=5000)


def test_work_goes_on_while_a_slow_share_keeps_the_file_waiting(plan_window, plan_path, qtbot, monkeypatch):
    from mkplanner.models.store import meeting

    asked, answer, read_file = threading.Event(), threading.Event(), meeting.read_file

    def read_slowly(path):
        asked.set()
        assert answer.wait(30)
        return read_file(path)

    monkeypatch.setattr(meeting, "read_file", read_slowly)
    bridge = plan_window.desk.bridge
    bridge.run(SetField("a", "title", "One"))
    plan_window.keeper.publish()
    qtbot.waitUntil(asked.is_set, timeout=5000)

    bridge.run(SetField("a", "title", "Two"))
    bridge.run(SetField("b", "title", "Three"))
    plan_window.commands["undo"].trigger()
    plan_window.show_view("rasic")
    assert bridge.plan.items["a"].title == "Two"
    assert bridge.plan.items["b"].title == "Share one telephone system"
    assert not plan_window.desk.opened.saved_state.published

    answer.set()
    plan_window.keeper.publish()
    qtbot.waitUntil(lambda: plan_window.desk.opened.saved_state.published, timeout=8000)


def test_the_window_stays_alive_while_a_slow_share_syncs(plan_window, plan_path, qtbot, monkeypatch):
    plan_window.desk.bridge.run(SetField("a", "title", "One"))
    tasks.wait_for_tasks()
    place = SlowPlace(plan_path.parent, monkeypatch)
    ticks = []
    ticking = QTimer(interval=1, timeout=lambda: ticks.append(1))
    place.hold()
    plan_window.keeper.publish()
    qtbot.waitUntil(lambda: place.waiting > 0, timeout=5000)

    ticking.start()
    plan_window.keeper.look()
    plan_window.deeds.sharing.look_beside()
    plan_window.deeds.sharing.company.look()
    table = plan_window.desk.view.table
    table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(table, key)
    plan_window.desk.bridge.run(SetField("b", "title", "Two"))
    plan_window.show_view("rasic")
    plan_window.show_view("timetable")
    plan_window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: len(ticks) >= 100, timeout=20_000)
    assert place.waiting > 0, "the place has not answered yet"
    assert place.frozen == [], "the window itself never asks a place that may be slow"
    assert plan_window.desk.bridge.plan.items["b"].title == "Share one telephone system"

    place.answer()
    plan_window.keeper.publish()
    qtbot.waitUntil(lambda: plan_window.desk.opened.saved_state.published, timeout=8000)


def test_a_first_edit_does_not_wait_for_a_slow_share(plan_window, plan_path, qtbot, monkeypatch):
    tasks.wait_for_tasks()
    place = SlowPlace(plan_path.parent, monkeypatch)
    place.hold()
    plan_window.keeper.look()
    qtbot.waitUntil(lambda: place.waiting > 0, timeout=5000)

    plan_window.desk.bridge.run(SetField("a", "title", "One"))
    assert place.frozen == []
    place.answer()
    plan_window.keeper.publish()
    qtbot.waitUntil(lambda: plan_window.desk.opened.saved_state.published, timeout=8000)


def test_what_somebody_published_is_read_beside_the_window_while_nobody_edits(
    plan_window, plan_path, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setenv("MKPLANNER_PROFILE", str(tmp_path / "elsewhere"))
    with closing(open_plan(plan_path)) as other:
        other.session.run(SetField("b", "title", "Theirs"))
    monkeypatch.undo()
    tasks.wait_for_tasks()
    place = SlowPlace(plan_path.parent, monkeypatch)
    place.hold()
    plan_window.keeper.look()
    qtbot.waitUntil(lambda: place.waiting > 0, timeout=5000)
    place.answer()
    qtbot.waitUntil(lambda: plan_window.desk.bridge.plan.items["b"].title == "Theirs", timeout=5000)
    assert place.frozen == []


def test_what_others_publish_appears_though_nothing_is_edited_here_any_more(
    plan_window, plan_path, tmp_path, qtbot, monkeypatch
):
    plan_window.desk.bridge.run(SetField("a", "title", "Ours"))
    plan_window.keeper.publish()
    qtbot.waitUntil(lambda: plan_window.desk.opened.saved_state.published, timeout=8000)
    tasks.wait_for_tasks()
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("MKPLANNER_PROFILE", str(tmp_path / "elsewhere"))
        with closing(open_plan(plan_path)) as other:
            other.session.run(SetField("b", "title", "Theirs"))

    plan_window.keeper.look()
    qtbot.waitUntil(lambda: plan_window.desk.bridge.plan.items["b"].title == "Theirs", timeout=8000)
    assert plan_window.desk.bridge.plan.items["a"].title == "Ours"
