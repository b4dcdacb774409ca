"""The form for one part of a date: when, what it is for, what it hangs on; it says at once how that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.timeframes.parts import PartWords, read_part
from mkplanner.models.timeframes.timeframe import PlanContext
from mkplanner.ui.editors.marksample import MarkSample
from mkplanner.ui.editors.readingwords import segment_sentence
from mkplanner.ui.editors.rebuild import cleared, put_in
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label


class PartForm(QWidget):
    """`given` says that the part is to be kept, `left` that the form is to be put away."""

    given = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("part_form")
        self._context = PlanContext()
        self._before = PartWords("")
        self.number: int | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self.when = self._line("part_when", self.tr("When"), self.tr("By May 2027, ongoing…"))
        self.label = self._line("part_label", self.tr("For"), self.tr("new services"))
        self.condition = self._line("part_condition", self.tr("Only if"), self.tr("funding is agreed"))
        self._reading = QHBoxLayout()
        self._reading.setSpacing(theme.px(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(4))
        layout.setSpacing(theme.px(5))
        layout.addLayout(self._grid)
        layout.addLayout(self._reading)
        layout.addLayout(self._buttons())

    def _line(self, name: str, words: str, example: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(words)
        edit.setPlaceholderText(example)
        edit.textChanged.connect(lambda _text: self._read())
        edit.returnPressed.connect(self._give)
        row = self._grid.rowCount()
        self._grid.addWidget(label(words, "label"), row, 0)
        self._grid.addWidget(edit, row, 1)
        return edit

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel_part")
        cancel.clicked.connect(self.left)
        self.keep = QPushButton(self.tr("Keep part"))
        self.keep.setObjectName("keep_part")
        self.keep.clicked.connect(self._give)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        return row

    def fill(self, context: PlanContext, words: PartWords, number: int | None) -> None:
        """Show a part that is to be changed, by its number from 0, or an empty form for one more (None)."""
        self._context, self._before, self.number = context, words, number
        for edit, text in ((self.when, words.when), (self.label, words.label), (self.condition, words.condition)):
            edit.setText(text)
        self.keep.setText(self.tr("Add part") if number is None else self.tr("Keep part"))
        self._read()
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        self.when.selectAll()

    def words(self) -> PartWords:
        """Return what the form holds."""
        return PartWords(self.when.text().strip(), self.label.text().strip(), self.condition.text().strip())

    @property
    def is_altered(self) -> bool:
        """Whether the form holds other words than it was given."""
        return self.words() != self._before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self.keep.isEnabled():
            self.given.emit()

    def _read(self) -> None:
        """Say how the words are read, and offer to keep them where they are one date."""
        cleared(self._reading)
        words = self.words()
        part = read_part(words, self._context) if words.when else None
        self.keep.setEnabled(part is not None)
        if part is not None:
            put_in(self._reading, MarkSample(part))
            said = segment_sentence(part)
        else:
            said = self.tr("Not read as one date yet.") if words.when else self.tr("Say when, in your words.")
        put_in(self._reading, label(said, "" if part is not None else "label", wrap=True))
        self._reading.setStretch(self._reading.count() - 1, 1)
        self.when.setAccessibleDescription(said)
