"""Tab goes through every window and dialogue as it is read, whenever its parts were made."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.commands.progress import AddUpdate
from mkplanner.ui.readingorder import OrderedDialog, stops_in, thread
from tests.ui.dialogs import DIALOGS


def tabbed(window: QWidget) -> list[QWidget]:
    """Every stop in the order in which Qt goes through them."""
    found, widget = [], window.nextInFocusChain()
    wanted = set(stops_in(window))
    while widget is not window:
        if widget in wanted:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def jumps(window: QWidget) -> list[str]:
    """Where the order goes back up in the same column, or back to the left on the same line."""
    found = []
    for one, other in pairwise(each for each in stops_in(window) if not each.visibleRegion().isEmpty()):
        before, after = (QRect(each.mapTo(window, QPoint(0, 0)), each.size()) for each in (one, other))
        is_above = (
            after.bottom() <= before.top() + 2 and after.left() <= before.right() and before.left() <= after.right()
        )
        is_left = abs(before.center().y() - after.center().y()) < 8 and after.right() <= before.left()
        if is_above or is_left:
            found.append(f"{one.objectName()} {before.getRect()} -> {other.objectName()} {after.getRect()}")
    return found


def test_a_field_made_later_is_reached_in_its_place(qtbot):
    dialog = OrderedDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    first, last = QLineEdit(), QPushButton("Keep")
    layout.addWidget(first)
    layout.addWidget(last)
    late = QLineEdit()
    layout.insertWidget(1, late)
    dialog.show()
    dialog.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert late.hasFocus()
    QTest.keyClick(late, Qt.Key.Key_Tab)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert late.hasFocus()


@pytest.mark.parametrize("view", ["timetable", "rasic", "updates"])
def test_tab_goes_through_the_window_as_it_is_read(plan_window, view, qtbot):
    plan_window.show_view(view)
    for name in ("details", "notices"):
        if not plan_window.docks.is_open(name):
            plan_window.docks.toggle(name)
    plan_window.desk.bridge.run(AddUpdate("a", "Begun"))
    plan_window.desk.select("a")
    row = plan_window.docks.details.row
    for section in row.sections.values():
        section.head.setChecked(True)
    row.updates.open_form()
    row.date._open_part(0)
    qtbot.wait(20)
    thread(plan_window)

    order = list(stops_in(plan_window))
    assert tabbed(plan_window) == order
    names = [each.objectName() for each in order]
    assert names.index("by_when_words") < names.index("change_part_0") < names.index("head_who")
    assert names.index("new_party") < names.index("head_updates") < names.index("update_text")
    assert jumps(plan_window) == []


def test_tab_goes_through_the_start_page_as_it_is_read(window):
    thread(window)
    assert tabbed(window) == list(stops_in(window))
    assert jumps(window) == []


def test_tab_goes_through_every_dialogue_as_it_is_read(qtbot, plan_window):
    wrong = {}
    for name, make in DIALOGS.items():
        dialog = make(plan_window)
        qtbot.addWidget(dialog)
        dialog.show()
        thread(dialog)
        order = list(stops_in(dialog))
        wrong[name] = jumps(dialog) + ([] if tabbed(dialog) == order and order else [str(len(order))])
        dialog.hide()
    assert {name: places for name, places in wrong.items() if places} == {}
