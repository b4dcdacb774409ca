"""The round of updates in the window."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from mkplanner.models.asking.updateround import SETTING
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.status import Rag
from mkplanner.ui import messages
from mkplanner.ui.itemmodels.columns import PLACE_OF, RAG, UPDATE
from mkplanner.ui.updates.view import UpdatesView
from tests.ui.saltway import TODAY, bridge_of

SINCE = date(2025, 11, 1)


@pytest.fixture
def bridge():
    bridge = bridge_of()
    bridge.run(AddUpdate("a11", "Options drafted", Rag.AMBER, date(2025, 11, 4)))
    bridge.run(AddUpdate("a21", "No candidate yet", Rag.RED, date(2025, 9, 2)))
    return bridge


@pytest.fixture
def view(qtbot, bridge):
    view = UpdatesView(bridge, day=lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def press(qtbot, view, choice):
    qtbot.mouseClick(view.round.shown.buttons[choice], Qt.MouseButton.LeftButton)


def shown(view):
    return view.model.found.found


def test_it_shows_what_a_round_needs_and_no_more(view):
    head = view.table.head
    keys = {key for key, place in PLACE_OF.items() if not head.isSectionHidden(place)}
    assert keys == {"number", "title", "owners", "status", "rag", "update"}
    assert head.visualIndex(UPDATE) > head.visualIndex(RAG)


def test_the_update_has_the_room_that_the_others_leave(view):
    assert view.table.head.length() == view.table.viewport().width()
    view.resize(1300, 600)
    assert view.table.head.length() == view.table.viewport().width()


def test_a_wider_column_takes_its_room_from_the_update(view):
    head = view.table.head
    head.resizeSection(PLACE_OF["title"], head.sectionSize(PLACE_OF["title"]) + 60)
    assert head.length() == view.table.viewport().width()


def test_a_width_that_somebody_chose_stays(view):
    view.table.head.resizeSection(UPDATE, 300)
    view.resize(1300, 600)
    assert view.table.head.sectionSize(UPDATE) == 300


def test_widths_and_order_are_remembered(qtbot, view, bridge):
    head = view.table.head
    head.resizeSection(PLACE_OF["title"], 333)
    head._show(PLACE_OF["by_when"], True)
    head.moveSection(head.visualIndex(PLACE_OF["by_when"]), 2)
    other = UpdatesView(bridge, day=lambda: TODAY)
    qtbot.addWidget(other)
    other.restore_state(view.save_state())
    other.resize(1200, 600)
    other.show()
    qtbot.waitExposed(other)

    assert other.table.head.places() == head.places()
    assert other.table.head.sectionSize(PLACE_OF["title"]) == 333
    assert other.table.head.length() == other.table.viewport().width()  # nobody drew the update's own edge


def test_places_that_cannot_be_read_change_nothing(view):
    before = view.table.head.places()
    for state in (b"", b"[]", b'{"columns": 3}'):
        view.restore_state(state)
    assert view.table.head.places() == before


def test_columns_that_are_reset_are_those_of_this_view(view):
    before = view.table.head.places()
    view.table.head._show(PLACE_OF["by_when"], True)
    view.table.head.set_first_widths()
    assert [(each["key"], each["shown"]) for each in view.table.head.places()] == [
        (each["key"], each["shown"]) for each in before
    ]


def test_still_to_come_are_open_rows_without_an_update_in_the_round(qtbot, view):
    press(qtbot, view, "silent")
    assert "a21" in shown(view)
    assert "a11" not in shown(view)
    assert "s111" not in shown(view)  # complete
    assert "No update since 1 November 2025" in view.filter_words()


def test_a_row_just_written_stays_until_one_asks_again(qtbot, view):
    press(qtbot, view, "silent")
    view.model.run(AddUpdate("a21", "Two candidates", Rag.AMBER, TODAY))
    assert view.model.index_of("a21").isValid()
    view.arranger.ask_again()
    assert not view.model.index_of("a21").isValid()


def test_amber_and_red_go_by_the_newest_light(qtbot, view):
    press(qtbot, view, "lights")
    assert shown(view) == {"a11", "a21"}
    view._bridge.run(AddUpdate("a21", "Appointed", Rag.GREEN, TODAY))
    assert shown(view) == {"a11"}
    press(qtbot, view, "all")
    assert len(shown(view)) == len(view._bridge.plan.items)


def test_the_buttons_follow_what_is_taken_away_above_the_table(qtbot, view):
    press(qtbot, view, "silent")
    view.arranger.clear()
    assert view.round.shown.choice() == "all"


def test_the_bar_counts_along(view):
    assert view.round.standing.text() == "1 of 8 updated"
    view._bridge.run(AddUpdate("a22", "Trainer booked", None, TODAY))
    assert view.round.standing.text() == "2 of 8 updated"
    assert view.status_text() == "2 of 8 updated"


def test_another_first_day_is_remembered_by_the_plan_and_can_be_undone(qtbot, view):
    press(qtbot, view, "silent")
    view.round.since.setDate(QDate(2025, 9, 1))
    view.round.since.editingFinished.emit()

    assert view._bridge.plan.setting(SETTING) == "2025-09-01"
    assert "a21" not in shown(view)
    assert view.round.standing.text() == "2 of 8 updated"
    view._bridge.undo()
    assert view.round.since.date() == QDate(2025, 11, 1)
    assert "a21" in shown(view)


def test_old_news_is_painted_fainter_than_that_of_the_round(view):
    painter = view.table.painter
    serial = {row: view.model.index_of(row).internalId() for row in ("a11", "a21")}
    assert not painter._is_old_news(serial["a11"])
    assert painter._is_old_news(serial["a21"])


def test_the_day_to_go_to_is_in_the_timetable(view):
    recorder = messages.Recorder()
    before = messages.use(recorder)
    try:
        view.show_day(TODAY)
    finally:
        messages.use(before)
    assert "12 November 2025" in str(vars(recorder))


def test_writing_opens_the_cell_of_the_current_row(view):
    view.select("a22")
    view.write_update()
    assert view.table.state() == view.table.State.EditingState


def test_in_a_low_window_the_chosen_row_is_wholly_in_sight(qtbot, view):
    view.hide()
    view.resize(420, 250)
    last = view.table.plan_tree.index_of("a22")
    view.select("a22")
    view.show()
    qtbot.wait(50)
    assert view.table.viewport().rect().bottom() >= view.table.visualRect(last).bottom()
