"""Whatever the keyboard can reach has a name, a role and a state for screen readers, on every screen and in every dialogue."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMenu, QTabBar, QToolButton, QWidget

from mkplanner.models.commands.progress import AddUpdate
from tests.ui.dialogs import DIALOGS

SILENT_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Whitespace}
LIKE_A_CLASS = re.compile(r"Q[A-Z]\w+|_?(?:[A-Z][a-z]+){2,}|qt_\w+")
"""How a name looks that a programmer gave and no user should hear."""


def nameless(window: QWidget) -> list[str]:
    """What can take the keyboard, or be pressed with the mouse, and says nothing of itself."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not widget.isEnabled() or widget.focusProxy() is not None:
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not isinstance(widget, QAbstractButton):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name).strip() if spoken is not None else ""
        if spoken is None or not name or LIKE_A_CLASS.fullmatch(name) or "&" in name or spoken.role() in SILENT_ROLES:
            place = " in ".join(each.objectName() or type(each).__name__ for each in _way(widget, window))
            found.append(f"{place} ({spoken.role() if spoken else 'nothing'})")
    return found


def twice(window: QWidget) -> dict[str, list[str]]:
    """The letters that two parts of a window would answer to, with what they say."""
    said = [
        words for widget in window.findChildren(QWidget) if widget.isVisibleTo(window) for words in _lettered(widget)
    ]
    letters = [(QKeySequence.mnemonic(words).toString(), words) for words in said]
    times = Counter(letter for letter, _words in letters)
    return {
        letter: [words for other, words in letters if other == letter]
        for letter in times
        if letter and times[letter] > 1
    }


def _lettered(widget: QWidget) -> list[str]:
    if isinstance(widget, QTabBar):
        return [widget.tabText(place) for place in range(widget.count())]
    if isinstance(widget, QGroupBox):
        return [widget.title()]
    is_picture = isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    has_buddy = isinstance(widget, QLabel) and widget.buddy() is not None
    if has_buddy or (isinstance(widget, QAbstractButton) and not is_picture):
        return [widget.text()]
    return []


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


@pytest.mark.parametrize("view", ["timetable", "rasic", "updates"])
def test_every_menu_is_named_and_no_letter_of_it_means_two_things(plan_window, view):
    plan_window.show_view(view)
    plan_window.desk.select("a")
    wrong = {}
    for menu in plan_window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        entries = [entry for entry in menu.actions() if not entry.isSeparator() and entry.isVisible()]
        times = Counter(QKeySequence.mnemonic(entry.text()).toString() for entry in entries)
        wrong[menu.title()] = [letter for letter in times if letter and times[letter] > 1]
        wrong[menu.title()] += [entry.objectName() for entry in entries if not entry.text().strip()]
    assert {name: letters for name, letters in wrong.items() if letters} == {}


def test_every_dialogue_is_named_and_no_letter_of_it_means_two_things(qtbot, plan_window):
    silent = {}
    for name, make in DIALOGS.items():
        dialog = make(plan_window)
        qtbot.addWidget(dialog)
        dialog.show()
        silent[name] = nameless(dialog) + ([] if dialog.windowTitle() else ["no title"])
        silent[name] += [f"{letter}: {words}" for letter, words in twice(dialog).items()]
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
