"""A plan file that is damaged: say so, and put the newest good backup in its place if the user likes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mkplanner.errors import DamagedPlanError, PlannerError
from mkplanner.models.store.opening import good_backup, replace_damaged
from mkplanner.ui import messages
from mkplanner.ui.lookback.versions import backup_words


def offer_backup(window: QWidget, path: Path, trouble: DamagedPlanError) -> bool:
    """Tell of a damaged file; True where a backup stands in its place now, and the damaged one is kept beside it."""
    backup = good_backup(path)
    if backup is None:
        messages.error(window, trouble)
        return False
    detail = _words(
        "A good version of {0} is kept on this computer. If you put it in its place, the damaged file is kept beside it."
    )
    deed = _words("Put the good version in its place")
    answer = messages.choose(window, trouble.sentence, detail.replace("{0}", backup_words(backup)), deed)
    if answer != 0:
        return False
    try:
        kept = replace_damaged(path, backup.path)
    except PlannerError as other:
        messages.error(window, other)
        return False
    messages.note(window, _words("The damaged file is kept as {0}.").replace("{0}", kept.name))
    return True


def _words(words: str) -> str:
    return QCoreApplication.translate("Recovering", words)
