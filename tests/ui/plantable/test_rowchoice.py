"""What a screen reader chooses is what it meant, and whole rows are chosen by everybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mkplanner.ui.itemmodels.columns import BY_WHEN
from tests.ui.saltway import bridge_of, timetable_of


@pytest.fixture
def table(qtbot, listened_to):
    return timetable_of(qtbot, bridge_of()).table


def cell_of(table, id_: str):
    """The cell of a row's date as a screen reader has it."""
    table.choose(id_, BY_WHEN)
    cell = QAccessible.queryAccessibleInterface(table).focusChild()
    table.clearSelection()
    return cell


@pytest.mark.parametrize("id_", ["a11", "s112", "a22"])
def test_a_screen_reader_chooses_the_row_of_the_cell_it_names(table, id_):
    cell = cell_of(table, id_)
    choice = QAccessible.queryAccessibleInterface(table).selectionInterface()

    assert choice.select(cell)
    assert table.chosen_ids() == (id_,)
    assert choice.isSelected(cell)
    assert choice.unselect(cell)
    assert table.chosen_ids() == ()


def test_a_screen_reader_toggles_the_row_of_the_cell_it_names(table):
    cell = cell_of(table, "s112").actionInterface()

    cell.doAction("Toggle")
    assert table.chosen_ids() == ("s112",)
    cell.doAction("Toggle")
    assert table.chosen_ids() == ()


def test_clicks_and_keys_choose_whole_rows(table):
    index = table.plan_tree.index_of("s111", BY_WHEN)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.chosen_ids() == ("s111", "s112")
    assert table.selectionModel().isRowSelected(index.row(), index.parent())
