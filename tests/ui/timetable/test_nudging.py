from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.commands.rows import SetField
from mkplanner.ui.itemmodels.columns import BY_WHEN, TITLE
from mkplanner.ui.timetable import nudging
from tests.ui.plantable.steps import ALT, CTRL, SHIFT, go, key
from tests.ui.saltway import bridge_of, timetable_of
from tests.ui.timetable.pointing import press

KEY = Qt.Key


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def view(qtbot, bridge, monkeypatch):
    monkeypatch.setattr(nudging, "REST", 40)
    view = timetable_of(qtbot, bridge)
    yield view
    view.chart.hand.put_back()


@pytest.fixture
def nudge(qtbot, view):
    """Presses keys in the table, one after another."""
    return lambda key_, held=CTRL | ALT: key(qtbot, view, key_, held)


def asked(qtbot, view):
    """The question, which comes by itself."""
    qtbot.waitUntil(lambda: view.chart.hand.asking is not None)
    return view.chart.hand.asking


def test_a_quick_series_is_asked_about_once_when_it_rests(qtbot, view, bridge, nudge):
    go(view, "a11", BY_WHEN)
    for _ in range(3):
        nudge(KEY.Key_Right)
    assert view.chart.hand.holding.words() == ("By 21 April 2026", "3 weeks later")
    assert bridge.plan.items["a11"].by_when.words == "By 31 March 2026"
    asking = asked(qtbot, view)
    qtbot.keyClicks(asking.reason, "Board met late")
    qtbot.keyClick(asking.reason, KEY.Key_Return)

    item = bridge.plan.items["a11"]
    assert (item.by_when.words, item.original.words, item.revised_reason) == (
        "By 21 April 2026",
        "By 31 March 2026",
        "Board met late",
    )
    bridge.undo()
    assert bridge.plan.items["a11"].by_when.words == "By 31 March 2026"


def test_escape_takes_the_whole_series_back(view, bridge, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    nudge(KEY.Key_Left, CTRL | ALT | SHIFT)
    nudge(KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)

    assert not view.chart.hand.is_busy
    assert bridge.undo_title is None
    assert view.table.current_id() == "a11"


def test_undo_in_the_middle_takes_the_series_back_and_nothing_else(qtbot, view, bridge, nudge):
    bridge.run(SetField("a12", "title", "Write it anew"))
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    nudge(KEY.Key_Z, CTRL)

    assert not view.chart.hand.is_busy
    assert bridge.plan.items["a12"].title == "Write it anew"


def test_enter_asks_at_once_and_words_can_be_changed_instead(view, bridge, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right, CTRL | SHIFT)
    nudge(KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
    asking = view.chart.hand.asking
    asking.changes.click()
    asking.agree.click()

    item = bridge.plan.items["a11"]
    assert (item.by_when.words, item.original) == ("By 1 April 2026", None)


def test_steps_go_on_while_the_question_stands(qtbot, view, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    asking = asked(qtbot, view)
    qtbot.keyClick(asking.reason, KEY.Key_Right, CTRL | ALT)
    assert (asking.dates.text(), asking.difference.text()) == ("By 14 April 2026", "2 weeks later")
    assert "14 April" in asking.changes.text()
    qtbot.keyClick(asking.reason, KEY.Key_Left, CTRL | ALT)
    qtbot.keyClick(asking.reason, KEY.Key_Left, CTRL | ALT)
    assert not view.chart.hand.is_busy


def test_in_a_reason_that_is_being_written_its_own_keys_count(qtbot, view, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    asking = asked(qtbot, view)
    qtbot.keyClicks(asking.reason, "Late bids")
    qtbot.keyClick(asking.reason, KEY.Key_Left, CTRL | SHIFT)
    assert asking.reason.selectedText() == "bids"
    assert asking.difference.text() == "1 week later"


def test_steps_there_and_back_ask_nothing(qtbot, view, bridge, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    nudge(KEY.Key_Left)
    qtbot.waitUntil(lambda: not view.chart.hand.is_busy)
    assert bridge.undo_title is None


def test_a_month_is_counted_from_where_the_series_began(view, nudge):
    go(view, "s112", TITLE)
    for _ in range(2):
        nudge(KEY.Key_Right, CTRL | ALT | SHIFT)
    assert view.chart.hand.holding.now["s112"][0].end == date(2026, 3, 31)


def test_a_press_of_the_pointer_asks(view, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    press(view.chart, 5, 5)
    assert view.chart.hand.asking is not None


def test_another_row_chosen_elsewhere_asks(view, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    view.select("a12")
    assert view.chart.hand.asking is not None


def test_news_of_somebody_else_leaves_the_series_in_the_hand(view, bridge, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    bridge.run(SetField("a12", "title", "From another computer"))
    assert view.chart.nudges.is_going
    assert view.chart.hand.holding.words()[1] == "1 week later"


def test_closing_the_plan_keeps_what_was_moved(view, bridge, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    view.keep_typing()
    item = bridge.plan.items["a11"]
    assert (item.by_when.words, item.original.words) == ("By 7 April 2026", "By 31 March 2026")


def test_dates_whose_words_nobody_typed_move_at_once(view, bridge, nudge):
    go(view, "a11", TITLE)
    nudge(KEY.Key_Right)
    view.chart.hand.carry_out("", rewrites=True)
    nudge(KEY.Key_Right)

    assert not view.chart.hand.is_busy
    assert bridge.plan.items["a11"].by_when.words == "By 14 April 2026"
