"""When the program meets a bug: the plan is safe already, so say so, and show what to send to the help desk."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import mkplanner

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger(__name__)

WITHOUT_A_SCREEN = ("offscreen", "minimal")

_showing = False


def install() -> None:
    """Let bugs on every thread end in the crash window and the log instead of in silence."""
    sys.excepthook = show_bug
    threading.excepthook = lambda news: show_bug(news.exc_type, news.exc_value, news.exc_traceback)


def show_bug(kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None) -> None:
    """Log the bug and show it once; while one is shown, further ones go to the log alone."""
    global _showing
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, bug or kind(), trace)
        return
    import traceback  # only when something has gone wrong

    words = "".join(traceback.format_exception(kind, bug, trace))
    log.error("a bug: %s", words)
    print(words, file=sys.stderr)
    if _showing or not _has_window():
        return
    _showing = True
    try:
        _show(f"{diagnostics()}\n\n{words}")
    finally:
        _showing = False


def diagnostics() -> str:
    """Return the versions that the help desk asks for; no names of people, plans or computers."""
    import platform  # only when somebody asks

    import PySide6

    return (
        f"MK Planner {mkplanner.__version__}\nPython {platform.python_version()}\nQt for Python {PySide6.__version__}\n"
        f"{platform.system()} {platform.release()}"
    )


def _has_window() -> bool:
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication) or QThread.currentThread() is not app.thread():
        return False
    return app.platformName() not in WITHOUT_A_SCREEN  # nobody would be there to close the window


def _show(text: str) -> None:
    from mkplanner.ui.crashwindow import CrashWindow  # built only when something has gone wrong

    CrashWindow(text).exec()
