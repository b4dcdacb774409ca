import pytest
from PySide6.QtCore import Qt

from mkplanner.ui.look import theme
from mkplanner.ui.window.meeting import larger


def test_a_meeting_shows_the_plan_alone_in_larger_text_and_escape_brings_all_back(plan_window, qtbot):
    window = plan_window
    window.docks.toggle("notices")
    before = theme.news().text_size
    window.commands["full_screen"].trigger()
    assert window.isFullScreen()
    assert window.menuBar().isHidden()
    assert window.plan_bar.isHidden()
    assert window.status.isHidden()
    assert not window.docks.is_open("details")
    assert theme.news().text_size > before
    assert window.settings.now.text_size == before
    qtbot.keyClick(window.desk.view.table, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.menuBar().isHidden()
    assert not window.plan_bar.isHidden()
    assert window.docks.is_open("details")
    assert not window.docks.is_open("notices")
    assert theme.news().text_size == before


def test_commands_keep_their_keys_and_the_way_back_is_told(plan_window, qtbot):
    plan_window.meeting.turn()
    assert plan_window.commands["undo"].shortcut().toString() == "Ctrl+Z"
    qtbot.waitUntil(lambda: plan_window.meeting._hint.isVisible())
    assert "Esc" in plan_window.meeting._hint.text()
    plan_window.commands["full_screen"].trigger()
    assert not plan_window.meeting.is_on


def test_closing_the_plan_ends_the_meeting(plan_window):
    plan_window.meeting.begin()
    plan_window.close_plan()
    assert not plan_window.isFullScreen()
    assert not plan_window.menuBar().isHidden()


@pytest.mark.parametrize(("own", "room"), [(90, 110), (100, 125), (125, 150), (150, 150)])
def test_text_for_a_room_is_two_steps_larger(own, room):
    assert larger(own) == room
