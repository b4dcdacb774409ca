"""Typing tags: those that the plan knows are proposed for the one being typed, new ones are taken as they are."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mkplanner.models.plan import Plan


def known_tags(plan: Plan) -> list[str]:
    """Return every tag of the plan once, in alphabetical order."""
    return sorted({tag for item in plan.items.values() for tag in item.tags}, key=str.casefold)


class TagEdit(QLineEdit):
    """A line for tags with commas between them."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Tag, another tag")
        self.setCompleter(_TagCompleter(known_tags(plan), self))


class _TagCompleter(QCompleter):
    """Completes the part behind the last comma and leaves the tags before it."""

    def __init__(self, tags: list[str], edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setModel(QStringListModel(tags, self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index) -> str:  # type: ignore[no-untyped-def]
        tag = str(super().pathFromIndex(index))
        before, mark, _ = self._edit.text().rpartition(",")
        return f"{before}{mark} {tag}" if mark else tag
