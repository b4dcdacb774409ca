"""Who else has the plan open: said in the status bar and the title, as advice; nobody is kept from anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mkplanner.models.store.opening import Presence, Somebody
from mkplanner.models.wording import listed
from mkplanner.ui.moments import moment_words
from mkplanner.ui.tasks import Task, run_task

EVERY = 60_000
"""Milliseconds between two rounds."""


class Company(QObject):
    """Works for one open plan. `others` is who else is here; `changed` says that it is somebody else now."""

    changed = Signal()

    def __init__(self, presence: Presence, parent: QWidget) -> None:
        super().__init__(parent)
        self.others: tuple[Somebody, ...] = ()
        self._presence = presence
        self._window = parent
        self._task: Task | None = None
        self._is_wanted = False
        self._has_stopped = False
        self._round = QTimer(self, interval=EVERY)
        self._round.timeout.connect(self.look)

    def start(self) -> None:
        """Say that this window is here, and look who else is."""
        self._round.start()
        self.look()

    def look(self) -> None:
        """Do one round beside the window, for the shared place may be slow."""
        if self._task is not None:
            self._is_wanted = True  # A slow place is asked again when it has answered, never twice at once.
            return
        presence = self._presence
        self._task = run_task(self._window, "", lambda _progress: presence.refresh(), self._hear, quiet=True)
        self._task.ended.connect(self._rest)

    def _rest(self) -> None:
        self._task = None
        if self._is_wanted and not self._has_stopped:
            self._is_wanted = False
            self.look()

    def stop(self) -> None:
        """Say that this window has gone."""
        self._has_stopped = True
        self._round.stop()
        presence = self._presence
        run_task(None, "", lambda _progress: presence.leave(), quiet=True)

    def _hear(self, others: tuple[Somebody, ...]) -> None:
        if others != self.others and not self._has_stopped:
            self.others = others
            self.changed.emit()


def company_words(others: Sequence[Somebody]) -> str:
    """Return "2 others have it open", or nothing where nobody else has."""
    if not others:
        return ""
    return "1 other has it open" if len(others) == 1 else f"{len(others)} others have it open"


def company_names(others: Sequence[Somebody]) -> str:
    """Return who they are, for the title: "HR Manager and Audit Manager"."""
    return listed(list(dict.fromkeys(each.who or each.host or "somebody" for each in others)))


def company_details(others: Sequence[Somebody]) -> str:
    """Return a line for each: who, on which computer, since when."""
    return "\n".join(_detail(each) for each in others)


def _detail(one: Somebody) -> str:
    where = f" on {one.host}" if one.host else ""
    since = moment_words(one.since)
    return f"{one.who or 'Somebody'}{where}{f', since {since}' if since else ''}"
