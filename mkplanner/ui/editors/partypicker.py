"""Choosing parties while typing: names the plan knows are proposed for the name being typed, new ones are taken as they are."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from mkplanner.models.plan import Plan
from mkplanner.ui.look import theme

_WIDEST = 360


def party_names(plan: Plan) -> list[str]:
    """Return the names that may be proposed: every party that is not retired, in the plan's order."""
    return [party.name for party in plan.ordered_parties if not party.retired]


class PartyEdit(QLineEdit):
    """A line for one or several names, parted by semicolons; the list proposes names for the one at the cursor."""

    def __init__(self, plan: Plan, parent: QWidget | None = None, several: bool = True) -> None:
        super().__init__(parent)
        self._several = several
        self.setPlaceholderText("Name; another name" if several else "Name")
        self._completer = _NameCompleter(party_names(plan), self, several)
        self.setCompleter(self._completer)


class _NameCompleter(QCompleter):
    """Completes the part behind the last semicolon and leaves the names before it."""

    def __init__(self, names: list[str], edit: QLineEdit, several: bool) -> None:
        super().__init__(edit)
        self._edit = edit
        self._several = several
        self.setModel(QStringListModel(names, self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)
        widest = max(map(edit.fontMetrics().horizontalAdvance, names), default=0)
        if (popup := self.popup()) is not None:
            popup.setMinimumWidth(min(widest + theme.px(34), theme.px(_WIDEST)))

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip()] if self._several else [path.strip()]

    def pathFromIndex(self, index) -> str:  # type: ignore[no-untyped-def]
        name = str(super().pathFromIndex(index))
        before, mark, _ = self._edit.text().rpartition(";") if self._several else ("", "", "")
        return f"{before}{mark} {name}" if mark else name
