from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt

from mkplanner.settings import RecentPlan
from mkplanner.ui.files.recent import known_plans, why_missing
from mkplanner.ui.start.planlist import PlanList

NOW = datetime(2026, 11, 22, 10, 42)


@pytest.fixture
def plans(qtbot, dressed, tmp_path):
    there = tmp_path / "there.mkplan"
    there.write_bytes(b"")
    made = PlanList()
    qtbot.addWidget(made)
    entries = [
        RecentPlan(str(there), "Audit plan", "2026-11-22T09:00", pinned=True),
        RecentPlan(str(tmp_path / "gone.mkplan"), "Legal review", "2026-10-14T09:00"),
    ]
    made.show_plans(known_plans(entries, NOW, {entry.path: why_missing(entry.path) for entry in entries}))
    made.resize(400, 200)
    made.show()
    return made


def test_a_row_speaks_title_place_time_and_pin(plans, tmp_path):
    names = [row.accessibleName() for row in plans.rows]

    assert names[0].startswith("Audit plan, ")
    assert names[0].endswith("Today 09:00, pinned")
    assert names[1] == "Legal review, The file is no longer there, 14 Oct"


def test_what_is_found_out_about_a_file_is_told_in_its_place(qtbot, dressed, tmp_path):
    made = PlanList()
    qtbot.addWidget(made)
    made.show_plans(known_plans([RecentPlan(str(tmp_path / "gone.mkplan"), "Legal review")], NOW))
    made.resize(400, 200)
    made.show()
    row, place = made.rows[0], made.rows[0].geometry()
    assert "no longer there" not in row.accessibleName()

    qtbot.waitUntil(lambda: "The file is no longer there" in row.accessibleName())

    assert "The file is no longer there" in row.toolTip()
    assert made.rows == [row]
    assert row.geometry() == place


def test_a_click_opens_the_plan(plans, qtbot):
    with qtbot.waitSignal(plans.chosen) as heard:
        qtbot.mouseClick(plans.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(80, 20))

    assert heard.args == [plans.rows[0].known.plan.path]


def test_a_click_on_the_pin_turns_it(plans, qtbot):
    row = plans.rows[0]
    with qtbot.waitSignal(plans.pin_asked) as heard:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 8, 20))

    assert heard.args == [row.known.plan.path, False]


def test_arrows_go_from_plan_to_plan_and_enter_opens(plans, qtbot):
    plans.rows[0].setFocus()
    qtbot.keyClick(plans.rows[0], Qt.Key.Key_Down)
    assert plans.focusWidget() is plans.rows[1]

    with qtbot.waitSignal(plans.chosen) as heard:
        qtbot.keyClick(plans.rows[1], Qt.Key.Key_Return)

    assert heard.args == [plans.rows[1].known.plan.path]


def test_delete_takes_a_plan_off_the_list(plans, qtbot):
    with qtbot.waitSignal(plans.forget_asked) as heard:
        qtbot.keyClick(plans.rows[1], Qt.Key.Key_Delete)

    assert heard.args == [plans.rows[1].known.plan.path]


def test_a_missing_plan_looks_different(plans):
    known = plans.rows[0].grab().toImage()
    missing = plans.rows[1].grab().toImage()

    assert known != missing
    assert "no longer there" in plans.rows[1].toolTip()


def test_the_cursor_stays_at_its_place_when_the_list_changes(plans, qtbot):
    plans.rows[1].setFocus()
    plans.show_plans([row.known for row in plans.rows])

    assert plans.focusWidget() is plans.rows[1]


def test_a_long_title_goes_on_above_the_date_and_the_tooltip_has_it_whole(plans, tmp_path):
    title = "Service improvement plan of the Saltway Partnership for the years to come"
    there = tmp_path / "there.mkplan"
    plans.show_plans(known_plans([RecentPlan(str(there), title, "2026-11-22T09:00")], NOW))
    row = plans.rows[0]
    row.resize(400, row.height())
    picture = row.grab().toImage()
    ground = picture.pixel(4, row.height() // 2)
    above = {x for x in range(310, 355) for y in range(8, row.height() // 2 - 2) if picture.pixel(x, y) != ground}

    assert above
    assert title in row.toolTip()
