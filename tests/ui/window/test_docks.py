import threading
from datetime import date

from PySide6.QtWidgets import QMenu

from mkplanner.models.checks.registry import check as really_check
from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.commands.rows import SetField
from mkplanner.models.notice import Notice, Remedy, Severity
from mkplanner.ui.notices.links import RemedyLinks
from mkplanner.ui.timetable.movedialog import MoveDialog


def test_details_follow_the_selection(plan_window):
    plan_window.desk.select("b")

    assert plan_window.docks.details.item_id == "b"


def test_rows_are_on_the_screen_before_their_details_and_marks_wait_for_those_too(window, qtbot, plan_path):
    window.deeds.open_path(plan_path)
    window.desk.mark_rows({"a": ("title",)})
    assert not window.docks._details.is_made

    qtbot.waitUntil(lambda: window.docks._details.is_made, timeout=5000)
    assert window.docks.details.item_id == "a"
    assert window.docks.details.isVisible()
    assert window.docks.details._marks == {"a": ("title",)}


def test_a_notice_leads_to_its_row(plan_window):
    plan_window.docks.notices.chosen.emit(Notice("no-title", Severity.WARNING, "2 has no title.", "b"))

    assert plan_window.desk.selected() == ("b",)


def test_a_notice_about_a_row_that_is_gone_does_nothing(plan_window):
    plan_window.docks.notices.chosen.emit(Notice("no-title", Severity.WARNING, "9 has no title.", "gone"))

    assert plan_window.desk.selected() == ("a",)


def test_notices_are_counted_afresh_with_every_change(plan_window, qtbot):
    before = len(plan_window.desk.notices())
    plan_window.desk.bridge.run(SetField("b", "title", ""))

    assert len(plan_window.desk.notices()) == before + 1
    qtbot.waitUntil(lambda: plan_window.docks._title("notices")._badge.text() == str(before + 1))


def test_the_place_of_panels_survives_the_plan(plan_window, plan_path):
    plan_window.docks.toggle("notices")
    plan_window.close_plan()
    plan_window.deeds.open_path(plan_path)

    assert not plan_window.docks.is_open("notices")
    assert plan_window.docks.is_open("details")


def test_details_open_and_take_the_cursor(plan_window):
    plan_window.docks.toggle("details")
    plan_window.commands["details"].trigger()

    assert plan_window.docks.is_open("details")


def test_the_next_notice_opens_its_panel(plan_window):
    plan_window.docks.toggle("notices")
    plan_window.commands["next_notice"].trigger()

    assert plan_window.docks.is_open("notices")


def test_a_way_out_settles_its_notice_in_one_step(plan_window, qtbot):
    docks, bridge = plan_window.docks, plan_window.desk.bridge
    bridge.run(SetField("b", "by_when", "By 30 March 2029"))
    docks.look()
    docks.go_to_next_notice()
    while docks.notices._list.currentIndex().data() and "plan" not in docks.notices.findChild(RemedyLinks).text():
        docks.go_to_next_notice()
    docks.notices.findChild(RemedyLinks).linkActivated.emit("0")

    assert bridge.plan.info.end == date(2029, 3, 30)
    bridge.undo()
    assert bridge.plan.info.end == date(2028, 3, 31)
    assert bridge.plan.items["b"].by_when.words == "By 30 March 2029"


def test_a_way_out_that_no_longer_fits_is_refused_in_one_sentence(plan_window, recorder):
    before = plan_window.desk.bridge.plan
    plan_window.docks.notices.remedy_taken.emit(Remedy("Move 9", ShiftDates(("gone",), 7)))

    assert len(recorder.errors) == 1
    assert plan_window.desk.bridge.plan is before


def test_what_details_offer_for_several_rows_is_shown_before_it_moves(plan_window, monkeypatch):
    bridge = plan_window.desk.bridge
    bridge.run(SetField("a", "by_when", "By 30 June 2026"))
    bridge.run(SetField("b", "by_when", "By 30 April 2026"))
    shown = []
    monkeypatch.setattr(MoveDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()) or 0)
    plan_window.docks.details.row.remedy_taken.emit(Remedy("Move both", ShiftDates(("a", "b"), 7, 0, "Late")))

    assert shown == ["Move 1"]
    assert bridge.plan.items["b"].by_when.words == "By 30 April 2026"


def test_a_mark_clicked_twice_leads_to_the_words_of_its_date(plan_window):
    plan_window.desk.select("b")
    plan_window.docks.toggle("details")
    plan_window.desk.details_wanted.emit()

    assert plan_window.docks.is_open("details")
    assert plan_window.docks.details.row.date.words.hasFocus()


def test_a_long_plan_is_looked_through_beside_the_window(plan_window, qtbot, monkeypatch):
    from mkplanner.ui.window import docks

    asked = []
    monkeypatch.setattr(docks, "MANY", 2)
    monkeypatch.setattr(docks, "check", lambda plan: asked.append(threading.current_thread()) or really_check(plan))
    plan_window.desk.bridge.run(SetField("b", "title", ""))
    plan_window.docks.look()
    qtbot.waitUntil(
        lambda: any(notice.id == "no-title" for notice in plan_window.docks.notices._model.notices), timeout=8000
    )
    assert asked[0] is not threading.main_thread()
    assert plan_window.docks.notice_count == len(plan_window.docks.notices._model.notices)


def test_what_changed_while_a_long_plan_was_looked_through_is_looked_at_next(plan_window, qtbot, monkeypatch):
    from mkplanner.ui.window import docks

    going = threading.Event()
    monkeypatch.setattr(docks, "MANY", 2)
    monkeypatch.setattr(docks, "check", lambda plan: going.wait(20) and really_check(plan))
    plan_window.desk.bridge.run(SetField("a", "title", "Agree two audit teams"))
    plan_window.docks.look()
    plan_window.desk.bridge.run(SetField("b", "title", ""))
    plan_window.docks.look()
    going.set()
    qtbot.waitUntil(
        lambda: any(notice.id == "no-title" for notice in plan_window.docks.notices._model.notices), timeout=8000
    )


def test_notices_are_narrowed_to_the_chosen_row_and_the_badge_counts_all(plan_window, qtbot):
    docks = plan_window.docks
    docks.look()
    docks.filter.choose("row")
    plan_window.desk.select("b")
    about = [notice for notice in plan_window.desk.notices() if notice.item == "b"]
    assert list(docks.notices._model.notices) == about
    assert docks._title("notices")._badge.text() == str(len(plan_window.desk.notices()))
    docks.filter.choose("all")
    assert len(docks.notices._model.notices) == len(plan_window.desk.notices())


def test_the_next_notice_passes_over_those_that_lead_to_no_row(plan_window):
    docks = plan_window.docks
    post, row = (
        Notice("overloaded", Severity.WARNING, "Too much", party="p"),
        Notice("late", Severity.INFO, "Late", item="b"),
    )
    docks.notices.show_notices((post, row))
    docks.go_to_next_notice()

    assert plan_window.desk.selected() == ("b",)


def test_enter_on_a_notice_about_a_post_leads_to_its_column(plan_window):
    party = next(iter(plan_window.desk.bridge.plan.parties))
    plan_window.docks.notices.entered.emit(Notice("overloaded", Severity.WARNING, "Too much", party=party))

    assert plan_window.desk.name == "rasic"
    assert plan_window.desk.view.grid.current_party() == party


def test_the_ways_out_of_the_chosen_notice_are_shown_from_anywhere(plan_window, qtbot):
    plan_window.desk.bridge.run(SetField("b", "by_when", "By 30 March 2029"))
    plan_window.docks.look()
    plan_window.commands["ways_out"].trigger()

    menu = plan_window.docks.notices.findChild(QMenu, "remedy_menu")
    qtbot.waitUntil(menu.isVisible)
    assert menu.actions()[-1].text().startswith("&Go to the row")
    menu.close()


def test_ctrl_u_opens_the_form_for_an_update_in_the_details(plan_window):
    plan_window.docks.show_only(())
    plan_window.desk.select("b")
    plan_window.commands["add_update"].trigger()

    assert plan_window.docks.is_open("details")
    assert plan_window.docks.details.row.updates.form.isVisible()


def test_in_the_updates_the_same_command_opens_the_cell(plan_window):
    plan_window.show_view("updates")
    plan_window.desk.select("b")
    plan_window.commands["add_update"].trigger()

    table = plan_window.desk.view.table
    assert table.state() == table.State.EditingState


def test_in_a_small_window_details_are_never_too_narrow_for_their_words(plan_window, qtbot):
    plan_window.resize(683, 360)
    plan_window.docks.details.show_item(plan_window.desk.selected()[0])
    for view in ("board", "timetable"):
        plan_window.show_view(view)
        qtbot.wait(50)
    page = plan_window.docks.details.page
    assert page.viewport().width() >= page.widget().minimumSizeHint().width()
