"""The smaller fields of a row in the details: reference, percentage and tags, and its notes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import FIELDS
from mkplanner.models.plan import Item, Plan
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.look import theme
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
            self.setCursorPosition(0)

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
    """Reference, done and tags of a row; `wanted` brings the command for a change."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("more_sections")
        self.ref = LineField("ref", self.tr("RES01, 4.2…"))
        self.percent = LineField("percent", self.tr("0 to 100 %"))
        self.tags = LineField("tags", self.tr("Commas between tags"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        for column, (words, field) in enumerate(((self.tr("Ref"), self.ref), (self.tr("Done"), self.percent))):
            grid.addWidget(label(words, "label"), 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(label(self.tr("Tags"), "label"), 2, 0, 1, 2)
        grid.addWidget(self.tags, 3, 0, 1, 2)
        self._fields = (self.ref, self.percent, self.tags)
        for field in self._fields:
            field.wanted.connect(self.wanted)

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        for field in self._fields:
            field.keep()

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show a row."""
        for field in self._fields:
            field.show_row(plan, item)


class NotesEdit(QWidget):
    """The notes of a row; `wanted` brings the command for a change."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = ""
        self.words = GrowingEdit(self.tr("Notes"))
        self.words.setObjectName("details_notes")
        self.words.setPlaceholderText(self.tr("Anything worth keeping…"))
        self.words.least_lines = 2
        self.words.kept.connect(lambda words: self.wanted.emit(SetField(self._item, "notes", words)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        self.words.keep()

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show a row."""
        self._item = item.id
        self.words.set_words(item.notes)
