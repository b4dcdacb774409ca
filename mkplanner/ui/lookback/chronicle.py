"""The history of one row for the details panel, read beside the window, and older values put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mkplanner.errors import PlannerError
from mkplanner.models.lookback.records import ChangeRecord, ChangesetRecord
from mkplanner.ui import messages
from mkplanner.ui.tasks import run_task

if TYPE_CHECKING:
    from mkplanner.ui.lookback.entries import HistoryLine
    from mkplanner.ui.window.plandesk import PlanDesk


class PlanChronicle:
    """Reads the log of an open plan; in a long one that takes a moment, so it happens on the lane of the file."""

    def __init__(self, window: QWidget, desk: PlanDesk) -> None:
        self._window = window
        self._desk = desk

    def read(self, item: str, tell: Callable[[Sequence[HistoryLine]], None]) -> None:
        """Read the history of a row beside the window, and tell its lines, newest first."""
        from mkplanner.ui.lookback.entries import history_lines, records_about

        opened, plan = self._desk.opened, self._desk.bridge.plan

        def read() -> list[ChangesetRecord]:
            return records_about(opened.history(), item)

        run_task(
            self._window,
            "Reading the history",
            lambda _progress: read(),
            lambda records: tell(history_lines(plan, records)),
            lambda _trouble: tell(()),
            uses_file=True,
            quiet=True,
        )

    def put_back(self, change: ChangeRecord) -> None:
        """Give a field the value it had before a change, as a step that can be undone."""
        try:
            self._desk.opened.put_back(change)
        except PlannerError as trouble:
            messages.error(self._window, trouble)
