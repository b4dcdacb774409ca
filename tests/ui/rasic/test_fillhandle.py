"""Dragging the corner of what is chosen."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mkplanner.ui.rasic.fillhandle import FillHandle
from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import put_cursor
from tests.ui.rasic.test_lettering import cell

LEFT = Qt.MouseButton.LeftButton


def drag(view: RasicView, qtbot: QtBot, target: QPoint) -> None:
    place = view.grid.handle.place()
    assert place is not None
    port = view.grid.viewport()
    qtbot.mousePress(port, LEFT, pos=place.center())
    qtbot.mouseMove(port, place.center() + QPoint(2, 2))
    qtbot.mouseMove(port, target)
    qtbot.mouseRelease(port, LEFT, pos=target)


def test_dragging_down_repeats_the_cell_and_one_undo_takes_it_back(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.1", "Property Manager")
    row, column = view.grid.currentIndex().row(), view.grid.currentIndex().column()
    view.grid.lettering.type_letter("C")
    drag(view, qtbot, view.grid.visualRect(view.model.index(row + 3, column)).center())
    assert [cell(view, row + down, column)[0] for down in range(4)] == ["C"] * 4
    assert [len(part) for part in view.grid.chosen_span()] == [4, 1]
    view._bridge.undo()
    assert [cell(view, row + down, column)[0] for down in range(1, 4)] == [""] * 3


def test_dragging_right_repeats_a_block_of_two_in_turn(view: RasicView, qtbot: QtBot) -> None:
    view.grid.choose([4], [0, 1])
    first = [cell(view, 4, column) for column in (0, 1)]
    drag(view, qtbot, view.grid.visualRect(view.model.index(4, 5)).center())
    assert [cell(view, 4, column) for column in range(6)] == first * 3


def test_letting_go_at_once_changes_nothing(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.1", "Joint Board")
    before = view.model.matrix.plan
    handle: FillHandle = view.grid.handle
    drag(view, qtbot, handle.place().center())
    assert view.model.matrix.plan is before
    assert handle.target is None
