import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mkplanner.models.commands.rows import AddItem, DeleteItem
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable import openingall
from mkplanner.ui.timetable.rows import visible_rows
from mkplanner.ui.timetable.view import TimetableView
from tests.builders import empty_plan, written
from tests.ui.painted import Painted
from tests.ui.saltway import action, bridge_of, theme, timetable_of

LATER = 10_000_000


@pytest.fixture(scope="module")
def plan():
    rows = []
    for one in range(12):
        rows.append(theme(f"t{one}", f"Theme {one}"))
        for two in range(3):
            rows.append(action(f"a{one}.{two}", "Agree how calls are answered and by whom " * (1 + two), f"t{one}"))
            rows += [action(f"s{one}.{two}.{three}", f"Ask {three}", f"a{one}.{two}") for three in range(3)]
    return written(*rows, plan=empty_plan())


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Have every plan count as large, and the rest wait until a test asks for it."""
    monkeypatch.setattr(openingall, "_MANY", 3)
    monkeypatch.setattr(openingall, "_REST", LATER)


@pytest.fixture
def view(qtbot, plan):
    view = timetable_of(qtbot, bridge_of(plan), height=330)
    view.handlers()["collapse_all"]()
    view.handlers()["expand_all"]()
    assert view.table.opening.is_waiting(serial_of(view, "t9"))
    return view


def serial_of(view, id_):
    return view.model.index_of(id_).internalId()


def in_sight(view):
    view.table.executeDelayedItemsLayout()
    rows = visible_rows(view.table, 0, view.table.viewport().height())
    return [(view.model.item_id(row.index), row.top, row.height) for row in rows]


def count_open(view):
    rows = view.model.rows
    return sum(view.table.isExpanded(view.model.index_at(serial)) for serial in rows.present if rows.kids[serial])


def wait_till_all_is_open(view, monkeypatch):
    monkeypatch.setattr(openingall, "_REST", 0)
    monkeypatch.setattr(openingall, "_QUIET", 0)
    view.table.opening._timer.start(0)
    for _ in range(100):
        QTest.qWait(1)
        if view.table.opening._edge is None:
            return
    raise AssertionError("rows are still waiting")


@settings(max_examples=15, deadline=None)
@given(
    story=st.lists(st.tuples(st.sampled_from(["wheel", "jump", "taller", "rest", "shut"]), st.floats(0, 1)), max_size=6)
)
def test_what_is_in_sight_is_always_what_would_be_there_were_all_rows_open(qapp, plan, story):
    views = [TimetableView(bridge_of(plan)) for _ in range(2)]
    lazy, whole = views
    for view in views:
        view.resize(900, 330)
        view.show()
        view.handlers()["collapse_all"]()
    lazy.table.expansion.open_all()
    whole.table.opening.at_once()
    for view in views:
        view.table.scroll_range.measure_all()
    for deed, part in story:
        row = whole.model.rows.kids[0][int(part * 5)]
        for view in views:
            bar = view.table.verticalScrollBar()
            if deed == "taller":
                view.resize(900, 330 + int(300 * part))
            elif deed == "shut":
                view.table.choose(view.model.item_id(view.model.index_at(row)))
                view.table.collapse(view.model.index_at(row))
            elif deed == "rest":
                view.table.opening._go_on()
            else:
                bar.setValue(int(bar.maximum() * part) if deed == "jump" else bar.value() + int(200 * part))
        assert in_sight(lazy) == in_sight(whole)
        assert lazy.table.verticalScrollBar().maximum() == whole.table.verticalScrollBar().maximum()
    lazy.table.opening.finish()
    assert in_sight(lazy) == in_sight(whole)
    assert count_open(lazy) == count_open(whole)
    for view in views:
        view.close()


def test_only_what_is_in_sight_is_opened_at_once_and_the_rest_a_little_later(view, monkeypatch):
    assert 0 < count_open(view) < 20
    assert view.table.is_open(serial_of(view, "t11"))
    wait_till_all_is_open(view, monkeypatch)

    assert count_open(view) == 12 + 36
    assert not view.table.opening.is_waiting(serial_of(view, "t11"))


def test_going_far_down_opens_everything_above(view):
    view.table.choose("s11.2.2")

    assert count_open(view) == 12 + 36
    assert view.table.visualRect(view.table.currentIndex()).bottom() < view.table.viewport().height()


def test_a_page_further_is_the_same_row_as_if_all_were_open(view, qtbot, plan):
    whole = timetable_of(qtbot, bridge_of(plan), height=330)
    whole.table.opening.at_once()
    for one in (view, whole):
        one.table.choose("t0", TITLE)
        QTest.keyClick(one.table, Qt.Key.Key_PageDown)
        QTest.keyClick(one.table, Qt.Key.Key_PageDown)

    assert view.table.current_id() == whole.table.current_id() != "t0"


def test_choosing_all_chooses_rows_that_were_waiting(view):
    view.table.selectAll()

    assert set(view.selected()) == set(view.model.plan.items)


def test_a_row_shut_while_others_are_waiting_stays_shut(view, monkeypatch):
    view.table.collapse(view.model.index_of("a0.0"))
    wait_till_all_is_open(view, monkeypatch)

    assert not view.table.isExpanded(view.model.index_of("a0.0"))
    assert count_open(view) == 12 + 36 - 1


def test_shutting_all_leaves_nothing_waiting(view):
    view.handlers()["collapse_all"]()
    view.table.opening.finish()

    assert count_open(view) == 0
    assert not view.table.is_open(serial_of(view, "t11"))


def test_rows_that_come_and_go_meanwhile_find_all_others_open(view):
    view.model.run(AddItem("New", parent="a11.2", id="new"))
    view.model.run(DeleteItem(("t3",)))

    assert count_open(view) == 11 + 33
    assert view.table.visualRect(view.model.index_of("new")).height() > 0


def test_the_current_row_is_never_below_rows_that_wait(qtbot, plan):
    view = timetable_of(qtbot, bridge_of(plan), height=330)
    view.handlers()["collapse_all"]()
    view.table.selectionModel().setCurrentIndex(view.model.index_of("t9"), QItemSelectionModel.SelectionFlag.NoUpdate)
    view.table.verticalScrollBar().setValue(0)
    view.handlers()["expand_all"]()

    assert not view.table.opening.is_waiting(serial_of(view, "t9"))


def test_a_screen_reader_finds_all_rows_open(qtbot, plan, monkeypatch):
    view = timetable_of(qtbot, bridge_of(plan), height=330)
    view.handlers()["collapse_all"]()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: None)
    view.handlers()["expand_all"]()

    assert count_open(view) == 12 + 36


def test_the_line_for_a_new_action_stands_below_all_others(view):
    view.table.go_to(view.table.new_row_index())

    above = view.table.indexAbove(view.model.index_at(NEW_ROW))
    assert view.model.item_id(above) == "s11.2.2"


def test_opening_out_of_sight_paints_nothing(view):
    painted = Painted(view.table.viewport())
    before = count_open(view)

    assert painted.by(lambda: view.table.opening._open_some(5)) == 0
    assert count_open(view) == before + 5


def test_what_opens_in_sight_is_painted(view):
    view.handlers()["collapse_all"]()

    assert Painted(view.table.viewport()).by(view.handlers()["expand_all"]) > 0


@pytest.mark.parametrize("half", ["table", "chart"])
def test_opening_goes_on_only_once_nothing_has_been_painted_for_a_moment(view, monkeypatch, half):
    monkeypatch.setattr(openingall, "_REST", 0)
    opening = view.table.opening
    opening._timer.start(5)
    before = count_open(view)
    for _ in range(8):
        getattr(view, half).viewport().repaint()
        QTest.qWait(10)

    assert count_open(view) == before
    monkeypatch.setattr(openingall, "_QUIET", 0)
    view.chart.viewport().repaint()
    wait_till_all_is_open(view, monkeypatch)
