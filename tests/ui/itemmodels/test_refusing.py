import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.rasic.view import RasicView
from tests.ui.saltway import bridge_of, timetable_of

WHY = "The folder can only be read, so this plan can only be looked at."


@pytest.fixture
def bridge():
    made = bridge_of()
    made.read_only = WHY
    return made


def test_no_cell_of_the_table_opens_and_the_reason_is_told_at_once(qtbot, recorder, bridge):
    table = timetable_of(qtbot, bridge).table
    table.choose("a22", TITLE)
    for press in (lambda: qtbot.keyClick(table, Qt.Key.Key_F2), lambda: qtbot.keyClick(table, Qt.Key.Key_X)):
        recorder.notes.clear()
        press()
        assert table.state() != QAbstractItemView.State.EditingState
        assert recorder.notes == [WHY]


def test_going_about_in_the_table_says_nothing(qtbot, recorder, bridge):
    table = timetable_of(qtbot, bridge).table
    table.choose("a22", TITLE)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Tab):
        qtbot.keyClick(table, key)

    assert recorder.notes == []


def test_no_cell_of_the_matrix_opens_either(qtbot, recorder, bridge):
    view = RasicView(bridge)
    qtbot.addWidget(view)
    view.show()
    view.grid.setCurrentIndex(view.model.index(1, 0))
    qtbot.keyClick(view.grid, Qt.Key.Key_F2)

    assert view.grid.state() != QAbstractItemView.State.EditingState
    assert recorder.notes == [WHY]
