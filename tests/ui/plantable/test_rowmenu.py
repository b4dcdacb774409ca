import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mkplanner.models.status import Status
from mkplanner.ui.plantable.rowmenu import row_menu
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


def menu_of(view) -> QMenu:
    doings = view.doings
    return row_menu(view, view.handlers(), doings.cells, view.model.plan, doings.chosen())


def test_every_entry_does_something_and_names_its_keys(view):
    view.select("a22")
    entries = [action for action in menu_of(view).actions() if action.objectName()]

    assert len(entries) == 20
    assert all("\t" in action.text() for action in entries)
    assert all(action.isEnabled() for action in entries)


def test_entries_do_what_they_say(view):
    view.select("a22")
    menu_of(view).findChild(QAction, "row_move_up").trigger()

    assert [row.id for row in view.model.plan.children["t2"]][:2] == ["a22", "a21"]


def test_a_status_is_given_to_the_chosen_rows(view):
    view.select("a22")
    statuses = menu_of(view).findChild(QMenu, "row_menu_status")
    statuses.actions()[2].trigger()

    assert view.model.plan.items["a22"].status is Status.LATE


def test_without_rows_what_needs_some_is_grey(view):
    view.table.go_to(view.table.new_row_index())
    menu = menu_of(view)

    assert not menu.findChild(QAction, "row_delete").isEnabled()
    assert menu.findChild(QAction, "row_paste").isEnabled()
