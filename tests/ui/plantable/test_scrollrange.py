import threading

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.commands.rows import AddItem, DeleteItem, SetField
from mkplanner.models.commands.together import Together
from mkplanner.ui.itemmodels.columns import BY_WHEN, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable import scrollrange
from mkplanner.ui.tasks import run_task
from tests.builders import empty_plan, written
from tests.ui.saltway import bridge_of, timetable_of

LONG = "Agree with every council how calls are answered, by whom, and what is done where nobody is there"


def end_of_last_row(table):
    return table.visualRect(table.plan_tree.index_at(NEW_ROW)).bottom() + 1 + table.verticalScrollBar().value()


def settle(table):
    table.executeDelayedItemsLayout()
    table.scroll_range.measure_all()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(["add", "delete", "shut", "open", "narrow", "wide"]), max_size=8))
def test_the_scroll_bar_ends_where_the_last_row_does(qapp, story):

    bridge = bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(30)), plan=empty_plan()))
    from mkplanner.ui.timetable.view import TimetableView

    view = TimetableView(bridge)
    view.resize(900, 400)
    view.show()
    table = view.table
    for number, deed in enumerate(story):
        rows = list(bridge.plan.items)
        parent = rows[number % len(rows)]
        {
            "add": lambda parent=parent: bridge.run(AddItem(LONG, parent=parent)),
            "delete": lambda rows=rows: bridge.run(DeleteItem((rows[-1],))),
            "shut": table.expansion.shut_all,
            "open": table.expansion.open_all,
            "narrow": lambda: table.head.resizeSection(TITLE, 120),
            "wide": lambda: table.head.resizeSection(TITLE, 300),
        }[deed]()
    settle(table)
    bar = table.verticalScrollBar()
    assert bar.maximum() == max(0, end_of_last_row(table) - table.viewport().height())
    view.close()


def test_adding_a_row_keeps_the_place_that_is_looked_at(qtbot):
    bridge = bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(60)), plan=empty_plan()))
    view = timetable_of(qtbot, bridge)
    settle(view.table)
    bar = view.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()

    bridge.run(AddItem("One more"))
    settle(view.table)

    assert bar.value() == before


def test_rows_not_measured_yet_are_measured_when_nothing_else_is_to_be_done(qtbot):
    bridge = bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(300)), plan=empty_plan()))
    view = timetable_of(qtbot, bridge)
    table = view.table

    assert table.scroll_range.is_rough
    qtbot.waitUntil(lambda: not table.scroll_range.is_rough)
    assert len(table.rows.sizes) >= 300


def test_going_to_a_row_far_away_finds_it_before_all_are_measured(qtbot):
    steps = Together("Add", tuple(AddItem(f"{LONG} {n}", id=f"r{n}") for n in range(400)))
    view = timetable_of(qtbot, bridge_of(written(steps, plan=empty_plan())))

    view.table.choose("r399", BY_WHEN)

    rect = view.table.visualRect(view.model.index_of("r399"))
    assert 0 <= rect.top() < view.table.viewport().height()


def test_rows_out_of_sight_are_not_measured_while_the_user_looks_for_something_else(qtbot, monkeypatch):
    monkeypatch.setattr(scrollrange, "_SOME", 100)
    going = threading.Event()
    task = run_task(None, "", lambda _progress: going.wait(20), quiet=True, hurried=True)
    bridge = bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(300)), plan=empty_plan()))
    view = timetable_of(qtbot, bridge)
    view.table.scroll_range._measure_some()
    measured = len(view.table.rows.sizes)
    view.table.scroll_range._measure_some()
    assert len(view.table.rows.sizes) == measured < 300

    with qtbot.waitSignal(task.ended):
        going.set()
    qtbot.waitUntil(lambda: not view.table.scroll_range.is_rough)
    assert len(view.table.rows.sizes) >= 300


def test_open_rows_that_are_not_too_many_are_measured_all_the_same_because_the_scroll_bar_shows_them(qtbot):
    going = threading.Event()
    task = run_task(None, "", lambda _progress: going.wait(20), quiet=True, hurried=True)
    bridge = bridge_of(written(*(AddItem(f"{LONG} {n}") for n in range(300)), plan=empty_plan()))
    view = timetable_of(qtbot, bridge)
    qtbot.waitUntil(lambda: len(view.table.rows.sizes) >= 300)
    with qtbot.waitSignal(task.ended):
        going.set()


def test_rows_keep_their_heights_when_they_change_while_the_first_column_is_out_of_sight(qtbot):
    view = timetable_of(qtbot, bridge_of())
    table = view.table
    table.setFixedWidth(200)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.horizontalScrollBar().value() > table.columnWidth(0)
    heights = {id_: table.visualRect(table.plan_tree.index_of(id_)).height() for id_ in ("a11", "a12", "a21")}
    for id_ in heights:
        table.plan_tree.run(SetField(id_, "notes", "Seen"))
    assert {id_: table.visualRect(table.plan_tree.index_of(id_)).height() for id_ in heights} == heights
    assert min(heights.values()) > 0
