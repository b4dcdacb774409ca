"""Asks for the name of a mark: a moment to look back to, such as a board."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from mkplanner.models.plan import Plan
from mkplanner.models.timeframes.words import MONTH_NAMES
from mkplanner.ui.forms import FormDialog


class MarkDialog(FormDialog):
    """Proposes "Board, 25 February"; `name` is what was typed."""

    def __init__(self, parent: QWidget | None, plan: Plan, today: date | None = None) -> None:
        super().__init__(parent, self.tr("Set a mark"))
        self.setObjectName("set_mark")
        day = today or date.today()
        self._name = QLineEdit(self.tr("Board, {0}").replace("{0}", f"{day.day} {MONTH_NAMES[day.month]}"))
        self._name.setObjectName("mark_name")
        self._name.selectAll()
        self.add_row(self.tr("&Name"), self._name)
        names = ", ".join(f"“{mark.name}”" for mark in plan.marks.values())
        self.add_words(self.tr("A mark remembers what the plan holds now. History then shows what has changed since."))
        if names:
            self.add_words(self.tr("Set already: {0}").replace("{0}", names))
        deed = QPushButton(self.tr("Set the mark"))
        self.finish(deed)
        self._name.textChanged.connect(lambda words: deed.setEnabled(bool(words.strip())))

    def name(self) -> str:
        """Return the name as it is kept: without blanks at its ends or twice."""
        return " ".join(self._name.text().split())
