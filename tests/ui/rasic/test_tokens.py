"""How a cell looks and is edited."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from mkplanner.ui import messages
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


def test_enter_keeps_the_note_and_words_that_are_no_letters_are_told(
    view: RasicView, qtbot: QtBot, recorder: messages.Recorder
) -> None:
    cell = put_cursor(view, "1.1", "ICT Manager")
    for text in ("R (assist)", "perhaps"):
        put_cursor(view, "1.1", "ICT Manager")
        view._edit()
        field = view.grid.viewport().findChildren(QLineEdit)[-1]
        field.setText(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: view.grid.state() is not QAbstractItemView.State.EditingState)
        assert view.model.entry(view.grid.currentIndex().row()).number == "1.1.1"
    assert view.model.matrix.cell(*cell).qualifier == "assist"
    assert recorder.notes == ["“perhaps” holds no RASIC letters, so nothing was changed."]
