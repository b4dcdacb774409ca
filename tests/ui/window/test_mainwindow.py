import gc
import weakref
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mkplanner.models.commands.rows import SetField
from mkplanner.models.store.opening import open_plan
from mkplanner.ui.start.page import StartPage
from mkplanner.ui.window.mainwindow import MainWindow


def test_it_begins_with_the_start_page(window):
    assert window.windowTitle() == "MK Planner"
    assert window.findChild(StartPage).isVisible()
    assert window.findChild(QObject, "start_bar").isVisible()


def test_an_open_plan_gives_title_counts_and_views(plan_window):
    assert plan_window.windowTitle() == "Saltway audit plan — MK Planner"
    assert plan_window.desk.name == "timetable"
    assert "4 actions: 1 at risk, 1 complete, 2 without a status" in words_of(plan_window, "status_counts")
    assert plan_window.findChild(QObject, "plan_bar").isVisible()


def test_the_first_row_is_chosen_and_shown_in_details(plan_window):
    assert plan_window.desk.selected() == ("a",)
    assert plan_window.docks.details.item_id == "a"


def test_undo_is_named_and_works_from_the_menu(plan_window):
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    QApplication.processEvents()
    assert plan_window.commands["undo"].text().replace("&", "") == "Undo change action"

    plan_window.commands["undo"].trigger()

    QApplication.processEvents()
    assert plan_window.desk.bridge.plan.items["a"].title == "Agree one audit team"
    assert not plan_window.commands["undo"].isEnabled()
    assert plan_window.commands["redo"].isEnabled()


def test_closing_never_asks_and_keeps_everything(plan_window, plan_path, recorder):
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))

    plan_window.close()

    assert recorder.questions == []
    with closing(open_plan(plan_path)) as again:
        assert again.plan.items["a"].title == "Agree two audit teams"


def test_closing_the_plan_leads_back_to_the_start_page(plan_window):
    plan_window.commands["close_plan"].trigger()

    assert plan_window.desk is None
    assert plan_window.windowTitle() == "MK Planner"
    assert plan_window.findChild(StartPage).isVisible()
    assert not plan_window.commands["close_plan"].isEnabled()


def test_ctrl_2_shows_the_rasic_matrix_with_the_same_row(plan_window, qtbot):
    plan_window.desk.select("b")

    plan_window.commands["show_rasic"].trigger()

    assert plan_window.desk.name == "rasic"
    assert plan_window.desk.selected() == ("b",)
    assert plan_window.commands["show_rasic"].isChecked()
    assert not plan_window.commands["zoom_in"].isEnabled()


def test_the_filter_narrows_the_timetable(plan_window, qtbot):
    plan_window.plan_bar.filter.setText("telephone")
    plan_window.plan_bar.filter.returnPressed.emit()

    assert words_of(plan_window, "status_filter") == "Filter: “telephone” (1 of 4 actions)"
    assert plan_window.desk.view.model.rowCount() <= 2


def test_panels_are_remembered_for_each_view(plan_window):
    assert plan_window.docks.is_open("details")
    plan_window.commands["show_rasic"].trigger()
    assert not plan_window.docks.is_open("details")

    plan_window.commands["show_timetable"].trigger()
    plan_window.commands["show_details"].trigger()
    plan_window.commands["show_rasic"].trigger()
    plan_window.commands["show_timetable"].trigger()

    assert not plan_window.docks.is_open("details")
    assert plan_window.docks.is_open("notices")


def test_what_another_process_wrote_is_shown(plan_window, plan_path, qtbot):
    plan_window.desk.bridge.run(SetField("a", "title", "Ours"))
    with closing(open_plan(plan_path)) as other:
        other.session.run(SetField("b", "title", "Theirs"))

    plan_window.keeper.look()

    qtbot.waitUntil(lambda: plan_window.desk.bridge.plan.items["b"].title == "Theirs", timeout=5000)
    assert plan_window.desk.bridge.plan.items["a"].title == "Ours"


def test_another_plan_takes_the_place_of_the_open_one(plan_window, tmp_path):
    made = plan_window.deeds.files.create(tmp_path / "other.mkplan", "Other plan", None, None)
    plan_window.show_plan(made)

    assert plan_window.windowTitle() == "Other plan — MK Planner"
    assert len(plan_window.findChildren(QObject, "dock_details")) <= 2


def test_a_dropped_plan_is_opened(window, plan_path):
    drop(window, urls=[QUrl.fromLocalFile(str(plan_path))])

    assert window.windowTitle() == "Saltway audit plan — MK Planner"


def test_a_file_that_is_no_plan_gets_one_sentence(window, tmp_path, recorder):
    path = tmp_path / "holiday.mkplan"
    path.write_bytes(b"GIF89a")

    drop(window, urls=[QUrl.fromLocalFile(str(path))])

    assert len(recorder.errors) == 1
    assert window.desk is None


def test_size_and_place_are_remembered(qtbot, dressed, settings):
    first = MainWindow(settings)
    qtbot.addWidget(first)
    first.resize(700, 500)
    first.show_start()
    first.show()
    first.close()

    second = MainWindow(settings)
    qtbot.addWidget(second)

    assert second.size() == first.size()


def test_the_first_paint_is_told_once(qtbot, dressed, settings):
    window = MainWindow(settings)
    qtbot.addWidget(window)
    told = []
    window.painted.connect(lambda: told.append(True))
    window.show_start()
    with qtbot.waitSignal(window.painted):
        window.show()
    window.repaint()
    QApplication.processEvents()

    assert told == [True]


def test_a_note_about_damaged_settings_is_passed_on(qtbot, dressed, profile, recorder):
    from mkplanner.settings import SettingsFile

    (profile / "settings.json").write_text("{", "utf-8")
    window = MainWindow(SettingsFile())
    qtbot.addWidget(window)

    qtbot.waitUntil(lambda: bool(recorder.notes))
    assert "settings.damaged.json" in recorder.notes[0]


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_another_theme_reaches_start_page_and_plan(plan_window, name):
    plan_window.menus.dress(name, 110)
    assert plan_window.settings.now.theme == name

    plan_window.commands["close_plan"].trigger()

    assert any(page.isVisible() for page in plan_window.findChildren(StartPage))


def drop(window, urls):
    data = QMimeData()
    data.setUrls(urls)
    event = QDropEvent(
        QPointF(100, 100), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)


def words_of(window, name):
    return window.findChild(QObject, name).text()


def test_after_opening_from_the_start_page_arrows_move_in_the_table(window, plan_path, qtbot):
    window.deeds.open_path(plan_path)
    window.close_plan()
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()

    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)

    assert window.desk.selected() == ("a1",)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_filter_box_leads_to_the_first_row_found(plan_window, qtbot, key):
    with_the_cursor(plan_window, qtbot)
    plan_window.focus_filter()
    QTest.keyClicks(plan_window.plan_bar.filter, "telephone")
    QTest.keyClick(plan_window.plan_bar.filter, key)

    assert plan_window.desk.selected() == ("b",)
    assert plan_window.desk.view.table.hasFocus()


def with_the_cursor(window, qtbot):
    """Make it the window that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_plans_that_were_put_away_leave_nothing_of_themselves_in_the_memory(window, qtbot, plan_path):
    """One is put away for the next, one for the start page; each had its views, its details and an edit."""
    kept = []
    for number in range(3):
        window.deeds.open_path(plan_path)
        qtbot.waitUntil(lambda: window.docks._details.is_made, timeout=60_000)
        for view in ("rasic", "updates", "board", "timetable"):
            window.show_view(view)
            kept.append(weakref.ref(window.desk.view))
        desk = window.desk
        desk.bridge.run(SetField("a", "title", f"Agree {number} audit teams"))
        parts = (desk, desk.bridge, desk.bridge.session, desk.bridge.plan, desk.opened, desk.view.model)
        kept += [weakref.ref(part) for part in (*parts, window.docks, window.docks.details, window.keeper)]
        del desk, parts
        window.close_plan(show_start=number != 1)

    def are_gone():
        gc.collect()
        return not any(part() is not None for part in kept)

    qtbot.waitUntil(are_gone, timeout=60_000)
