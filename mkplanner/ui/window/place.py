"""Where the window stands: as it was last time, or the usual size as far as the screen has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow

USUAL_SIZE = QSize(1280, 724)
SMALL_SCREEN = 1500
"""Pixels; on a screen less wide the first window takes all of it."""


def restore_place(window: MainWindow) -> None:
    """Take the size and place of last time, or the usual size as far as the screen has room."""
    window.resize(USUAL_SIZE.boundedTo(window.screen().availableSize()))
    if window.settings.now.window:
        window.restoreGeometry(QByteArray.fromBase64(window.settings.now.window.encode()))


def show_in_place(window: MainWindow) -> None:
    """Show the window where it was; the first time, all over a small screen."""
    if not window.settings.now.window and window.screen().availableSize().width() < SMALL_SCREEN:
        window.showMaximized()
    else:
        window.show()


def remember_place(window: MainWindow) -> None:
    """Keep size and place for next time; those of a meeting are nobody's usual ones."""
    if not window.meeting.is_on:
        window.settings.change(window=window.saveGeometry().toBase64().toStdString())
