"""Whatever the keyboard can reach has a name, a role and a state for screen readers, on every screen and in every dialogue."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from mkplanner.models.commands.progress import AddUpdate
from tests.ui.dialogs import DIALOGS

SILENT_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Whitespace}


def nameless(window: QWidget) -> list[str]:
    """What can take the keyboard and says nothing of itself."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        if widget.focusProxy() is not None:
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip() or spoken.role() in SILENT_ROLES:
            place = " in ".join(each.objectName() or type(each).__name__ for each in _way(widget, window))
            found.append(f"{place} ({spoken.role() if spoken else 'nothing'})")
    return found


def _way(widget: QWidget, top: QWidget):
    while widget is not None and widget is not top:
        yield widget
        widget = widget.parentWidget()


def test_the_start_page_is_named(window):
    assert nameless(window) == []


@pytest.mark.parametrize("view", ["timetable", "rasic", "updates", "board"])
def test_a_plan_is_named_in_every_view(plan_window, view):
    plan_window.show_view(view)
    for name in ("details", "notices"):
        if not plan_window.docks.is_open(name):
            plan_window.docks.toggle(name)
    assert nameless(plan_window) == []


def test_the_details_are_named_with_everything_open(plan_window):
    plan_window.desk.bridge.run(AddUpdate("a", "Begun"))
    plan_window.desk.select("a")
    row = plan_window.docks.details.row
    for section in row.sections.values():
        section.head.setChecked(True)
    row.updates.open_form()
    row.date._open_part(0)
    assert nameless(plan_window) == []
    plan_window.docks.details.show_items(("a", "b"))
    assert nameless(plan_window) == []


def test_every_dialogue_is_named(qtbot, plan_window):
    silent = {}
    for name, make in DIALOGS.items():
        dialog = make(plan_window)
        qtbot.addWidget(dialog)
        dialog.show()
        silent[name] = nameless(dialog) + ([] if dialog.windowTitle() else ["no title"])
        dialog.hide()
    assert {name: things for name, things in silent.items() if things} == {}


def test_a_widget_without_a_name_is_found(qtbot):
    top = QWidget()
    qtbot.addWidget(top)
    silent = QWidget(top)
    silent.setObjectName("silent")
    silent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    top.show()
    assert len(nameless(top)) == 1
