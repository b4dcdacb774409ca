import pytest
from PySide6.QtWidgets import QMenuBar, QWidget

from mkplanner.ui.actions import Actions
from mkplanner.ui.actiontable import TABLE
from mkplanner.ui.menubar import Menus
from mkplanner.ui.menutable import MENUS

PARTS = [name for names in MENUS.values() for name in names if name.startswith("<")]


@pytest.fixture
def owner(qtbot, dressed):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(owner):
    return QMenuBar(owner)


@pytest.fixture
def actions(owner):
    return Actions(owner)


def menu(bar, place):
    return bar.actions()[place].menu()


def test_menus_hold_every_command_and_call_for_their_parts(bar, actions):
    asked = []
    menus = Menus(bar, actions, dict.fromkeys(PARTS, asked.append))

    menus.fill()

    shown = {action.objectName() for entry in bar.actions() for action in entry.menu().actions()} - {""}
    assert shown == {name for names in MENUS.values() for name in names if name in TABLE}
    assert len(asked) == len(PARTS)


def test_titles_are_there_before_what_stands_in_the_menus(bar, actions):
    menus = Menus(bar, actions, dict.fromkeys(PARTS, lambda _menu: None))

    assert [entry.text() for entry in bar.actions()] == list(MENUS)
    assert not any(entry.menu().actions() for entry in bar.actions())

    menus.fill()
    held = [len(entry.menu().actions()) for entry in bar.actions()]
    menus.fill()
    assert [len(entry.menu().actions()) for entry in bar.actions()] == held


def test_who_opens_a_menu_before_it_was_filled_finds_everything_in_it(bar, actions):
    told = []

    def part(menu):
        menu.aboutToShow.connect(lambda: told.append(menu))

    Menus(bar, actions, dict.fromkeys(PARTS, part))
    reports = next(menu(bar, place) for place, names in enumerate(MENUS.values()) if "<reports>" in names)

    reports.aboutToShow.emit()

    assert menu(bar, 0).actions()
    assert told == [reports]


def test_icons_are_drawn_when_their_menu_opens(bar, actions):
    menus = Menus(bar, actions, dict.fromkeys(PARTS, lambda _menu: None))
    menus.fill()
    assert actions["undo"].icon().isNull()

    menu(bar, 1).aboutToShow.emit()

    assert not actions["undo"].icon().isNull()
