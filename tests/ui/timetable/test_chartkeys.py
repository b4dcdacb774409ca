from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem
from mkplanner.ui.timetable.linkeditor import LinkEditor
from tests.ui.saltway import bridge_of, timetable_of

SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEY = Qt.Key


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def view(qtbot, bridge):
    return timetable_of(qtbot, bridge)


@pytest.fixture
def keys(qtbot, view):
    """Presses keys in the table, one after another."""

    def press(*pressed):
        for key in pressed:
            key, held = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
            qtbot.keyClick(view.table, key, held)

    return press


def test_a_date_is_moved_by_keys_alone_and_the_question_answered_by_keys(qtbot, view, bridge, keys):
    view.select("a11")
    keys((KEY.Key_M, CTRL), KEY.Key_Right, KEY.Key_Right)
    assert view.chart.hand.holding.words() == ("By 31 May 2026", "2 months later")
    assert view.chart.accessibleDescription() == "By 31 May 2026. 2 months later"
    keys(KEY.Key_Return)
    asking = view.chart.hand.asking
    qtbot.keyClicks(asking.reason, "Board met late")
    qtbot.keyClick(asking, KEY.Key_Return)

    assert bridge.plan.items["a11"].by_when.words == "By 31 May 2026"
    assert bridge.plan.items["a11"].revised_reason == "Board met late"
    assert view.table.current_id() == "a11"
    assert view.chart.accessibleDescription().startswith("1.1 Agree the operating model")


def test_shift_stretches_the_end_and_alt_the_start(view, keys):
    view.select("s112")
    keys((KEY.Key_M, CTRL), (KEY.Key_Right, SHIFT), (KEY.Key_Left, ALT), (KEY.Key_Right, CTRL), KEY.Key_PageDown)
    (segment,) = view.chart.hand.holding.now["s112"]

    assert (segment.start, segment.end) == (date(2025, 10, 2), date(2026, 4, 1))
    keys(KEY.Key_Escape)


def test_escape_puts_everything_back_and_other_keys_do_nothing_meanwhile(view, bridge, keys):
    view.select("a11")
    before = bridge.plan
    keys((KEY.Key_M, CTRL), KEY.Key_Right, KEY.Key_Delete, KEY.Key_Down, KEY.Key_X, KEY.Key_Escape)

    assert bridge.plan is before
    assert view.selected() == ("a11",)
    assert not view.chart.hand.is_busy
    keys(KEY.Key_Down)
    assert view.selected() == ("s111",)


def test_tab_goes_to_the_next_segment(view, keys):
    view.select("a12")
    keys((KEY.Key_M, CTRL))
    assert view.chart.hand.holding.part in (None, 0)
    keys(KEY.Key_Escape)


def test_several_rows_are_moved_by_keys_in_one_step(view, bridge, keys):
    view.select("a11")
    keys((KEY.Key_Down, SHIFT), (KEY.Key_Down, SHIFT), (KEY.Key_M, CTRL), KEY.Key_Right)
    assert "2 rows" in view.chart.hand.holding.words()[1] or "3 rows" in view.chart.hand.holding.words()[1]
    keys(KEY.Key_Return)
    asking = view.chart.hand.asking
    asking.changes.setChecked(True)
    asking.agree.click()

    assert bridge.plan.items["a11"].by_when.words == "By 30 April 2026"
    bridge.undo()
    assert bridge.plan.items["a11"].by_when.words == "By 31 March 2026"


def test_a_row_without_a_date_begins_with_this_month(view, bridge, keys):
    bridge.run(AddItem("Move the stores", parent="t2", id="new"))
    view.select("new")
    keys((KEY.Key_M, CTRL), KEY.Key_Right, KEY.Key_Return)

    assert bridge.plan.items["new"].by_when.words == "December 2025"


def test_what_cannot_be_moved_says_so(view, recorder, keys):
    view.select("a23")
    keys((KEY.Key_M, CTRL))

    assert "can be moved" in recorder.notes[-1]
    assert not view.chart.hand.is_busy


def test_leaving_the_table_puts_held_dates_back(view, keys):
    view.select("a11")
    keys((KEY.Key_M, CTRL), KEY.Key_Right)
    view.table.clearFocus()

    assert not view.chart.hand.is_busy


def test_a_link_is_chosen_changed_and_removed_by_keys(qtbot, view, bridge, keys):
    bridge.run(LinkItems("s112", "a25"))
    view.select("s112")
    keys((KEY.Key_F2, CTRL | SHIFT))
    (link,) = bridge.plan.links
    assert view.chart.links.chosen == link.id
    assert view.chart.accessibleDescription().startswith("Link, finish to start: 2.5 follows 1.1.2")
    keys(KEY.Key_Return)
    editor = view.chart.findChild(LinkEditor)
    assert editor.isVisible()
    editor.close()
    keys(KEY.Key_Delete)

    assert bridge.plan.links == ()
    assert bridge.plan.items["s112"].by_when is not None, "Delete takes the link, not the cell's words"


def test_escape_lets_the_link_go_and_so_does_another_row(view, bridge, keys):
    bridge.run(LinkItems("s112", "a25"))
    view.select("s112")
    keys((KEY.Key_F2, CTRL | SHIFT), KEY.Key_Escape)
    assert view.chart.links.chosen is None
    keys((KEY.Key_F2, CTRL | SHIFT), KEY.Key_Down)
    assert view.chart.links.chosen is None
    assert view.table.current_id() == "a12"


def test_a_row_without_links_says_how_to_make_one(view, recorder, keys):
    view.select("a22")
    keys((KEY.Key_F2, CTRL | SHIFT))

    assert "Ctrl+F2" in recorder.notes[-1]
