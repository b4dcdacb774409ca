"""The smaller parts of the details: percentage, tags, notes and outcomes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import FIELDS
from mkplanner.models.plan import Item, Plan
from mkplanner.ui import theme
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.parts import label


class LineField(QLineEdit):
    """One field on one line; `wanted` brings the command when it is left or Enter is pressed. Esc takes typing back."""

    wanted = Signal(object)

    def __init__(self, key: str, placeholder: str = "") -> None:
        super().__init__()
        self._field = FIELDS[key]
        self._item = ""
        self._words = ""
        self.setObjectName(f"details_{key}")
        self.setAccessibleName(self._field.heading)
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self.keep)

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show the field of a row; typing that is not kept yet stays."""
        is_typed = self.text() != self._words and self._item == item.id
        self._item, self._words = item.id, self._field.show(plan, item)
        if not is_typed:
            self.setText(self._words)

    def keep(self) -> None:
        """Keep what was typed, if anything was; what is refused goes back to what it was."""
        typed = self.text().strip()
        if typed != self._words and self._item:
            before = self._words
            self._words = typed
            self.wanted.emit(SetField(self._item, self._field.key, typed))
            if self._words == typed:
                self._words = before
                self.setText(before)


class MoreSections(QWidget):
    """Done, tags, notes and outcomes of a row; `wanted` brings the command for a change."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("more_sections")
        self._item = ""
        self.percent = LineField("percent", self.tr("0 to 100 %"))
        self.tags = LineField("tags", self.tr("Commas between tags"))
        self.notes = GrowingEdit(self.tr("Notes"))
        self.notes.setObjectName("details_notes")
        self.notes.kept.connect(lambda words: self.wanted.emit(SetField(self._item, "notes", words)))
        self.new_outcome = GrowingEdit(self.tr("New outcome"))
        self.new_outcome.setObjectName("new_outcome")
        self.new_outcome.setPlaceholderText(self.tr("Add what will be different…"))
        self.new_outcome.kept.connect(self._add_outcome)
        self._outcomes = QVBoxLayout()
        self._outcomes.setSpacing(theme.px(4))
        self._arrange()
        for field in (self.percent, self.tags):
            field.wanted.connect(self.wanted)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(8))
        for words, field, share in ((self.tr("Done"), self.percent, 2), (self.tr("Tags"), self.tags, 3)):
            column = QVBoxLayout()
            column.setSpacing(theme.px(2))
            column.addWidget(label(words, "label"))
            column.addWidget(field)
            pair.addLayout(column, share)
        layout.addLayout(pair)
        layout.addSpacing(theme.px(4))
        layout.addWidget(label(self.tr("Notes"), "label"))
        layout.addWidget(self.notes)
        layout.addSpacing(theme.px(4))
        layout.addWidget(label(self.tr("Outcomes"), "label"))
        layout.addLayout(self._outcomes)
        layout.addWidget(self.new_outcome)

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        self.percent.keep()
        self.tags.keep()
        self.notes.keep()
        self.new_outcome.keep()

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show a row."""
        self._item = item.id
        self.percent.show_row(plan, item)
        self.tags.show_row(plan, item)
        self.notes.set_words(item.notes)
        cleared(self._outcomes)
        for outcome in plan.outcomes_of.get(item.id, ()):
            others = len(outcome.items) - 1
            shared = self.tr(" (shared with {} more)").format(others) if others else ""
            put_in(self._outcomes, label(f"• {outcome.text}{shared}", wrap=True))

    def _add_outcome(self, words: str) -> None:
        self.new_outcome.set_words("")
        self.new_outcome.setPlainText("")
        if words.strip():
            self.wanted.emit(AddOutcome((self._item,), words))
