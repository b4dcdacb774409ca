import pytest
from PySide6.QtWidgets import QMenu

from mkplanner.charts.reports.registry import REPORTS
from mkplanner.models.status import Status
from mkplanner.settings import RecentPlan


def opened(window, name):
    """Return a menu by its name, filled as when it opens."""
    menu = window.findChild(QMenu, name)
    menu.aboutToShow.emit()
    return menu


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_recent_plans_are_listed_and_missing_ones_are_grey_with_the_reason(window, plan_path, qtbot):
    window.settings.change(
        recent=(RecentPlan(str(plan_path), "R&D plan", "2026-11-22"), RecentPlan("/gone/a.mkplan", "Gone"))
    )

    opened(window, "menu_file")
    qtbot.waitUntil(lambda: not opened(window, "menu_recent").actions()[1].isEnabled())
    there, gone = opened(window, "menu_recent").actions()

    assert there.text().startswith("&R&&D plan\t")
    assert there.isEnabled()
    assert not gone.isEnabled()
    assert "cannot be reached" in gone.toolTip()


def test_a_recent_plan_opens(window, plan_path):
    window.settings.change(recent=(RecentPlan(str(plan_path), "Audit", "2026-11-22"),))

    opened(window, "menu_recent").actions()[0].trigger()

    assert window.desk.opened.path == plan_path.resolve()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_theme_is_put_on_remembered_and_ticked(window, dressed, name):
    menu = window.findChild(QMenu, "menu_theme")
    action = next(action for action in menu.actions() if action.objectName() == f"theme_{name}")

    action.trigger()
    menu.aboutToShow.emit()

    assert dressed.name == window.settings.now.theme == name
    assert [each.objectName() for each in menu.actions() if each.isChecked()] == [f"theme_{name}"]


def test_a_text_size_is_put_on_and_remembered(window, dressed):
    menu = window.findChild(QMenu, "menu_text_size")
    next(action for action in menu.actions() if action.objectName() == "text_size_125").trigger()

    assert dressed.text_size == window.settings.now.text_size == 125


def test_every_report_stands_in_its_menu(plan_window, monkeypatch):
    asked = []
    monkeypatch.setattr(plan_window.deeds, "export", asked.append)
    menu = opened(plan_window, "menu_reports")

    for action in menu.actions():
        action.trigger()

    assert asked == list(REPORTS)


def test_without_a_plan_reports_are_grey(window):
    assert not any(action.isEnabled() for action in opened(window, "menu_reports").actions())


def test_a_status_is_given_to_every_selected_row(plan_window):
    plan_window.desk.view.table.selectAll()
    rows = plan_window.desk.selected()
    menu = opened(plan_window, "menu_status")

    next(action for action in menu.actions() if action.text().endswith("Complete")).trigger()

    assert len(rows) > 1
    assert {plan_window.desk.bridge.plan.items[row].status for row in rows} == {Status.COMPLETE}
    plan_window.desk.bridge.undo()
    assert plan_window.desk.bridge.plan.items["a"].status is Status.AT_RISK


def test_the_view_on_show_is_ticked(plan_window):
    assert plan_window.commands["show_timetable"].isChecked()
    assert not plan_window.commands["show_rasic"].isChecked()
