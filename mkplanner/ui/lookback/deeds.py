"""History, marks and earlier versions, as the window's menus ask for them; dialogues are loaded when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkplanner.errors import PlannerError
from mkplanner.ui import messages
from mkplanner.ui.asking import ask

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow
    from mkplanner.ui.window.plandesk import PlanDesk


def show_history(window: MainWindow, desk: PlanDesk, row: str | None = None) -> None:
    """Show the history of the plan, or of one row."""
    from mkplanner.ui.lookback.history import HistoryDialog

    dialog = HistoryDialog(window, desk.opened, row)
    dialog.row_chosen.connect(desk.select)
    ask(dialog)


def set_mark(window: MainWindow, desk: PlanDesk) -> None:
    """Ask for a name and remember this moment under it."""
    from mkplanner.ui.lookback.markdialog import MarkDialog

    dialog = MarkDialog(window, desk.opened.plan)
    if not ask(dialog):
        return
    try:
        desk.opened.mark(dialog.name())
    except PlannerError as trouble:
        messages.error(window, trouble)
        return
    words = window.tr("“{0}” is set; History shows what has changed since.")
    messages.note(window, words.replace("{0}", dialog.name()))


def show_versions(window: MainWindow, desk: PlanDesk) -> None:
    """Show the dated copies of the plan; one may be restored, or opened as a copy."""
    from mkplanner.ui.lookback.versions import VersionsDialog

    dialog = VersionsDialog(window, desk.opened, window.deeds.files.folder)
    if ask(dialog) and dialog.copied is not None:
        window.deeds.show(window.deeds.files.open(dialog.copied))
