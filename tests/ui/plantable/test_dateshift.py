from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.ui.editors.dateedit import DateEdit
from mkplanner.ui.itemmodels.columns import BY_WHEN, TITLE
from tests.ui.plantable.steps import ALT, CTRL, SHIFT, editor, go, key, plan_of


def ends(view, id_):
    return plan_of(view).items[id_].by_when.last_day


@pytest.mark.parametrize(
    ("key_", "held", "end", "words"),
    [
        (Qt.Key.Key_Right, CTRL | ALT, date(2026, 4, 7), "By 7 April 2026"),
        (Qt.Key.Key_Left, CTRL | ALT, date(2026, 3, 24), "By 24 March 2026"),
        (Qt.Key.Key_Right, CTRL | ALT | SHIFT, date(2026, 4, 30), "By 30 April 2026"),
        (Qt.Key.Key_Left, CTRL | ALT | SHIFT, date(2026, 2, 28), "By 28 February 2026"),
    ],
)
def test_keys_move_the_date_of_a_row_and_its_words(qtbot, view, key_, held, end, words):
    go(view, "a11", BY_WHEN)
    key(qtbot, view, key_, held)
    view.chart.hand.carry_out("Bids came late", rewrites=False)

    item = plan_of(view).items["a11"]
    assert (item.by_when.last_day, item.by_when.words) == (end, words)
    assert item.original.words == "By 31 March 2026"


def test_several_rows_are_one_step(qtbot, view):
    go(view, "s112", TITLE)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    before = ends(view, "s112")
    view.handlers()["dates_month_later"]()
    view.chart.hand.carry_out("Bids came late", rewrites=False)

    assert (before, ends(view, "s112")) == (date(2026, 1, 31), date(2026, 2, 28))
    assert view._bridge.undo_title == "Move dates of 2 rows"
    view._bridge.undo()
    assert ends(view, "s112") == before


def test_a_step_that_somebody_must_be_asked_about_is_offered_first(view):
    offered = []
    view.doings.shifts.hold = lambda *step: offered.append(step) or True
    go(view, "a21", TITLE)
    view.handlers()["dates_week_later"]()

    assert offered == [(("a21",), 7, 0)]
    assert ends(view, "a21") == date(2025, 12, 15)


def test_where_nobody_need_be_asked_it_is_made_at_once_and_told(view):
    told = []
    view.doings.shifts.hold = lambda *_: False
    view.doings.shifts.shifted = lambda *step: told.append(step)
    go(view, "a11", TITLE)
    view.handlers()["dates_week_later"]()

    assert ends(view, "a11") == date(2026, 4, 7)
    assert told == [(("a11",), 7, 0)]


def test_rows_without_days_are_refused_in_one_sentence(view, recorder):
    go(view, "a23", TITLE)
    view.handlers()["dates_week_later"]()

    assert "has a date that can be shifted" in recorder.errors[0].sentence


def test_words_that_are_being_typed_are_kept_first(qtbot, view):
    view.table.edit_cell("a11", BY_WHEN)
    editor(view, DateEdit).setPlainText("By 30 June 2026")
    view.handlers()["dates_week_earlier"]()

    assert ends(view, "a11") == date(2026, 6, 30)
    assert view.chart.hand.holding.words() == ("By 23 June 2026", "1 week earlier")


def test_on_the_line_for_a_new_action_nothing_moves(view):
    view.table.go_to(view.table.new_row_index())
    view.handlers()["dates_week_later"]()

    assert view._bridge.undo_title is None
