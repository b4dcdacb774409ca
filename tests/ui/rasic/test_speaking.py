"""What a screen reader is told about the matrix: row, column, letters and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import put_cursor


def said(view: RasicView) -> str:
    """The name of the cell under the cursor, as the accessibility interfaces give it."""
    index = view.grid.currentIndex()
    return name_at(view, index.row(), index.column())


def name_at(view: RasicView, row: int, column: int) -> str:
    """The name of a cell; -1 stands for the heads, which come before the cells."""
    face = QAccessible.queryAccessibleInterface(view.grid)
    child = face.child((row + 1) * (view.model.columnCount() + 1) + column + 1)
    assert child is not None
    return child.text(QAccessible.Text.Name)


def test_a_cell_says_row_column_letters_and_note(view: RasicView) -> None:
    put_cursor(view, "3.2.1", "Property Manager")
    assert said(view) == "3.2.1, Property Manager: Responsible"
    view.model.setData(view.grid.currentIndex(), "R (assist)")
    assert said(view) == "3.2.1, Property Manager: Responsible (assist)"


def test_a_cell_says_what_is_wrong_with_its_row_and_its_column(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "3.1", "ICT Manager")
    assert said(view).endswith("To look at: No Accountable")
    qtbot.keyClick(view.grid, Qt.Key.Key_A)
    put_cursor(view, "3.1", "Chief Executive")
    qtbot.keyClick(view.grid, Qt.Key.Key_A)
    assert said(view).endswith("Chief Executive: Accountable. To look at: Two Accountable")
    put_cursor(view, "1.1", "HR Manager")
    assert said(view) == "1.1, HR Manager: nothing. To look at: Too much to do"


def test_the_checks_of_a_row_are_spoken_too(view: RasicView) -> None:
    last = view.model.check_column
    put_cursor(view, "3.1", "ICT Manager")
    assert name_at(view, view.grid.currentIndex().row(), last) == "3.1, Checks: 3.1 has nobody Accountable."
    put_cursor(view, "1.1", "ICT Manager")
    assert name_at(view, view.grid.currentIndex().row(), last) == "1.1, Checks: in order"


def test_inherited_letters_are_said_to_come_from_above(view: RasicView) -> None:
    put_cursor(view, "1.1.1", "Director of Resources")
    assert said(view) == "1.1.1, Director of Resources: Accountable from the action above"


def test_the_table_has_its_cells_and_heads(view: RasicView) -> None:
    face = QAccessible.queryAccessibleInterface(view.grid)
    assert face.text(QAccessible.Text.Name) == "RASIC matrix"
    assert face.childCount() == (view.model.rowCount() + 1) * (view.model.columnCount() + 1)
    assert name_at(view, -1, 0).startswith("Joint Board")
    assert name_at(view, 1, -1).startswith("1.1 Agree")


def test_parts_around_the_matrix_have_names(view: RasicView) -> None:
    for widget in (view.grid, view.load_table, view._strip, view.grid.heads, view.grid.rows):
        assert widget.accessibleName()
