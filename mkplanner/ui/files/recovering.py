"""A plan file that is damaged: the newest good backup in its place, or what can still be read of it as a new file beside it."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mkplanner.errors import DamagedPlanError, NotAPlanError, PlannerError
from mkplanner.models.store.opening import Backup, good_backup, replace_damaged
from mkplanner.ui import messages
from mkplanner.ui.files.rescue import rescued
from mkplanner.ui.moments import backup_words

log = logging.getLogger(__name__)


def offer_instead(window: QWidget, path: Path, trouble: DamagedPlanError | NotAPlanError) -> Path | None:
    """Tell of a damaged file, do what the user chooses, and return the file to open instead, or None.

    A file that is no plan any more, empty perhaps, counts as damaged where this computer has a backup of it.
    """
    backup = good_backup(path)
    if backup is None and isinstance(trouble, NotAPlanError):
        messages.error(window, trouble)
        return None
    try:
        return _chosen(window, path, trouble, backup)
    except PlannerError as other:
        log.warning("recovering: %s %s", other, other.detail)
        messages.error(window, other)
        return None


def _chosen(window: QWidget, path: Path, trouble: PlannerError, backup: Backup | None) -> Path | None:
    salvage = _words("Rescue what can be read")
    if backup is None:
        detail = _words("There is no backup of it on this computer. The rescue goes into a new file beside it.")
        answer = messages.choose(window, trouble.sentence, detail, salvage)
        return None if answer is None else rescued(window, path)
    detail = _words(
        "A good version of {0} is kept on this computer. If you put it in its place, the damaged file is kept beside it."
    )
    deed = _words("Put the good version in its place")
    answer = messages.choose(window, trouble.sentence, detail.replace("{0}", backup_words(backup.at)), deed, salvage)
    if answer is None:
        return None
    return rescued(window, path) if answer == 1 else _restored(window, path, backup)


def _restored(window: QWidget, path: Path, backup: Backup) -> Path:
    kept = replace_damaged(path, backup.path)
    messages.note(window, _words("The damaged file is kept as {0}.").replace("{0}", kept.name))
    return path


def _words(words: str) -> str:
    return QCoreApplication.translate("Recovering", words)
