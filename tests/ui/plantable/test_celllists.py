import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from mkplanner.ui.editors.dateedit import DateEdit
from mkplanner.ui.editors.partypicker import PartyEdit
from mkplanner.ui.itemmodels.columns import BY_WHEN, OWNER, STATUS, TITLE
from tests.ui.plantable.steps import ALT, SHIFT, editor, plan_of

DOWN = Qt.Key.Key_Down


def test_the_names_of_the_plan_are_listed_whatever_stands_in_the_cell(qtbot, view):
    view.table.edit_cell("a11", OWNER)
    edit = editor(view, PartyEdit)
    qtbot.keyClick(edit, DOWN, ALT)
    popup = edit.completer().popup()

    assert popup.isVisible()
    assert popup.model().rowCount() == len(plan_of(view).parties)
    assert popup.width() > popup.sizeHintForColumn(0)
    popup.hide()


def test_the_statuses_drop_down(qtbot, view):
    view.table.edit_cell("a11", STATUS)
    box = editor(view, QComboBox)
    qtbot.keyClick(box, DOWN, ALT)
    assert box.view().isVisible()
    box.hidePopup()


def test_a_date_has_its_calendar(qtbot, view):
    view.table.edit_cell("a11", BY_WHEN)
    edit = editor(view, DateEdit)
    qtbot.keyClick(edit, DOWN, ALT)
    assert edit.popup.calendar is not None


@pytest.mark.parametrize("held", [ALT, ALT | SHIFT])
@pytest.mark.parametrize("key", [Qt.Key.Key_Up, DOWN, Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_while_words_are_typed_no_row_is_moved(qtbot, view, key, held):
    view.table.edit_cell("a12", TITLE)
    from mkplanner.ui.editors.celledit import CellEdit

    edit = editor(view, CellEdit)
    qtbot.keyClick(edit, key, held)
    assert view._bridge.undo_title is None
    assert edit.isVisible()
