"""An editor and the frame under it go together."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from mkplanner.ui.editors.popupcell import PopupCell


class Frame(QFrame):
    def stand_by(self, cell):
        self.cell = cell
        self.show()


@pytest.fixture
def cell(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    made = PopupCell(window)
    made.frame = Frame(window)
    made.attach(made.frame)
    window.show()
    return made


def test_the_frame_stands_by_the_cell_wherever_that_goes(cell):
    cell.take_place(QRect(20, 30, 200, 40), QRect(0, 0, 600, 400))
    assert cell.frame.cell == QRect(20, 30, 200, 40)
    cell.take_place(QRect(20, 90, 200, 40), QRect(0, 0, 600, 400))
    assert cell.frame.cell.top() == 90


def test_what_stands_in_the_frame_belongs_to_the_editor(cell):
    inside, outside = QLineEdit(cell.frame), QLineEdit(cell.parentWidget())
    assert cell.owns(inside)
    assert cell.owns(cell)
    assert not cell.owns(outside)
    assert not cell.owns(None)


def test_the_frame_goes_with_the_editor(cell):
    cell.show()
    cell.take_place(QRect(20, 30, 200, 40), QRect(0, 0, 600, 400))
    cell.hide()
    assert cell.is_over
    assert cell.frame.isHidden()
