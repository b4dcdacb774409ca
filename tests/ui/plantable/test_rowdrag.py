from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mkplanner.ui.itemmodels.columns import REF, TITLE
from tests.ui.plantable.steps import SHIFT, go, key, plan_of


def at(view, id_, part, column=REF):
    rect = view.table.visualRect(view.model.index_of(id_, column))
    return QPoint(rect.left() + 12, round(rect.top() + part * rect.height()))


def drag(view, start, *stops, drop=True):
    port = view.table.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(0, 14))
    for stop in stops:
        QTest.mouseMove(port, stop)
    if drop:
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stops[-1])


def ids(view, parent):
    return [row.id for row in plan_of(view).children.get(parent, ())]


def test_a_row_dropped_between_two_stands_there_in_one_step(view):
    drag(view, at(view, "a24", 0.5), at(view, "a22", 0.1))
    assert ids(view, "t2") == ["a21", "a24", "a22", "a23", "a25"]
    assert view.selected() == ("a24",)
    view._bridge.undo()
    assert ids(view, "t2") == ["a21", "a22", "a23", "a24", "a25"]


def test_a_row_dropped_on_another_becomes_part_of_it(view):
    drag(view, at(view, "a24", 0.5), at(view, "a22", 0.5))
    assert ids(view, "a22") == ["a24"]
    assert plan_of(view).items["a24"].kind == "sub_action"


def test_several_chosen_rows_go_together_in_their_order(qtbot, view):
    go(view, "a23", TITLE)
    key(qtbot, view, Qt.Key.Key_Down, SHIFT)
    drag(view, at(view, "a24", 0.5, TITLE), at(view, "a12", 0.9))
    assert ids(view, "t1") == ["a11", "a12", "a23", "a24"]


def test_a_row_dropped_below_an_open_heading_becomes_its_first(view):
    drag(view, at(view, "a25", 0.5), at(view, "t1", 0.8))
    assert ids(view, "t1")[0] == "a25"


def test_an_action_dropped_just_above_a_heading_ends_the_one_before(view):
    drag(view, at(view, "a25", 0.5), at(view, "t2", 0.1))
    assert ids(view, "t1")[-1] == "a25"


def test_escape_leaves_everything_where_it_was(qtbot, view):
    drag(view, at(view, "a24", 0.5), at(view, "a22", 0.1), drop=False)
    assert view.table.drag.drop is not None
    key(qtbot, view, Qt.Key.Key_Escape)
    assert view.table.drag.drop is None
    assert not view.table.drag.is_on
    assert view._bridge.undo_title is None


def test_a_row_cannot_be_dropped_below_itself_nor_a_theme_below_an_action(view):
    drag(view, at(view, "a11", 0.5), at(view, "s111", 0.5), drop=False)
    assert view.table.drag.drop is None
    view.table.drag.cancel()
    drag(view, at(view, "t1", 0.5), at(view, "a22", 0.5), drop=False)
    assert view.table.drag.drop is None
    view.table.drag.cancel()


def test_below_the_last_row_is_the_end_of_the_last_theme(view):
    end = view.table.visualRect(view.table.new_row_index()).center()
    drag(view, at(view, "a12", 0.5), end)
    assert ids(view, "t2")[-1] == "a12"


def test_sorted_rows_are_not_dragged_and_the_reason_is_told(view, recorder):
    view.arranger.sort("title")
    drag(view, at(view, "a24", 0.5), at(view, "a22", 0.1))
    assert "sorted or grouped" in recorder.notes[0]
    assert view._bridge.undo_title is None


def test_a_press_on_one_of_several_chosen_rows_chooses_it_alone_when_nothing_is_dragged(qtbot, view):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_Down, SHIFT)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at(view, "a22", 0.5, TITLE))
    assert view.selected() == ("a22",)


def test_rows_scroll_while_a_row_is_held_near_the_edge(qtbot, view):
    view.resize(1100, 260)
    view.table.executeDelayedItemsLayout()
    bar = view.table.verticalScrollBar()
    drag(view, at(view, "t1", 0.5), QPoint(12, view.table.viewport().height() - 4), drop=False)
    qtbot.waitUntil(lambda: bar.value() > 0, timeout=3000)
    view.table.drag.cancel()


def test_two_clicks_on_one_of_several_chosen_rows_open_its_cell(qtbot, view):
    go(view, "a23", TITLE)
    key(qtbot, view, Qt.Key.Key_Down, SHIFT)
    assert len(view.selected()) == 2
    port, place = view.table.viewport(), at(view, "a23", 0.5, TITLE)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert view.selected() == ("a23",)
    assert view.table.state() == view.table.State.EditingState
