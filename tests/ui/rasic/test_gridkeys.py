"""Every key of a workshop: going about, choosing ranges, opening and shutting, moving columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.ui import messages
from mkplanner.ui.rasic.gridkeys import GridKeys
from mkplanner.ui.rasic.view import RasicView
from tests.ui.rasic.test_grid import letters, put_cursor

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier


def where(view: RasicView) -> tuple[str, str]:
    index = view.grid.currentIndex()
    party = view.model.party(index.column())
    return view.model.entry(index.row()).number, party.name if party else "Checks"


@pytest.mark.parametrize(
    ("key", "modifier", "ends"),
    [
        (Key.Key_Home, Mod.NoModifier, ("1.1.2", "Joint Board")),
        (Key.Key_End, Mod.NoModifier, ("1.1.2", "Property Manager")),
        (Key.Key_Home, CTRL, ("1.1", "Joint Board")),
        (Key.Key_Left, CTRL, ("1.1.2", "Joint Board")),
        (Key.Key_Right, CTRL, ("1.1.2", "Property Manager")),
        (Key.Key_Up, CTRL, ("1.1", "Head of Legal")),
        (Key.Key_Up, Mod.NoModifier, ("1.1.1", "Head of Legal")),
        (Key.Key_Down, Mod.NoModifier, ("1.1.3", "Head of Legal")),
        (Key.Key_Return, Mod.NoModifier, ("1.1.3", "Head of Legal")),
        (Key.Key_Tab, Mod.NoModifier, ("1.1.2", "HR Manager")),
        (Key.Key_Backtab, SHIFT, ("1.1.2", "Head of Finance")),
    ],
)
def test_keys_lead_where_one_expects(
    view: RasicView, qtbot: QtBot, key: Key, modifier: Mod, ends: tuple[str, str]
) -> None:
    put_cursor(view, "1.1.2", "Head of Legal")
    qtbot.keyClick(view.grid, key, modifier)
    assert where(view) == ends


def test_the_last_cell_is_the_last_that_holds_letters(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.1", "Joint Board")
    qtbot.keyClick(view.grid, Key.Key_End, CTRL)
    last = [entry for entry in view.model.rows if not entry.item.kind.is_heading][-1]
    assert where(view) == (last.number, "Property Manager")
    qtbot.keyClick(view.grid, Key.Key_Down)
    assert where(view)[0] == last.number


def test_tab_goes_on_in_the_next_row_and_the_first_row_stays(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.4.3", "Property Manager")
    qtbot.keyClick(view.grid, Key.Key_Tab)
    assert where(view) == ("2.1", "Joint Board")
    put_cursor(view, "1.1", "Joint Board")
    qtbot.keyClick(view.grid, Key.Key_Up)
    assert where(view) == ("1.1", "Joint Board")


def test_shift_chooses_a_range_and_letters_go_into_all_of_it(view: RasicView, qtbot: QtBot) -> None:
    first = put_cursor(view, "3.1", "ICT Manager")
    qtbot.keyClick(view.grid, Key.Key_Right, SHIFT)
    qtbot.keyClick(view.grid, Key.Key_Down, SHIFT)
    rows, columns = view.grid.chosen_span()
    assert (len(rows), len(columns)) == (2, 2)
    qtbot.keyClick(view.grid, Key.Key_I)
    assert all("I" in letters(view, cell) for cell in view.grid.chosen())
    view._bridge.undo()
    assert "I" not in letters(view, first)


def test_a_whole_row_and_a_whole_column_are_chosen(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "3.1", "ICT Manager")
    qtbot.keyClick(view.grid, Key.Key_Space, SHIFT)
    assert [len(part) for part in view.grid.chosen_span()] == [1, 11]
    put_cursor(view, "3.1", "ICT Manager")
    qtbot.keyClick(view.grid, Key.Key_Space, CTRL)
    assert [len(part) for part in view.grid.chosen_span()] == [50, 1]
    assert where(view) == ("3.1", "ICT Manager")


def test_a_row_is_shut_and_opened_and_the_cursor_never_gets_lost(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.1.2", "Head of Legal")
    rows = view.model.rowCount()
    qtbot.keyClicks(view.grid, "-")
    assert where(view) == ("1.1", "Head of Legal")
    assert view.model.rowCount() == rows - 4
    qtbot.keyClicks(view.grid, "+")
    assert view.model.rowCount() == rows
    view.handlers()["collapse_all"]()
    assert all(entry.depth < 2 for entry in view.model.rows)
    view.select(next(e.item.id for e in view.model.matrix.rows if e.number == "1.1.2"))
    assert where(view) == ("1.1.2", "Head of Legal")


def test_columns_move_within_their_council_and_councils_among_each_other(view: RasicView, qtbot: QtBot) -> None:
    put_cursor(view, "1.1", "Head of Legal")
    qtbot.keyClick(view.grid, Key.Key_Left, ALT)
    assert [party.name for party in view.model.columns[2:5]] == ["Head of Legal", "Head of Finance", "HR Manager"]
    assert where(view) == ("1.1", "Head of Legal")
    qtbot.keyClick(view.grid, Key.Key_Left, ALT)
    assert view.model.columns[2].name == "Head of Legal", "it is at the edge of its council"
    qtbot.keyClick(view.grid, Key.Key_Left, ALT | SHIFT)
    assert view.model.groups[0][0] == "Aldermere Council"
    view._bridge.undo()
    view._bridge.undo()
    assert [party.name for party in view.model.columns[2:5]] == ["Head of Finance", "Head of Legal", "HR Manager"]


def test_letters_are_those_of_the_plans_set(view: RasicView, qtbot: QtBot, recorder: messages.Recorder) -> None:
    view._bridge.run(UseLetterSet("DACI"))
    cell = put_cursor(view, "3.1", "Chief Executive")
    qtbot.keyClick(view.grid, Key.Key_D)
    assert letters(view, cell) == "R"
    assert view.grid.currentIndex().data() == "D"
    qtbot.keyClick(view.grid, Key.Key_S)
    assert letters(view, cell) == "R"
    assert recorder.notes[-1] == "“S” is not a DACI letter; use D, A, C or I."


@pytest.mark.parametrize("text", ["r", "?", "+", "-"])
def test_no_shortcut_of_the_window_takes_a_key_of_the_grid(view: RasicView, text: str) -> None:
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, 0, Mod.NoModifier, text)
    assert GridKeys(view.grid).keeps(event)
