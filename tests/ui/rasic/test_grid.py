"""Letters typed, added, cleared, filled, copied and pasted: a workshop without a mouse."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mkplanner.models.outline import numbers
from mkplanner.ui import messages
from mkplanner.ui.rasic.view import RasicView

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def put_cursor(view: RasicView, number: str, party: str) -> tuple[str, str]:
    plan = view.model.matrix.plan
    item = next(id_ for id_, found in numbers(plan).items() if found == number)
    column = next(place for place, row in enumerate(view.model.matrix.parties) if row.name == party)
    row = view.model.row_of(item)
    assert row is not None
    view.grid.setCurrentIndex(view.model.index(row, column))
    return item, view.model.matrix.parties[column].id


def letters(view: RasicView, cell: tuple[str, str]) -> str:
    return view.model.matrix.cell(*cell).letters


def test_a_letter_goes_in_and_out_among_others_and_shift_puts_it_alone(view: RasicView, qtbot: QtBot) -> None:
    cell = put_cursor(view, "3.1", "Chief Executive")
    qtbot.keyClick(view.grid, Key.Key_A)
    assert letters(view, cell) == "A"
    qtbot.keyClick(view.grid, Key.Key_R)
    assert letters(view, cell) == "AR"
    qtbot.keyClick(view.grid, Key.Key_A)
    assert letters(view, cell) == "R"
    qtbot.keyClick(view.grid, Key.Key_C, Shift)
    assert letters(view, cell) == "C"
    qtbot.keyClick(view.grid, Key.Key_Delete)
    assert letters(view, cell) == ""


def test_filling_in_who_is_accountable_settles_the_row_at_once(view: RasicView, qtbot: QtBot) -> None:
    item, _ = put_cursor(view, "3.1", "Chief Executive")
    row = view.model.matrix.plan.items[item]
    assert view.model.matrix.remark(row)[1] == "No Accountable"
    qtbot.keyClick(view.grid, Key.Key_A)
    assert view.model.matrix.is_settled(row)
    put_cursor(view, "3.1", "ICT Manager")
    qtbot.keyClick(view.grid, Key.Key_A)
    assert view.model.matrix.remark(row)[1] == "Two Accountable"


def test_a_block_is_filled_down_and_comes_back_with_one_undo(view: RasicView, qtbot: QtBot) -> None:
    top = put_cursor(view, "1.2.1", "Property Manager")
    qtbot.keyClick(view.grid, Key.Key_S)
    index = view.grid.currentIndex()
    below = view.model.index(index.row() + 2, index.column())
    view.grid.selectionModel().select(
        below.sibling(index.row() + 1, index.column()), QItemSelectionModel.SelectionFlag.Select
    )
    view.grid.selectionModel().select(below, QItemSelectionModel.SelectionFlag.Select)
    view.grid.lettering.fill_down()
    party = top[1]
    filled = [letters(view, (view.model.entry(index.row() + down).item.id, party)) for down in range(3)]
    assert filled == ["S", "S", "S"]
    view._bridge.undo()
    assert [letters(view, (view.model.entry(index.row() + down).item.id, party)) for down in range(3)] == ["S", "", ""]


def test_a_block_goes_through_the_clipboard_as_lines_of_cells(view: RasicView) -> None:
    put_cursor(view, "3.2.1", "Property Manager")
    view.grid.lettering.copy()
    assert QGuiApplication.clipboard().text() == "R"
    QGuiApplication.clipboard().setText("A/R\tC\n\tS (once)")
    cell = put_cursor(view, "3.2.1", "Chief Executive")
    view.grid.lettering.paste()
    assert letters(view, cell) == "AR"
    below = view.model.entry(view.grid.currentIndex().row() + 1).item.id
    assert letters(view, (below, view.model.matrix.parties[view.grid.currentIndex().column() + 1].id)) == "S"


def test_a_block_that_cannot_be_read_is_not_pasted_at_all(view: RasicView, recorder: messages.Recorder) -> None:
    cell = put_cursor(view, "3.2.1", "Chief Executive")
    before = view.model.matrix.plan
    QGuiApplication.clipboard().setText("R\nby Friday at the latest")
    view.grid.lettering.paste()
    assert view.model.matrix.plan is before
    assert letters(view, cell) == ""
    assert "by Friday" in recorder.notes[0]


def test_another_letter_is_told_and_changes_nothing(view: RasicView, qtbot: QtBot, recorder: messages.Recorder) -> None:
    put_cursor(view, "1.1", "ICT Manager")
    before = view.model.matrix.plan
    qtbot.keyClick(view.grid, Key.Key_X)
    assert view.model.matrix.plan is before
    assert "not a RASIC letter" in recorder.notes[0]


@pytest.mark.parametrize("down", [1, -1])
def test_arrows_skip_headings_which_hold_no_letters(view: RasicView, qtbot: QtBot, down: int) -> None:
    number = "1.4.3" if down == 1 else "2.1"
    put_cursor(view, number, "ICT Manager")
    qtbot.keyClick(view.grid, Key.Key_Down if down == 1 else Key.Key_Up)
    entry = view.model.entry(view.grid.currentIndex().row())
    assert entry.number == ("2.1" if down == 1 else "1.4.3")


def test_a_note_is_typed_behind_the_letters(view: RasicView, qtbot: QtBot) -> None:
    cell = put_cursor(view, "1.1", "ICT Manager")
    assert view.model.setData(view.grid.currentIndex(), "S (licences)")
    assert view.model.matrix.cell(*cell).qualifier == "licences"
    assert not view.model.setData(view.grid.currentIndex(), "perhaps")
    assert letters(view, cell) == "S"


def test_going_to_a_row_chooses_it_alone_though_ctrl_or_shift_is_still_held(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.1", "Chief Executive")
    qtbot.keyPress(view.grid, Key.Key_Shift, Shift)
    wanted = next(id_ for id_, found in numbers(view.model.matrix.plan).items() if found == "2.2")
    view.select(wanted)
    qtbot.keyRelease(view.grid, Key.Key_Shift)

    assert view.selected() == (wanted,)
