from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from mkplanner.models.plan import ItemKind
from mkplanner.models.status import Status
from mkplanner.ui.itemmodels.columns import BY_WHEN, PLACE_OF, TITLE
from tests.ui.plantable.steps import CTRL, SHIFT, editor, go, key, plan_of


def choose(qtbot, view, first, more, column):
    go(view, first, column)
    for _ in range(more):
        key(qtbot, view, Qt.Key.Key_Down, SHIFT)


def test_a_range_of_cells_is_filled_down_in_one_step(qtbot, view):
    go(view, "a21", BY_WHEN)
    for _ in range(2):
        key(qtbot, view, Qt.Key.Key_Down, SHIFT)
    key(qtbot, view, Qt.Key.Key_Right, SHIFT)
    key(qtbot, view, Qt.Key.Key_D, CTRL)

    plan = plan_of(view)
    assert plan.items["a22"].by_when == plan.items["a23"].by_when == plan.items["a21"].by_when
    assert view._bridge.undo_title == "Fill down 2 rows"


def test_a_range_of_cells_is_cleared_in_one_step(qtbot, view):
    go(view, "a12", BY_WHEN)
    key(qtbot, view, Qt.Key.Key_Right, SHIFT)
    key(qtbot, view, Qt.Key.Key_Delete)
    plan = plan_of(view)
    assert plan.items["a12"].by_when is None
    assert plan.owners_of("a12") == ()
    assert view._bridge.undo_title == "Clear 2 cells"


def test_control_enter_gives_what_was_typed_to_every_chosen_row(qtbot, view):
    choose(qtbot, view, "a22", 2, BY_WHEN)
    key(qtbot, view, Qt.Key.Key_F2)
    box = editor(view, QPlainTextEdit)
    box.setPlainText("June 2026")
    qtbot.keyClick(box, Qt.Key.Key_Return, CTRL)

    plan = plan_of(view)
    assert {plan.items[id_].by_when.words for id_ in ("a22", "a23", "a24")} == {"June 2026"}
    assert view._bridge.undo_title == "Change by when of 3 rows"


def test_today_is_written_into_the_chosen_rows(qtbot, view):
    choose(qtbot, view, "a22", 1, TITLE)
    key(qtbot, view, Qt.Key.Key_Semicolon, CTRL)
    assert {plan_of(view).items[id_].by_when.words for id_ in ("a22", "a23")} == {"12 November 2025"}


def test_a_worked_out_column_says_that_there_is_nothing_to_change(qtbot, view, recorder):
    view.table.head.setSectionHidden(PLACE_OF["ends"], False)
    go(view, "a22", PLACE_OF["ends"])
    key(qtbot, view, Qt.Key.Key_Delete)
    assert "worked out" in recorder.notes[0]
    assert view._bridge.undo_title is None


def test_owner_done_tags_and_kind_are_given_to_many_rows_at_once(qtbot, view):
    choose(qtbot, view, "a21", 2, TITLE)
    work = view.doings.cells
    work.give("owners", "Head of Legal")
    assert view._bridge.undo_title == "Change owner of 3 rows"
    work.give("percent", 50)
    work.change_tag("GAP", False)
    work.give_status(Status.COMPLETE)
    plan = plan_of(view)
    rows = [plan.items[id_] for id_ in ("a21", "a22", "a23")]
    assert {(row.percent, row.tags, row.status) for row in rows} == {(50, ("GAP",), Status.COMPLETE)}
    work.change_tag("GAP", True)
    work.make(ItemKind.MILESTONE)
    assert {plan_of(view).items[id_].kind for id_ in ("a21", "a22", "a23")} == {ItemKind.MILESTONE}


def test_headings_are_left_out_of_what_is_given_to_many(qtbot, view):
    choose(qtbot, view, "t2", 2, TITLE)
    view.doings.cells.give("percent", 10)
    assert plan_of(view).items["t2"].percent is None
    assert plan_of(view).items["a22"].percent == 10
