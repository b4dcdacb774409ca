"""The date of a row in the details: the author's words, how they are read, other readings, and revising with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.commands.dates import ChooseReading, ReviseDate
from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import read_by_when
from mkplanner.models.plan import Item, Plan
from mkplanner.ui import theme
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.readcard import ReadCard
from mkplanner.ui.parts import label


class DateSection(QWidget):
    """`wanted` brings the command for a change. The card follows the words while they are typed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("date_section")
        self._plan: Plan | None = None
        self._item: Item | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        layout.addWidget(label(self.tr("By when, in your words"), "label"))
        self.words = GrowingEdit(self.tr("By when, in your words"))
        self.words.setObjectName("by_when_words")
        self.words.setPlaceholderText(self.tr("By March, Oct 25 – Jan 26, ongoing…"))
        self.words.kept.connect(self._keep)
        self.words.textChanged.connect(self._preview)
        layout.addWidget(self.words)
        self.card = ReadCard()
        self.card.reading_chosen.connect(self._choose)
        layout.addWidget(self.card)
        self.original = label("", "muted", wrap=True)
        self.original.setObjectName("original_date")
        layout.addWidget(self.original)
        self.revise = link_button(self.tr("Revise the date…"), "revise_date")
        self.revise.clicked.connect(self._open_form)
        layout.addWidget(self.revise, 0, Qt.AlignmentFlag.AlignLeft)
        self.form = self._revise_form()
        layout.addWidget(self.form)

    def _revise_form(self) -> QWidget:
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(label(self.tr("New date, in your words"), "label"))
        self.new_words = QLineEdit()
        self.new_words.setObjectName("revised_words")
        self.new_words.setAccessibleName(self.tr("New date, in your words"))
        layout.addWidget(self.new_words)
        layout.addWidget(label(self.tr("Reason; the first date is kept as the original"), "label"))
        self.reason = QLineEdit()
        self.reason.setObjectName("revised_reason")
        self.reason.setAccessibleName(self.tr("Reason for the new date"))
        layout.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self._close_form)
        self.revise_now = QPushButton(self.tr("Revise"))
        self.revise_now.setObjectName("revise_now")
        self.revise_now.clicked.connect(self._revise)
        buttons.addWidget(cancel)
        buttons.addWidget(self.revise_now)
        layout.addLayout(buttons)
        for edit in (self.new_words, self.reason):
            edit.textChanged.connect(self._judge)
            edit.returnPressed.connect(self._revise)
        form.hide()
        return form

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show the date of a row."""
        if self._item is not None and self._item.id != item.id:
            self._close_form()
        self._plan, self._item = plan, item
        self.words.set_words(item.by_when.words if item.by_when else "")
        self._preview()
        self.revise.setVisible(item.by_when is not None and self.form.isHidden())
        self._show_original(item)

    def _show_original(self, item: Item) -> None:
        shown = item.original is not None and item.original != item.by_when
        self.original.setVisible(shown)
        if item.original is not None and shown:
            was = self.tr("Original date: {}").format(" ".join(item.original.words.split()))
            why = self.tr("Revised because: {}").format(item.revised_reason) if item.revised_reason else ""
            self.original.setText(f"{was}\n{why}" if why else was)

    def _preview(self) -> None:
        if self._plan is None or self._item is None:
            return
        words = self.words.toPlainText()
        kept = self._item.by_when
        self.card.show_frame(kept if kept and kept.words == words else read_by_when(self._plan, words))
        self.card.setEnabled(not self.words.is_altered)

    def _keep(self, words: str) -> None:
        if self._item is not None:
            self.wanted.emit(SetField(self._item.id, "by_when", words))

    def _choose(self, choice: int | None) -> None:
        if self._item is not None:
            self.wanted.emit(ChooseReading(self._item.id, choice))

    def _open_form(self) -> None:
        self.form.show()
        self.revise.hide()
        self.new_words.clear()
        self.reason.clear()
        self._judge()
        self.new_words.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self.revise.setVisible(self._item is not None and self._item.by_when is not None)

    def _judge(self) -> None:
        ready = bool(self.new_words.text().strip()) and bool(self.reason.text().strip())
        self.revise_now.setEnabled(ready)
        self.revise_now.setToolTip("" if ready else self.tr("A revised date needs its words and a reason."))

    def _revise(self) -> None:
        if self._item is not None and self.revise_now.isEnabled():
            words, reason = self.new_words.text(), self.reason.text()
            self._close_form()
            self.wanted.emit(ReviseDate(self._item.id, words, reason))
