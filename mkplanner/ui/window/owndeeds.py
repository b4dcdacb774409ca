"""What the window does about itself: the help of the screen one is on, a second window, plans kept at the top."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mkplanner.ui.help.pages import PAGES

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow


def help_page(window: MainWindow) -> str:
    """Return the page for where the keyboard is, else that of the view on show."""
    from mkplanner.ui.help.window import page_for

    page = page_for(QApplication.focusWidget())
    if page != "guide":
        return page
    if window.desk is None:
        return "start"
    return window.desk.name if window.desk.name in PAGES else "guide"


def show_help_here(window: MainWindow) -> None:
    """Open the help at the page that belongs to where one is."""
    from mkplanner.ui.help.window import show_help

    show_help(window, help_page(window))


def open_window() -> None:
    """Start the program once more: a window of its own, which nothing in this one can hold up."""
    from PySide6.QtCore import QProcess

    is_frozen = getattr(sys, "frozen", False)
    QProcess.startDetached(sys.executable, [] if is_frozen else ["-m", "mkplanner"])


def turn_pin(window: MainWindow) -> None:
    """Keep the open plan at the top of the recent ones, or let it go."""
    from mkplanner.ui.files import recent

    if window.desk is not None:
        path = str(window.desk.opened.path)
        recent.pin(window.settings, path, not is_pinned(window))
        window.offer()


def is_pinned(window: MainWindow) -> bool:
    """Whether the open plan is kept at the top of the recent ones."""
    path = str(window.desk.opened.path) if window.desk is not None else ""
    return any(entry.pinned for entry in window.settings.now.recent if entry.path == path)
