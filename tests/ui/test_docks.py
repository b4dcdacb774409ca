from mkplanner.models.commands.rows import SetField
from mkplanner.models.notice import Notice, Severity


def test_details_follow_the_selection(plan_window):
    plan_window.desk.select("b")

    assert plan_window.docks.details.item_id == "b"


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
