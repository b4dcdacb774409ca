"""What is known of the chosen rows is what Qt would say of each of them."""

import pytest
from PySide6.QtCore import QItemSelectionModel

from mkplanner.models.commands.rows import AddItem, DeleteItem, MoveItem
from mkplanner.ui.plantable import knownchoice
from tests.ui.plantable.steps import go
from tests.ui.saltway import bridge_of, timetable_of

FLAGS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def view(qtbot):
    return timetable_of(qtbot, bridge_of())


def also(view, id_):
    view.table.selectionModel().select(view.model.index_of(id_), FLAGS)


def said_by_qt(view):
    model, choice = view.model, view.table.selectionModel()
    return {serial for serial in model.rows.present if choice.isSelected(model.index_at(serial))}


def check(view, *ids):
    assert {serial for serial in view.model.rows.present if view.table.is_chosen(serial)} == said_by_qt(view)
    assert view.selected() == ids


def test_it_follows_every_choice(view):
    go(view, "a12", 1)
    check(view, "a12")
    also(view, "s111")
    check(view, "s111", "a12")
    view.table.clearSelection()
    check(view)


def test_it_follows_rows_that_come_go_move_and_are_all_told_afresh(view):
    go(view, "a12", 1)
    also(view, "a23")
    also(view, "s111")
    view._bridge.run(AddItem("Another", parent="t1"))
    check(view, "s111", "a12", "a23")
    view._bridge.run(MoveItem("a23", "t1", None))
    check(view, "a23", "s111", "a12")
    view._bridge.run(DeleteItem(("a12",)))
    view._bridge.undo()
    check(view, *view.selected())
    view.arranger.group("owner")
    check(view, *view.selected())


@pytest.mark.parametrize("many", [1, 1000])
def test_all_that_is_open_to_sight_is_chosen_in_the_order_of_the_plan(view, monkeypatch, many):
    monkeypatch.setattr(knownchoice, "_MANY", many)
    view.table.collapse(view.model.index_of("a11"))
    view.table.selectAll()

    check(view, "t1", "a11", "a12", "t2", "a21", "a22", "a23", "a24", "a25")
