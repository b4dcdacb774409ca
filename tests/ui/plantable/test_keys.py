from PySide6.QtCore import QPoint, Qt

from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.itemmodels.columns import BY_WHEN, DONE, OWNER, REF, STATUS, TITLE
from mkplanner.ui.itemmodels.treerows import NEW_ROW
from mkplanner.ui.plantable.keys import TableKeys
from tests.ui.plantable.steps import ALT, CTRL, SHIFT, at, editor, go, key


def test_arrows_go_from_cell_to_cell(qtbot, view):
    go(view, "a12", TITLE)
    key(qtbot, view, Qt.Key.Key_Right)
    assert at(view) == ("a12", BY_WHEN)
    key(qtbot, view, Qt.Key.Key_Left)
    key(qtbot, view, Qt.Key.Key_Left)
    assert at(view) == ("a12", REF)
    key(qtbot, view, Qt.Key.Key_Left)
    assert at(view) == ("a12", REF)
    key(qtbot, view, Qt.Key.Key_Down)
    assert at(view) == ("t2", REF)


def test_tab_goes_on_and_from_the_last_cell_to_the_next_row(qtbot, view):
    go(view, "a21", OWNER)
    key(qtbot, view, Qt.Key.Key_Tab)
    assert at(view) == ("a21", STATUS)
    key(qtbot, view, Qt.Key.Key_Tab)
    assert at(view) == ("a22", REF)
    key(qtbot, view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert at(view) == ("a21", STATUS)


def test_hidden_columns_are_passed_over_and_shown_ones_not(qtbot, view):
    view.table.head.column_menu().findChild(object, "show_percent").setChecked(True)
    go(view, "a21", STATUS)
    key(qtbot, view, Qt.Key.Key_Right)

    assert at(view) == ("a21", DONE)


def test_enter_goes_down_and_at_the_end_opens_the_line_for_a_new_action(qtbot, view):
    go(view, "a25", TITLE)
    key(qtbot, view, Qt.Key.Key_Return)
    assert view.table.currentIndex().internalId() == NEW_ROW
    key(qtbot, view, Qt.Key.Key_Return)
    assert editor(view, CellEdit).toPlainText() == ""


def test_rows_open_and_shut_by_keys(qtbot, view):
    go(view, "s111", TITLE)
    key(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert at(view) == ("a11", TITLE)
    key(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert not view.table.isExpanded(view.model.index_of("a11"))
    key(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.table.isExpanded(view.model.index_of("a11"))


def test_the_sign_before_a_row_opens_and_shuts_it_without_selecting(qtbot, view):
    index = view.model.index_of("a11")
    top = view.table.visualRect(index).top()
    box = view.table.painter.chevron_rect(index.internalId(), top)
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center().x(), top + 8))

    assert not view.table.isExpanded(index)
    assert view.selected() == ()


def test_the_table_has_keys_of_its_own(view):
    assert isinstance(view.table.keys, TableKeys)
    assert set(view.table.keys.doings) == set(view.handlers())


def test_ctrl_home_and_end_go_to_the_corners_of_the_table(qtbot, view):
    go(view, "a12", BY_WHEN)
    key(qtbot, view, Qt.Key.Key_Home, CTRL)
    assert at(view) == ("t1", REF)
    assert view.selected() == ("t1",)
    key(qtbot, view, Qt.Key.Key_End, CTRL)
    assert at(view)[0] == "a25"
    key(qtbot, view, Qt.Key.Key_Home)
    assert at(view) == ("a25", REF)


def test_alt_shift_and_arrows_move_rows_as_word_moves_paragraphs(qtbot, view):
    go(view, "a12", TITLE)
    key(qtbot, view, Qt.Key.Key_Up, ALT | SHIFT)
    assert view._bridge.undo_title == "Move row"
    assert at(view)[0] == "a12"


def test_tab_after_a_new_action_goes_to_its_own_next_cell_and_enter_to_the_next_new_one(qtbot, view):
    for ending, column in ((Qt.Key.Key_Return, TITLE), (Qt.Key.Key_Tab, BY_WHEN)):
        view.table.go_to(view.table.new_row_index())
        key(qtbot, view, Qt.Key.Key_Return)
        open_editor = editor(view, CellEdit)
        open_editor.setPlainText(f"Agree the scope {column}")
        qtbot.keyClick(open_editor, ending)
        current = view.table.currentIndex()
        assert current.column() == column
        assert (current.internalId() == NEW_ROW) == (column == TITLE)

    assert view.model.item(view.table.currentIndex().internalId()).title == f"Agree the scope {BY_WHEN}"


def test_tab_on_an_empty_line_for_a_new_action_stays_there(qtbot, view):
    view.table.go_to(view.table.new_row_index())
    key(qtbot, view, Qt.Key.Key_Return)
    qtbot.keyClick(editor(view, CellEdit), Qt.Key.Key_Tab)

    assert view.table.currentIndex().internalId() == NEW_ROW
