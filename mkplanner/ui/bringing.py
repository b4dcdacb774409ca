"""Brings a pasted, dropped or saved text into a plan: read it, show what was understood, and then add it as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from mkplanner.errors import PlannerError
from mkplanner.ui import messages

if TYPE_CHECKING:
    from mkplanner.ui.deeds import Deeds
    from mkplanner.ui.importing.preview import Answer
    from mkplanner.ui.mainwindow import MainWindow

LARGEST = 5_000_000
"""Characters; more is no table that somebody maintains by hand."""


class Bringing(QObject):
    """Leads from words to rows; nothing is kept before the user has seen it."""

    def __init__(self, window: MainWindow, deeds: Deeds) -> None:
        super().__init__(window)
        self._window = window
        self._deeds = deeds

    def paste(self) -> None:
        """Read what stands on the clipboard."""
        words = QGuiApplication.clipboard().text()
        if not words.strip():
            advice = self.tr("Copy the table in Word or Excel first, then paste it here.")
            messages.error(self._window, PlannerError(self.tr("There are no words on the clipboard."), advice))
            return
        self.read_words(words, self.tr("What you copied"))

    def read_file(self, path: Path) -> None:
        """Read a text file."""
        from mkplanner.ui.importing.textfile import read_text_file

        try:
            words = read_text_file(path, LARGEST)
        except PlannerError as trouble:
            messages.error(self._window, trouble)
            return
        self.read_words(words, path.name)

    def read_words(self, words: str, source: str) -> None:
        """Show what was understood, and add it where the user says."""
        from mkplanner.ui.importing.preview import PreviewDialog

        desk = self._window.desk
        plan = desk.bridge.plan if desk is not None else None
        dialog = PreviewDialog(self._window, words[:LARGEST], source, plan, self._deeds.files.folder)
        if dialog.exec():
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
