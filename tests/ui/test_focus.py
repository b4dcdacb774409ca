"""Esc leads out of everything, and the cursor is always somewhere: after a popover, an editor, a form or a row has gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.ui.itemmodels.columns import BY_WHEN, TITLE
from tests.ui.dialogs import DIALOGS

NO_WAY_BACK = {"ProgressWindow"}
"""Esc there asks the work to stop, and the window goes when it has."""


def press(qtbot, *keys: str) -> None:
    for key in keys:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        if (popup := QApplication.activePopupWidget()) is not None:
            target = popup.focusWidget() or popup
        assert target is not None, f"nobody gets {key}"
        (combination,) = QKeySequence(key)
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        qtbot.wait(20)


@pytest.fixture
def opened(plan_window, qtbot):
    """A window with the cursor in the table."""
    plan_window.activateWindow()
    qtbot.waitUntil(plan_window.isActiveWindow)
    plan_window.desk.view.setFocus()
    qtbot.waitUntil(plan_window.desk.view.table.hasFocus)
    return plan_window


def table_of(window):
    return window.desk.view.table


def at_home(widget: QWidget) -> bool:
    """Whether the cursor is in a widget, with nothing before it."""
    return QApplication.activePopupWidget() is None and QApplication.focusWidget() is widget


@pytest.mark.parametrize("column", [TITLE, BY_WHEN])
def test_esc_leaves_the_editor_of_a_cell(opened, qtbot, column):
    table = table_of(opened)
    table.choose("a", column)
    press(qtbot, "F2")
    assert not at_home(table)
    press(qtbot, "Escape")
    if not at_home(table):  # the first closes the list or the reading under the cell
        press(qtbot, "Escape")
    assert at_home(table)


def test_esc_leaves_dates_held_on_the_chart_and_the_question_about_words(opened, qtbot):
    table = table_of(opened)
    table.choose("a", BY_WHEN)
    press(qtbot, "Ctrl+M", "Right", "Return")
    asking = QApplication.activePopupWidget()
    assert asking is not None
    assert asking.accessibleName()
    assert asking.focusWidget().accessibleName() == "Reason for the new date"
    press(qtbot, "Escape")
    assert at_home(table)
    press(qtbot, "Ctrl+M", "Right", "Escape")
    assert at_home(table)
    assert opened.desk.bridge.plan.items["a"].by_when.words == "By 31 March 2027"


def test_esc_leaves_a_link(opened, qtbot):
    table = table_of(opened)
    opened.desk.bridge.run(LinkItems("a1", "b"))
    table.choose("b", TITLE)
    press(qtbot, "Ctrl+Shift+F2", "Return")
    editor = QApplication.activePopupWidget()
    assert editor is not None
    assert editor.accessibleName()
    press(qtbot, "Escape")
    assert at_home(table)
    press(qtbot, "Escape")
    assert at_home(table)


def test_esc_leaves_the_name_of_a_post(opened, qtbot):
    opened.show_view("rasic")
    grid = opened.desk.view.grid
    qtbot.waitUntil(grid.hasFocus)
    opened.desk.handlers()["rename_party"]()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(qtbot, "Escape")
    qtbot.waitUntil(lambda: at_home(grid))


def test_a_row_that_goes_leaves_the_cursor_on_another(opened, qtbot):
    table = table_of(opened)
    for id_ in ("a1", "b"):
        table.choose(id_, TITLE)
        press(qtbot, "Ctrl+Del")
        assert at_home(table)
        assert table.currentIndex().isValid()
        assert opened.desk.selected() != (id_,)
    press(qtbot, "Ctrl+I")
    press(qtbot, "Escape")
    assert at_home(table)
    opened.desk.bridge.undo()
    qtbot.wait(20)
    assert at_home(table)
    assert table.currentIndex().isValid()


def test_forms_in_the_details_leave_the_cursor_in_the_details(opened, qtbot):
    opened.desk.bridge.run(AddUpdate("a", "Begun"))
    opened.desk.select("a")
    row = opened.docks.details.row
    for section in row.sections.values():
        section.head.setChecked(True)
    row.updates.open_form()
    qtbot.wait(20)
    press(qtbot, "Escape")
    assert opened.docks.details.isAncestorOf(QApplication.focusWidget())
    row.date._open_part(0)
    qtbot.wait(20)
    press(qtbot, "Escape")
    assert opened.docks.details.isAncestorOf(QApplication.focusWidget())
    press(qtbot, "Escape")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def test_esc_closes_every_dialogue(qtbot, opened):
    stuck = []
    for name, make in DIALOGS.items():
        dialog = make(opened)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        for _ in range(2):  # the first may empty a box of words to look for
            if dialog.isVisible():
                QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        if dialog.isVisible() and name not in NO_WAY_BACK:
            stuck.append(name)
        dialog.hide()
    assert stuck == []
