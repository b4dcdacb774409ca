"""Keeps an open plan and its file together: publishes after a pause, notices what another window wrote, says how it stands."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mkplanner.errors import PlannerError
from mkplanner.models.changes import Changes
from mkplanner.models.store.opening import SyncReport
from mkplanner.ui import messages
from mkplanner.ui.tasks import Task, run_task
from mkplanner.ui.window.plandesk import PlanDesk

log = logging.getLogger(__name__)

LOOK_EVERY = 1_500
PAUSE = 2_000
AGAIN = 30_000
"""Milliseconds: between looks at the working copy, after the last edit before publishing, and until trying again in vain."""


class Keeper(QObject):
    """Works for one open plan. `waiting_changed` brings the sentence of why changes wait on this computer, or nothing.

    `heard` brings the plan before and after others' changes were read; `obstacle_found`, at each look, what keeps the plan's
    file from being written, or nothing.
    """

    waiting_changed = Signal(str)
    heard = Signal(object, object)
    obstacle_found = Signal(str)

    def __init__(self, desk: PlanDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._task: Task | None = None
        self._look: Task | None = None
        self._wanted = False
        self._report = SyncReport(published=True)
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.publish)
        desk.bridge.changed.connect(self._follow)

    def start(self) -> None:
        """Begin to watch, and publish what an earlier day may have left on this computer."""
        self._looking.start()
        self._pause.start()
        QTimer.singleShot(0, self, self.look)
        self._tell()

    def stop(self) -> None:
        """Watch no longer; what is being published is finished first."""
        self._looking.stop()
        self._pause.stop()

    def look(self) -> None:
        """Show what another window of this computer, the background, or somebody at another one has written to the plan.

        Asked beside the window, since a shared place may take its time; never twice at once.
        """
        if self._look is not None:
            return
        opened = self._desk.opened
        self._look = run_task(
            self._window,
            self.tr("Looking for news"),
            lambda _progress: (opened.changed_elsewhere(), opened.changed_in_file(), opened.obstacle()),
            self._hear,
            self._miss,
            quiet=True,
        )
        self._look.ended.connect(self._rest)

    def _hear(self, found: tuple[bool, bool, str]) -> None:
        has_news, is_file_new, obstacle = found
        if self._looking.isActive():
            if has_news:
                self._read_news()
            if is_file_new and self._task is None:
                self.publish()  # Which takes in what others have published first.
            self.obstacle_found.emit(obstacle)

    def _miss(self, trouble: PlannerError) -> None:
        log.warning("looking for news: %s %s", trouble, trouble.detail)

    def _rest(self) -> None:
        self._look = None

    def _read_news(self) -> None:
        before = self._desk.bridge.plan
        self._desk.bridge.refresh()
        self.heard.emit(before, self._desk.bridge.plan)

    def publish(self, then: Callable[[SyncReport], None] | None = None) -> None:
        """Put what is only on this computer into the plan's file, beside the window; `then` hears how it went."""
        self._pause.stop()
        if self._task is not None:
            self._wanted = True
            return
        opened = self._desk.opened
        self._task = run_task(
            self._window,
            self.tr("Saving"),
            lambda _progress: opened.sync(),
            lambda report: self._done(report, then),
            self._failed,
            uses_file=True,
            quiet=True,
        )

    def _done(self, report: SyncReport, then: Callable[[SyncReport], None] | None) -> None:
        self._task = None
        self._report = report
        if report.adopted:
            self._read_news()
        self._tell()
        if then is not None:
            then(report)
        if self._wanted:
            self._pause.start(PAUSE)
        elif report.waiting:
            self._pause.start(AGAIN)
        self._wanted = False

    def _failed(self, trouble: PlannerError) -> None:
        self._task = None
        self._tell()
        messages.note(self._window, str(trouble))

    def _follow(self, _changes: Changes) -> None:
        self._pause.start(PAUSE)
        self._tell()

    def _tell(self) -> None:
        """Between an edit and its publishing nothing is waiting yet: the edit is safe, and the pause is short."""
        state = self._desk.opened.saved_state
        self.waiting_changed.emit("" if state.published or not self._report.waiting else self._report.waiting)
