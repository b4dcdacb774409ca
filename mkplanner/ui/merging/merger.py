"""Bringing another copy of the open plan in: chosen, dropped, or found beside it; then the review of what came."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from mkplanner.models.checks.merged import say_several, several_after
from mkplanner.models.store.opening import MergeReport, author_name
from mkplanner.models.wording import listed
from mkplanner.ui import messages
from mkplanner.ui.asking import ask
from mkplanner.ui.files.names import ENDING

if TYPE_CHECKING:
    from mkplanner.models.store.opening import TakenIn
    from mkplanner.ui.window.mainwindow import MainWindow
    from mkplanner.ui.window.plandesk import PlanDesk


class Merger(QObject):
    """Works for the plan that a window has open. `merged` brings the report when something came in."""

    merged = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask for the copy, and merge it."""
        desk = self._window.desk
        if desk is None:
            return
        words = self.tr("Plans ({0});;All files (*)").replace("{0}", f"*{ENDING}")
        folder = str(desk.opened.path.parent)
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Merge a copy of this plan"), folder, words)
        if chosen:
            self.merge(Path(chosen))

    def meets(self, path: Path) -> bool:
        """Where a file about to be opened is a copy of the open plan, ask what to do; True where nothing is left to do."""
        desk = self._window.desk
        if desk is None or not desk.opened.is_copy(path):
            return False
        answer = messages.choose(
            self._window,
            self.tr("“{0}” is a copy of the plan that is open.").replace("{0}", path.name),
            self.tr("Merging brings in what is new in the copy; nothing in this plan is lost."),
            self.tr("Merge it"),
            self.tr("Open it instead"),
        )
        if answer == 0:
            self.merge(path)
        return answer != 1

    def merge(self, path: Path) -> None:
        """Read, check and take in a copy beside the window, then show what came."""
        desk = self._window.desk
        if desk is None:
            return
        from mkplanner.ui.tasks import run_task

        opened = desk.opened
        known = {conflict.id for conflict in opened.conflicts()}
        run_task(
            self._window,
            self.tr("Merging {0}").replace("{0}", path.name),
            lambda _progress: opened.take_in(path),
            lambda taken: self._show(desk, path, taken, known),
            uses_file=True,
        )

    def _show(self, desk: PlanDesk, path: Path, taken: TakenIn, known: set[str]) -> None:
        if self._window.desk is not desk:
            return  # The plan was closed meanwhile; what came in is in its file, and in sight when it is opened again.
        before = desk.bridge.plan
        report = desk.opened.merged(taken, known)
        if not report.changes:
            messages.note(self._window, self.tr("There is nothing new in {0}.").replace("{0}", path.name))
            return
        self.merged.emit(report)
        said = say_several(desk.bridge.plan, several_after(before, desk.bridge.plan))
        self._review(desk, self._heading(report), report, path, said=said)

    def _heading(self, report: MergeReport) -> str:
        authors = list(dict.fromkeys(record.author for record in report.changes if record.author))
        return self.tr("From {0}").replace("{0}", listed(authors) if authors else self.tr("another copy"))

    def review_conflicts(self, conflict: str = "") -> None:
        """Show every conflict of the plan, beginning at one of them."""
        desk = self._window.desk
        if desk is not None and desk.opened.conflicts():
            self._review(desk, self.tr("Written at the same time"), MergeReport(), None, conflict)

    def _review(
        self, desk: PlanDesk, heading: str, report: MergeReport, path: Path | None, conflict: str = "", said: str = ""
    ) -> None:
        from mkplanner.ui.merging.review import ReviewDialog

        own = author_name(self._window.settings.now.author or None)
        note = ""
        if path is not None:
            note = self.tr("{0}. The plan as it was before is kept in Previous versions.").replace("{0}", path.name)
        note = " ".join(part for part in (note, said) if part)
        dialog = ReviewDialog(self._window, desk.opened, heading, own, report.lines, note)
        dialog.row_chosen.connect(desk.select)
        if conflict:
            dialog.go_to(conflict)
        ask(dialog)
