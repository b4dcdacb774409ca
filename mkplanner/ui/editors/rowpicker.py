"""Choosing a row while typing: by its number, or by words of its title."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan


def find_row(plan: Plan, words: str) -> str | None:
    """Return the id of the one row that these words can mean: its number, its title, or words of it; None otherwise."""
    wanted = _plain(words)
    if not wanted:
        return None
    rows = [(entry.number.casefold(), _plain(entry.item.title), entry.item.id) for entry in outline(plan)]
    for found in (
        [id_ for number, title, id_ in rows if wanted in (number, f"{number} {title}")],
        [id_ for _, title, id_ in rows if wanted == title],
        [id_ for _, title, id_ in rows if wanted in title],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


class RowEdit(QLineEdit):
    """A line for one row; the list proposes rows whose number or title holds what was typed."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._names = QStringListModel(self)
        completer = QCompleter(self)
        completer.setModel(self._names)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """List the rows when somebody is about to choose one; a long plan has many."""
        if not self._names.rowCount():
            entries = outline(self._plan)
            self._names.setStringList([f"{e.number} {' '.join(e.item.title.split())}".strip() for e in entries])
        super().focusInEvent(event)
