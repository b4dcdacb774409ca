from PySide6.QtCore import Qt

from mkplanner.ui.itemmodels.columns import BY_WHEN, COLUMNS, OWNER, REF, STATUS, TITLE
from tests.ui.plantable.steps import CTRL, SHIFT, go, key


def test_shift_and_arrows_choose_columns_side_by_side(qtbot, view):
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_Right, SHIFT)
    key(qtbot, view, Qt.Key.Key_Right, SHIFT)
    assert view.table.cells.columns() == [TITLE, BY_WHEN, OWNER]
    key(qtbot, view, Qt.Key.Key_Left, SHIFT)
    assert view.table.cells.columns() == [TITLE, BY_WHEN]
    key(qtbot, view, Qt.Key.Key_Down)
    assert view.table.cells.columns() == [TITLE]


def test_shift_space_chooses_the_row_and_ctrl_space_the_column(qtbot, view):
    go(view, "a22", BY_WHEN)
    key(qtbot, view, Qt.Key.Key_Space, SHIFT)
    assert view.table.cells.columns() == [TITLE, BY_WHEN, OWNER, STATUS]
    assert REF not in view.table.cells.columns()

    go(view, "a22", STATUS)
    key(qtbot, view, Qt.Key.Key_Space, CTRL)
    assert COLUMNS[view.table.cells.columns()[0]].key == "status"
    assert len(view.selected()) == len(view.model.plan.items)


def test_hidden_columns_are_passed_over(qtbot, view):
    view.table.head.setSectionHidden(BY_WHEN, True)
    go(view, "a22", TITLE)
    key(qtbot, view, Qt.Key.Key_Right, SHIFT)
    assert view.table.cells.columns() == [TITLE, OWNER]
