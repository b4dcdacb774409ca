"""Brings a pasted, dropped or saved text into a plan: read it, show what was understood, and then add it as one step.

What may be long is read beside the window; a second reading takes the place of one that is still under way.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from mkplanner.errors import PlannerError
from mkplanner.ui import messages
from mkplanner.ui.asking import ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mkplanner.models.formats.base import Draft
    from mkplanner.ui.importing.preview import Answer
    from mkplanner.ui.tasks import Task
    from mkplanner.ui.window.deeds import Deeds
    from mkplanner.ui.window.mainwindow import MainWindow

    Read = Callable[[date | None, date | None], Draft]

LARGEST = 5_000_000
"""Characters; more is no table that somebody maintains by hand."""

SHORT = 20_000
"""Characters that are read in a moment, without anything beside the window."""


class Bringing(QObject):
    """Leads from words to rows; nothing is kept before the user has seen it."""

    def __init__(self, window: MainWindow, deeds: Deeds) -> None:
        super().__init__(window)
        self._window = window
        self._deeds = deeds
        self._reading: Task | None = None

    def stop(self) -> None:
        """Let go of what is still being read."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def paste(self) -> None:
        """Read what stands on the clipboard."""
        words = QGuiApplication.clipboard().text()
        if not words.strip():
            advice = self.tr("Copy the table in Word or Excel first, then paste it here.")
            messages.error(self._window, PlannerError(self.tr("There are no words on the clipboard."), advice))
            return
        self.read_words(words, self.tr("What you copied"))

    def read_file(self, path: Path) -> None:
        """Read a text file, or one of Word, Excel, a browser, Microsoft Project or ours."""
        from mkplanner.models.formats.registry import reader_for
        from mkplanner.ui.importing.textfile import read_text_file

        if reader_for(path).id != "text":
            self._read_office(path)
            return
        try:
            words = read_text_file(path, LARGEST)
        except PlannerError as trouble:
            messages.error(self._window, trouble)
            return
        self.read_words(words, path.name)

    def _read_office(self, path: Path) -> None:
        """Read a file that is more than text; its rows stand beside what was understood."""
        from mkplanner.models.formats.registry import read_source

        self._read_beside(path.name, None, lambda start, end: read_source(path, start=start, end=end))

    def read_words(self, words: str, source: str) -> None:
        """Show what was understood, and add it where the user says."""
        from mkplanner.models.formats.read_text import read_text

        kept = words[:LARGEST]
        if len(kept) <= SHORT:
            self.stop()
            self._show(kept, source)
        else:
            self._read_beside(source, kept, lambda start, end: read_text(kept, start=start, end=end))

    def _read_beside(self, source: str, words: str | None, read: Read) -> None:
        """Read beside the window and then show; without `words` those that the reader found stand beside the rows."""
        from mkplanner.ui.importing.lettinggo import let_go
        from mkplanner.ui.tasks import run_task

        self.stop()
        desk = self._window.desk
        start, end = (desk.bridge.plan.info.start, desk.bridge.plan.info.end) if desk is not None else (None, None)

        def show(draft: Draft) -> None:
            if self._reading is task:
                self._reading = None
                self._show(words if words is not None else draft.source or draft.title, source, read, draft)

        title = self.tr("Reading {0}").replace("{0}", source)
        task = run_task(self._window, title, let_go(lambda: read(start, end)), show)
        self._reading = task

    def _show(self, words: str, source: str, read: Read | None = None, draft: Draft | None = None) -> None:
        from mkplanner.ui.importing.preview import PreviewDialog

        desk = self._window.desk
        plan = desk.bridge.plan if desk is not None else None
        dialog = PreviewDialog(self._window, words, source, plan, self._deeds.files.folder, read, draft)
        if ask(dialog):
            self._bring_in(dialog.answer())

    def _bring_in(self, answer: Answer) -> None:
        from mkplanner.models.commands.paste import BringIn

        if answer.path is not None:
            made = self._deeds.files.create(answer.path, answer.title, answer.draft.start, answer.draft.end)
            if made is None:
                return
            self._deeds.show(made, "timetable")
        desk = self._window.desk
        done = desk.bridge.run(BringIn(answer.draft)) if desk is not None else None
        if desk is not None and done is not None and done.id is not None:
            desk.select(done.id)
