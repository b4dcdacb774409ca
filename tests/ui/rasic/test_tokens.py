"""How a cell looks and is edited."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import letters, put_cursor


def cell_image(view: RasicView, index: QModelIndex) -> QImage:
    view.grid.scrollTo(index)
    return view.grid.viewport().grab(view.grid.visualRect(index).adjusted(3, 3, -3, -3)).toImage()


def test_letters_and_empty_cells_look_different(view: RasicView) -> None:
    put_cursor(view, "3.4", "ICT Manager")
    first = view.model.index(1, 0)
    images = [cell_image(view, first.siblingAtColumn(column)) for column in (0, 1, 5)]
    empty = cell_image(view, first.siblingAtColumn(4))
    assert all(image != empty for image in images)
    assert images[0] != images[1] != images[2]


def test_the_field_takes_letters_with_a_note(view: RasicView, qtbot: QtBot) -> None:
    cell = put_cursor(view, "1.1", "ICT Manager")
    view.grid.edit(view.grid.currentIndex())
    field = view.grid.findChild(QLineEdit, "rasic_cell_field")
    assert field is not None
    field.setText("C (prices)")
    view.grid.commitData(field)
    assert letters(view, cell) == "C"
    assert view.model.matrix.cell(*cell).qualifier == "prices"
