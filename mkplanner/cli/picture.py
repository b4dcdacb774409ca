"""A picture of the real window with a plan in it, for help pages, reports of trouble, and machines without a screen."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QMessageLogContext, QSize, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QApplication

from mkplanner.app import make_application
from mkplanner.errors import PlannerError
from mkplanner.models.store.opening import open_plan
from mkplanner.settings import SettingsFile
from mkplanner.ui.window.mainwindow import MainWindow

log = logging.getLogger(__name__)

_SETTLE = 400
"""Milliseconds for layouts and late parts of the window to come to rest."""


def save_picture(plan: Path, out: Path, *, view: str, size: tuple[int, int], theme: str) -> None:
    """Open a plan in the window as a new user would see it, and save what is seen as PNG.

    The user's own settings are neither read nor changed. Raises `PlannerError` where the plan cannot be opened or the picture
    not be written.
    """
    opened = open_plan(plan)
    qInstallMessageHandler(_quiet)
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        settings.change(theme=theme)
        make_application(settings)
        window = MainWindow(settings)
        window.resize(QSize(*size))
        window.show_plan(opened, view)
        window.show()
        _settle()
        picture = window.grab().toImage()
        window.close()
        QApplication.processEvents()
    if not QImageWriter(str(out), QByteArray(b"png")).write(picture):
        raise PlannerError(
            f"The picture could not be written to “{out.name}”.", "Check the folder; nothing was changed."
        )


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE, loop.quit)
    loop.exec()


def _quiet(kind: QtMsgType, context: QMessageLogContext, words: str | None) -> None:
    """What the off-screen drawing lacks is for the log, not for the user."""
    log.info("Qt: %s", words)
