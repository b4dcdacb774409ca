import sys

from PySide6.QtCore import QProcess

from mkplanner.ui.help.window import HelpWindow
from mkplanner.ui.window.owndeeds import help_page, is_pinned, open_window


def test_f1_opens_the_page_of_the_screen(plan_window, qtbot):
    plan_window.desk.view.setFocus()
    assert help_page(plan_window) in ("timetable", "guide")
    plan_window.commands["help_here"].trigger()
    opened = plan_window.findChild(HelpWindow)
    assert opened.pages.currentItem().text() == "The timetable"
    opened.close()
    plan_window.show_view("rasic")
    assert help_page(plan_window) == "rasic"


def test_the_first_page_has_its_own_help(window):
    assert help_page(window) == "start"


def test_a_second_window_is_a_program_of_its_own(monkeypatch):
    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *what: started.append(what))
    open_window()
    assert started == [(sys.executable, ["-m", "mkplanner"])]


def test_the_open_plan_is_pinned_and_let_go(plan_window):
    assert not is_pinned(plan_window)
    plan_window.commands["pin_plan"].trigger()
    assert is_pinned(plan_window)
    assert plan_window.commands["pin_plan"].isChecked()
    plan_window.commands["pin_plan"].trigger()
    assert not is_pinned(plan_window)
