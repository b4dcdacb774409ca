"""What others changed while the plan is open: said in passing, and the rows marked until the next edit or for a minute."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from mkplanner.models.checks.merged import say_several, several_after
from mkplanner.models.lookback.changelist import Line
from mkplanner.models.plan import Plan
from mkplanner.models.wording import count, listed
from mkplanner.ui import messages
from mkplanner.ui.merging.newparts import changed_parts
from mkplanner.ui.tasks import run_task
from mkplanner.ui.window.plandesk import PlanDesk

SHOWN = 60_000
"""Milliseconds for which changed rows stay marked."""


class News(QObject):
    """Works for one open plan, whose changes by this window are signed `own`."""

    def __init__(self, desk: PlanDesk, own: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._own = own
        self._window = parent
        self._known: dict[str, int] = desk.opened.known()
        self._fresh = QTimer(self, singleShot=True, interval=SHOWN)
        self._fresh.timeout.connect(self.forget)
        desk.bridge.changed.connect(lambda _changes: self.forget())

    def hear(self, before: Plan, after: Plan) -> None:
        """Mark what another window has changed, and say who it was."""
        rows = changed_parts(before, after)
        if not rows:
            return
        self.mark(rows)
        opened, known = self._desk.opened, self._known
        run_task(
            self._window,
            self.tr("Reading what is new"),
            lambda _progress: (opened.news_since(known), opened.known()),
            lambda found: self._say(found, len(rows), say_several(after, several_after(before, after))),
            lambda _trouble: None,
            quiet=True,
        )

    def mark(self, rows: Mapping[str, Collection[str]]) -> None:
        """Mark rows of the outline as changed by others, each with the parts that are known to be other ones."""
        self._desk.mark_rows(rows)
        self._fresh.start()

    def forget(self) -> None:
        """Take the marks away."""
        if self._fresh.isActive() or self._desk.marked_rows:
            self._fresh.stop()
            self._desk.mark_rows({})

    def _say(self, found: tuple[tuple[Line, ...], dict[str, int]], rows: int, said: str) -> None:
        lines, self._known = found
        messages.note(self._window, " ".join(part for part in (news_words(lines, rows, self._own), said) if part))


def news_words(lines: Collection[Line], rows: int, own: str) -> str:
    """Return "HR Manager changed 3 rows"; without names where nobody else signed anything."""
    authors = list(dict.fromkeys(line.author for line in lines if line.author and line.author != own))
    what = count(rows, "row")
    if not authors:
        return f"{what} {'was' if rows == 1 else 'were'} changed in another window."
    return f"{listed(authors)} changed {what}."
