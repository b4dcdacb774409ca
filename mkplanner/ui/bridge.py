"""The session's news as Qt signals, and the one place where widgets hand over their commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mkplanner.errors import PlannerError
from mkplanner.models.changes import Changes
from mkplanner.models.commands.base import Command
from mkplanner.models.plan import Plan
from mkplanner.models.session import Done, PlanSession
from mkplanner.ui import messages


class SessionBridge(QObject):
    """Stands between the widgets of one window and the plan they show.

    `changed` brings a `Changes` after each command, undo, redo or refresh; `history_changed` says that the names of Undo and
    Redo may differ; `replayed` says in words what Undo or Redo did. A command that is refused is told to the user here, so
    widgets need not. `read_only` is empty, or why the plan can only be looked at; then commands come to nothing, and a
    passing note says so. `author` is the name that updates are signed with where nobody says another; it may be empty.
    """

    changed = Signal(object)
    history_changed = Signal()
    replayed = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = parent
        self._session = session
        self.read_only = ""
        self.author = ""
        self._stop = session.subscribe(self._pass_on)

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return self._session.plan

    @property
    def session(self) -> PlanSession:
        """The session itself, for what needs no signal."""
        return self._session

    @property
    def undo_title(self) -> str | None:
        """What Undo would take back, or None."""
        return self._session.history.undo_title

    @property
    def redo_title(self) -> str | None:
        """What Redo would bring again, or None."""
        return self._session.history.redo_title

    def run(self, command: Command, origin: object = None) -> Done | None:
        """Carry out a command; None where it was refused, which the user has then been told."""
        if self.read_only:
            messages.note(self._window, self.read_only)
            return None
        try:
            return self._session.run(command, origin)
        except PlannerError as trouble:
            messages.error(self._window, trouble)
            return None

    def undo(self) -> None:
        """Take back the newest step."""
        self._replay(self._session.undo, self.tr("Undone"))

    def redo(self) -> None:
        """Bring the newest undone step again."""
        self._replay(self._session.redo, self.tr("Redone"))

    def refresh(self) -> None:
        """Read what another program wrote to the same plan."""
        try:
            self._session.refresh()
        except PlannerError as trouble:
            messages.error(self._window, trouble)

    def close(self) -> None:
        """Hear no more of the session."""
        self._stop()

    def _replay(self, replay: Callable[[], str | None], word: str) -> None:
        try:
            title = replay()
        except PlannerError as trouble:
            messages.error(self._window, trouble)
            return
        if title is not None:
            self.replayed.emit(f"{word}: {title[:1].lower()}{title[1:]}")

    def _pass_on(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.history_changed.emit()
