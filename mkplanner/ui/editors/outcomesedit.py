"""The outcomes of a row: each is edited where it stands, may be shared with other rows, and can be taken away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.plan import Plan
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.outcomeentry import OutcomeEntry
from mkplanner.ui.look import theme


class OutcomesEdit(QWidget):
    """`wanted` brings the command for a change."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcomes")
        self._item = ""
        self.entries: dict[str, OutcomeEntry] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        self.new_outcome = GrowingEdit(self.tr("New outcome"))
        self.new_outcome.setObjectName("new_outcome")
        self.new_outcome.setPlaceholderText(self.tr("Add what will be different…"))
        self.new_outcome.kept.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(self._list)
        layout.addWidget(self.new_outcome)

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        for entry in tuple(self.entries.values()):
            entry.words.keep()
        self.new_outcome.keep()

    def show_row(self, plan: Plan, item: str) -> None:
        """Show the outcomes of a row; words that are being typed stay."""
        outcomes = plan.outcomes_of.get(item, ())
        wanted = {outcome.id for outcome in outcomes}
        gone = [id_ for id_ in self.entries if item != self._item or id_ not in wanted]
        self._item = item
        for id_ in gone:
            entry = self.entries.pop(id_)
            entry.blockSignals(True)
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        for number, outcome in enumerate(outcomes, start=1):
            if outcome.id in self.entries:
                self.entries[outcome.id].show_outcome(plan, outcome, number)
            else:
                self._put(OutcomeEntry(plan, outcome, item, number), outcome.id, number - 1)

    def _put(self, entry: OutcomeEntry, id_: str, place: int) -> None:
        entry.wanted.connect(self.wanted)
        self.entries[id_] = entry
        self._list.insertWidget(place, entry)
        entry.show()

    def _add(self, words: str) -> None:
        self.new_outcome.set_words("")
        self.new_outcome.setPlainText("")
        if words.strip():
            self.wanted.emit(AddOutcome((self._item,), words))
