from datetime import date

import pytest
from PySide6.QtCore import Qt

from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.plan import LinkType
from tests.ui.saltway import bridge_of, timetable_of
from tests.ui.timetable import pointing
from tests.ui.timetable.pointing import drag, end, middle, months, move, port, press, pull, release, row_of, start


@pytest.fixture
def bridge():
    return bridge_of()


@pytest.fixture
def view(qtbot, bridge):
    return timetable_of(qtbot, bridge)


def frame(bridge, item_id):
    return bridge.plan.items[item_id].by_when


def answer(view, reason="Interviews ran late", *, changes=False):
    asking = view.chart.hand.asking
    assert asking is not None
    if changes:
        asking.changes.setChecked(True)
    else:
        asking.reason.setText(reason)
        asking._fit()
    asking.agree.click()


def right(at, by):
    return at[0] + by, at[1]


def test_a_dragged_deadline_asks_about_the_words_and_keeps_them_as_the_original(view, bridge):
    at = middle(view, "a11")
    drag(view.chart, at, right(at, months(view, 2)))
    assert frame(bridge, "a11").words == "By 31 March 2026", "nothing moves before the question is answered"
    answer(view)

    row = bridge.plan.items["a11"]
    assert row.by_when.words == "By 31 May 2026"
    assert row.original.words == "By 31 March 2026"
    assert row.revised_reason == "Interviews ran late"
    bridge.undo()
    assert frame(bridge, "a11").words == "By 31 March 2026"
    assert bridge.plan.items["a11"].original is None


def test_the_words_may_be_changed_instead(view, bridge):
    at = middle(view, "a11")
    drag(view.chart, at, right(at, -months(view, 1)))
    answer(view, changes=True)

    assert frame(bridge, "a11").words == "By 28 February 2026"
    assert bridge.plan.items["a11"].original is None


def test_words_that_the_program_made_move_without_a_question(view, bridge):
    at = middle(view, "a11")
    drag(view.chart, at, right(at, months(view, 1)))
    answer(view, changes=True)
    at = middle(view, "a11")
    drag(view.chart, at, right(at, months(view, 1)))

    assert view.chart.hand.asking is None
    assert frame(bridge, "a11").words == "By 31 May 2026"


def test_either_edge_of_a_bar_can_be_pulled(view, bridge):
    at = end(view, "s112")
    drag(view.chart, at, right(at, months(view, 2)))
    answer(view, changes=True)
    at = start(view, "s112")
    drag(view.chart, at, right(at, -months(view, 1)))

    (segment,) = frame(bridge, "s112").segments
    assert (segment.start, segment.end) == (date(2025, 9, 1), date(2026, 3, 31))
    assert bridge.undo_title == "Stretch date"


def test_a_first_date_is_drawn_where_there_is_none(view, bridge):
    bridge.run(AddItem("Move the stores", parent="t2", id="new"))
    view.table.executeDelayedItemsLayout()
    row, scale = row_of(view, "new"), view.chart.zoom.scale
    y = row.top + row.height / 2
    drag(view.chart, (scale.x(date(2026, 5, 3)), y), (scale.x(date(2026, 7, 28)), y))

    assert frame(bridge, "new").words == "May 2026 to July 2026"
    assert bridge.undo_title == "Draw date"


def test_words_without_a_date_are_kept_when_one_is_drawn_for_them(view, bridge):
    row, scale = row_of(view, "a23"), view.chart.zoom.scale
    y = row.top + row.height / 2
    drag(view.chart, (scale.x(date(2026, 5, 1)), y), (scale.x(date(2026, 6, 1)), y))
    answer(view)

    assert frame(bridge, "a23").words == "May 2026"
    assert bridge.plan.items["a23"].original.words == "Once the new branding is agreed"


def test_only_the_segment_under_the_pointer_moves(view, bridge):
    before = frame(bridge, "a12").segments
    at = end(view, "a12", 0)
    drag(view.chart, at, right(at, months(view, 1)))
    answer(view)

    after = frame(bridge, "a12").segments
    assert after[0].end == date(2026, 1, 31)
    assert after[1] == before[1]
    assert frame(bridge, "a12").words.splitlines()[1] == "Ongoing for new services"


def test_shift_aims_at_days(view, bridge):
    at = middle(view, "a11")
    distance = 4 * view.chart.zoom.scale.pixels_per_day
    pull(view.chart, at, right(at, 30))
    move(view.chart, *right(at, distance), Qt.KeyboardModifier.ShiftModifier)

    assert view.chart.hand.holding.words() == ("By 4 April 2026", "4 days later")
    view.chart.hand.put_back()


def test_escape_leaves_everything_as_it_was(qtbot, view, bridge):
    at = middle(view, "a11")
    pull(view.chart, at, right(at, months(view, 3)))
    assert view.chart.hand.is_busy
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    release(view.chart, *right(at, months(view, 3)))

    assert not view.chart.hand.is_busy
    assert view.chart.hand.asking is None
    assert frame(bridge, "a11").words == "By 31 March 2026"
    assert not bridge.undo_title or "date" not in bridge.undo_title.lower()


def test_a_small_tremble_is_a_click(view, bridge):
    at = middle(view, "a11")
    drag(view.chart, at, right(at, 3))

    assert view.selected() == ("a11",)
    assert view.chart.hand.asking is None


def test_several_chosen_rows_are_dragged_together(view, bridge):
    press(view.chart, *middle(view, "a11"))
    release(view.chart, *middle(view, "a11"))
    press(view.chart, *middle(view, "s112"), Qt.KeyboardModifier.ControlModifier)
    release(view.chart, *middle(view, "s112"), Qt.KeyboardModifier.ControlModifier)
    assert view.selected() == ("a11", "s112")
    at = middle(view, "a11")
    drag(view.chart, at, right(at, months(view, 1)))
    answer(view, "The board met later")

    assert frame(bridge, "a11").words == "By 30 April 2026"
    assert frame(bridge, "s112").last_day == date(2026, 2, 28)
    assert bridge.undo_title == "Move dates of 2 rows"
    bridge.undo()
    assert frame(bridge, "s112").words == "Oct 25 – Jan 26"


def test_a_complete_date_that_is_only_words_does_not_move(view, bridge):
    bridge.run(SetField("a11", "by_when", "Completed January 2026"))
    at = middle(view, "a11")
    drag(view.chart, at, right(at, months(view, 2)))

    assert not view.chart.hand.is_busy
    assert frame(bridge, "a11").words == "Completed January 2026"


def test_a_link_is_pulled_from_a_ring_to_another_row(view, bridge):
    drag(view.chart, port(view, "s112"), middle(view, "a25"))

    (link,) = bridge.plan.links
    assert (link.before, link.after, link.type) == ("s112", "a25", LinkType.FS)
    bridge.undo()
    assert bridge.plan.links == ()


@pytest.mark.parametrize(
    ("at_end", "to_start", "sort"),
    [(True, True, LinkType.FS), (False, True, LinkType.SS), (True, False, LinkType.FF), (False, False, LinkType.SF)],
)
def test_where_a_link_leaves_and_arrives_decides_its_sort(view, bridge, at_end, to_start, sort):
    left, y = start(view, "a25")
    goal = (left + 2, y) if to_start else (end(view, "a25")[0] - 2, y)
    drag(view.chart, port(view, "s112", at_end), goal)

    assert [link.type for link in bridge.plan.links] == [sort]


def test_a_mark_dragged_steeply_to_another_row_links_the_two(view, bridge):
    x, y = middle(view, "a11")
    drag(view.chart, (x, y), (x + 2, middle(view, "a25")[1]))

    assert [(link.before, link.after) for link in bridge.plan.links] == [("a11", "a25")]


def test_a_link_that_makes_no_sense_is_not_made_and_says_why(view, bridge):
    pull(view.chart, port(view, "s112"), middle(view, "a11"))
    assert "is part of" in view.chart.hand.pull.words()[1]
    release(view.chart, *middle(view, "a11"))

    assert bridge.plan.links == ()


def test_news_of_the_plan_take_the_dates_out_of_the_hand(view, bridge):
    at = middle(view, "a11")
    pull(view.chart, at, right(at, months(view, 1)))
    bridge.run(SetField("a22", "title", "Training"))

    assert not view.chart.hand.is_busy
    release(view.chart, *right(at, months(view, 1)))
    assert frame(bridge, "a11").words == "By 31 March 2026"


def test_a_date_that_was_revised_asks_for_its_reason_again(view, bridge):
    bridge.run(ReviseDate("a11", "By 30 April 2026", "Bids came late"))
    at = middle(view, "a11")
    drag(view.chart, at, right(at, months(view, 1)))

    assert view.chart.hand.asking.reason.text() == "Bids came late"
    answer(view, "Later still")
    assert bridge.plan.items["a11"].original.words == "By 31 March 2026"


def test_what_is_dragged_to_the_side_brings_in_what_lies_beyond(view, bridge):
    view.chart.zoom_by(4)
    view.chart.today()
    before = view.chart.zoom.scale.x(date(2026, 3, 31))
    at = middle(view, "s112")
    pull(view.chart, at, (view.chart.viewport().width() - 2, at[1]))
    days = view.chart.hand.holding.now["s112"][0].start
    for _ in range(5):
        view.chart.pointer._go_on()

    assert view.chart.zoom.scale.x(date(2026, 3, 31)) < before
    assert view.chart.hand.holding.now["s112"][0].start > days
    view.chart.hand.put_back()


def test_a_step_to_the_side_shows_what_is_held_once(view, monkeypatch):
    view.chart.zoom_by(4)
    view.chart.today()
    at = middle(view, "s112")
    pull(view.chart, at, (view.chart.viewport().width() - 2, at[1]))
    shown = []
    monkeypatch.setattr(view.chart.painting, "show_loose", lambda *args: shown.append(args))
    view.chart.pointer._go_on()

    assert len(shown) == 1
    monkeypatch.undo()
    view.chart.hand.put_back()


def test_the_pointer_says_what_a_press_would_do(view):
    shapes = {}
    for name, at in (
        ("body", middle(view, "s112")),
        ("edge", end(view, "s112")),
        ("ring", port(view, "s112")),
        ("free", (3, 3)),
    ):
        move(view.chart, *at, down=False)
        shapes[name] = view.chart.viewport().cursor().shape()

    assert shapes == {
        "body": Qt.CursorShape.OpenHandCursor,
        "edge": Qt.CursorShape.SizeHorCursor,
        "ring": Qt.CursorShape.CrossCursor,
        "free": Qt.CursorShape.ArrowCursor,
    }


def test_a_double_click_on_a_link_opens_it(qtbot, view, bridge):
    from mkplanner.models.commands.links import LinkItems

    bridge.run(LinkItems("s112", "a25"))
    view.chart.grab()
    ((_, arrow),) = view.chart.links.in_sight
    (x0, y), (x1, _) = arrow.turn
    pointing.double_click(view.chart, (x0 + x1) / 2, y)

    from mkplanner.ui.timetable.linkeditor import LinkEditor

    editor = view.chart.findChild(LinkEditor)
    assert editor is not None
    editor.close()
