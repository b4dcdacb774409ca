"""The one place that wires settings, log, theme and main window together, in this order."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

import mkplanner
from mkplanner.logs import start_log
from mkplanner.settings import SettingsFile
from mkplanner.ui import crash, theme
from mkplanner.ui.firstpaint import FirstPaint
from mkplanner.ui.mainwindow import MainWindow

QUIT_AFTER_PAINT = "MKPLANNER_QUIT_AFTER_PAINT"
"""Set for the benchmark: the program ends as soon as its window has been painted."""


def main(argv: Sequence[str]) -> int:
    """Run the window for a plan named on the command line, or for none."""
    return run_window(Path(argv[1]) if len(argv) > 1 else None)


def run_window(plan: Path | None = None) -> int:
    """Show the window, with a plan or with the start page, and return when the user has left."""
    settings = SettingsFile()
    start_log()
    crash.install()
    app = make_application(settings)
    window = MainWindow(settings)
    FirstPaint(window, QApplication.quit if os.environ.get(QUIT_AFTER_PAINT) else window.complete)
    window.show_start(plan)
    window.show()
    return app.exec()


def make_application(settings: SettingsFile) -> QApplication:
    """Return the dressed Qt application."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("MK Planner")
    app.setApplicationVersion(mkplanner.__version__)
    app.setDesktopFileName("mkplanner")
    theme.install(app, settings.now.theme, settings.now.text_size, whole=False)
    return app
