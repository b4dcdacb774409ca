import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mkplanner.ui.actions import Actions
from mkplanner.ui.actiontable import TABLE


@pytest.fixture
def owner(qtbot, dressed):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_nobody_offers_is_grey_and_says_why(owner):
    actions = Actions(owner)
    actions.offer({"new": print}, {})

    assert actions["new"].isEnabled()
    assert not actions["indent"].isEnabled()
    assert "This view does not do that" in actions["indent"].toolTip()


def test_the_tooltip_of_what_can_be_done_names_its_key(owner):
    actions = Actions(owner)
    actions.offer({"open": print}, {})

    assert actions["open"].toolTip() == "Open a plan file (Ctrl+O)"


def test_a_command_goes_to_the_window_first_and_else_to_the_view(owner):
    done = []
    actions = Actions(owner)
    actions.offer(
        {"paste": lambda: done.append("window")},
        {"paste": lambda: done.append("view"), "copy": lambda: done.append("copy")},
    )

    actions["paste"].trigger()
    actions["copy"].trigger()

    assert done == ["window", "copy"]


def test_undo_and_redo_say_what_they_would_do(owner):
    actions = Actions(owner)
    actions.offer({"undo": print}, {})

    actions.name_history("Change by when", None)

    assert actions["undo"].text().replace("&", "") == "Undo change by when"
    assert actions["undo"].toolTip() == "Undo change by when (Ctrl+Z)"
    assert actions["redo"].text().replace("&", "") == "Redo"


def test_every_command_can_be_found_by_its_name(owner):
    actions = Actions(owner)
    actions.complete()

    assert {action.objectName() for action in owner.actions()} == set(TABLE)
    assert actions["undo"] in owner.actions()


def test_an_action_that_is_made_late_knows_what_is_offered(owner):
    done = []
    actions = Actions(owner)
    actions.offer({"open": lambda: done.append("open")}, {})
    assert owner.actions() == []

    actions["open"].trigger()

    assert actions["open"] in owner.actions()
    assert done == ["open"]
    assert not actions["undo"].isEnabled()


def test_keys_work_while_the_window_has_the_cursor(owner, qtbot):
    done = []
    actions = Actions(owner)
    actions.offer({"help_here": lambda: done.append("help")}, {})
    actions.complete()
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()

    qtbot.keyClick(owner, Qt.Key.Key_F1)

    assert done == ["help"]
