"""The one place that wires settings, log, theme and main window together, in this order."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import mkplanner
from mkplanner.garbage import leave_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mkplanner.settings import SettingsFile
    from mkplanner.ui.window.mainwindow import MainWindow

QUIT_AFTER_PAINT = "MKPLANNER_QUIT_AFTER_PAINT"
"""Set for the benchmark: the program ends as soon as its window has been painted."""

TURN = 0.0005
"""Seconds after which work in the background lets the window have its turn; Python's own 5 ms would be seen in every frame."""

READY_AFTER = 300
"""Milliseconds after the start page has been painted."""

FOR_PLANS = (
    "mkplanner.ui.files.desk",
    "mkplanner.ui.window.docks",
    "mkplanner.ui.files.keeping",
    "mkplanner.ui.window.plandesk",
    "mkplanner.ui.merging.sharing",
    "mkplanner.ui.timetable.view",
    "mkplanner.ui.editors.panel",
    "mkplanner.ui.lookback.chronicle",
    "mkplanner.ui.lookback.deeds",
)
"""What showing a plan loads."""


def main(argv: Sequence[str]) -> int:
    """Run the window for a plan named on the command line, or for none."""
    return run_window(Path(argv[1]) if len(argv) > 1 else None)


def run_window(plan: Path | None = None) -> int:
    """Show the window, with a plan or with the start page, and return when the user has left.

    Nothing that is loaded on the way to the first paint can be thrown away, so the search for garbage waits until then; and
    plain modules come before Qt, which looks at the source of everything that is imported after it.
    """
    gc.disable()
    sys.setswitchinterval(TURN)
    if plan is not None:
        from mkplanner.models.store.ahead import read_ahead

        read_ahead(plan)
    from mkplanner.logs import start_log
    from mkplanner.settings import SettingsFile
    from mkplanner.ui import crash

    settings = SettingsFile()
    start_log()
    crash.install()
    app = make_application(settings)
    from mkplanner.ui.window.mainwindow import MainWindow

    window = MainWindow(settings)
    window.painted.connect(lambda: _complete(app, window))
    window.show_start(plan)
    window.show_in_place()
    return app.exec()


def _complete(app: QApplication, window: MainWindow) -> None:
    """Finish what was put off until the window could be seen. What is loaded now stays, and is never searched for garbage."""
    leave_out()
    if os.environ.get(QUIT_AFTER_PAINT):
        app.quit()
        return
    from mkplanner.ui.window.clearing import Clearing

    Clearing(window)
    window.complete()
    if window.desk is None:
        get_ready(window)


def get_ready(window: MainWindow) -> None:
    """Load beside the start page, once it can be seen, what the first plan will need, and make the toolbar of plans."""
    from PySide6.QtCore import QTimer

    from mkplanner.ui.tasks import run_task

    def load() -> None:
        run_task(None, "", lambda _progress: _load_for_plans(), make_bar, quiet=True)

    def make_bar(_loaded: object) -> None:
        _ = window.plan_bar

    QTimer.singleShot(READY_AFTER, window, load)


def _load_for_plans() -> None:
    for name in FOR_PLANS:
        import_module(name)


def load_qt() -> None:
    """Load Qt without its watch over imports.

    PySide reads the source of every module that is loaded after it, to know who may write Qt's names in snake case. Nobody
    here does, and for all that the first picture needs it takes as long as an empty window.
    """
    imports = builtins.__import__
    import_module("PySide6.QtWidgets")
    builtins.__import__ = imports


def make_application(settings: SettingsFile) -> QApplication:
    """Return the dressed Qt application; `Theme.complete` dresses what the first page can do without."""
    load_qt()
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from mkplanner.ui.look import theme

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # Said here, because `setStyle` returns the style, and all that Python would know of styles is 5 ms of names.
        app = QApplication([*sys.argv[:1], "-style", theme.STYLE])
    # Numbers, days and months that Qt writes by itself stay British on a computer set up in another language.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app.setApplicationName("MK Planner")
    app.setApplicationVersion(mkplanner.__version__)
    app.setDesktopFileName("mkplanner")
    theme.install(app, settings.now.theme, settings.now.text_size, whole=False)
    return app
