"""Putting the open plan away: everything is kept and its file is closed before anything of it goes from the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mkplanner.errors import PlannerError
from mkplanner.ui import messages

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow


def put_away(window: MainWindow) -> bool:
    """Keep everything of the open plan and close its file; False where the user must see to something first.

    A plan that has been put away already stays so.
    """
    if window.desk is None or window.keeper is None:
        return True
    from mkplanner.ui.waiting import wait_for_tasks

    window.keeper.stop()
    window.deeds.bringing.stop()
    wait_for_tasks(window, window.tr("Saving the plan"))
    QApplication.sendPostedEvents()
    try:
        report = window.desk.close_plan()
    except PlannerError as trouble:
        messages.error(window, trouble)
        return False
    window.deeds.sharing.end()
    if report.waiting:
        messages.note(window, report.waiting)
    return True


def may_close(window: MainWindow) -> bool:
    """Close the plan before the window closes; False where the user must see to something first.

    A bug on the way is shown, and keeps nobody in: each edit is safe already. It must not leave here, in the middle of what
    Qt does on closing, where every other part of the window would meet it too until the program crashes.
    """
    try:
        return window.close_plan(show_start=False)
    except Exception:
        from mkplanner.ui.crash import show_bug

        show_bug(*sys.exc_info())
        return True
