"""The date of a row in the details: the author's words, how each part is read, other readings, and revising with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mkplanner.models.commands.dateparts import AddPart, ChangePart, RemovePart
from mkplanner.models.commands.dates import ChooseReading, ReviseDate
from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import read_by_when
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.parts import PartWords, part_words
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.linkbutton import link_button
from mkplanner.ui.editors.originaldate import OriginalDate
from mkplanner.ui.editors.partform import PartForm
from mkplanner.ui.editors.readcard import ReadCard
from mkplanner.ui.editors.reviseform import ReviseForm
from mkplanner.ui.look import theme

_COLUMN = "By when"


class DateSection(QWidget):
    """`wanted` brings the command for a change. The card follows the words while they are typed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("date_section")
        self._plan: Plan | None = None
        self._item: Item | None = None
        self._make_parts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        for widget in (self.words, self.card, self.part):
            layout.addWidget(widget)
        links = QHBoxLayout()
        links.setSpacing(theme.px(12))
        links.addWidget(self.add_part)
        links.addWidget(self.revise)
        links.addStretch(1)
        layout.addLayout(links)
        layout.addWidget(self.form)
        layout.addWidget(self.original)

    def _make_parts(self) -> None:
        self.words = GrowingEdit(self.tr("By when, in your words"))
        self.words.setObjectName("by_when_words")
        self.words.setPlaceholderText(self.tr("By March, Oct 25 – Jan 26…"))
        self.words.kept.connect(self._keep)
        self.words.textChanged.connect(self._preview)
        self.card = ReadCard(has_doings=True)
        self.card.reading_chosen.connect(self._choose)
        self.card.part_asked.connect(self._open_part)
        self.card.part_refused.connect(self._remove_part)
        self.part = PartForm()
        self.part.hide()
        self.part.given.connect(self._keep_part)
        self.part.left.connect(self._close_part)
        self.add_part = link_button(self.tr("Add a part…"), "add_part")
        self.add_part.clicked.connect(lambda: self._open_part(None))
        self.revise = link_button(self.tr("Revise the date…"), "revise_date")
        self.revise.clicked.connect(self._open_form)
        self.form = ReviseForm()
        self.form.hide()
        self.form.given.connect(self._revise)
        self.form.left.connect(self._close_form)
        self.original = OriginalDate()
        self.original.wanted.connect(self.wanted)

    def keep(self) -> None:
        """Keep whatever was typed and not kept yet."""
        self.words.keep()
        self.original.keep()

    def show_row(self, plan: Plan, item: Item) -> None:
        """Show the date of a row."""
        if self._item is not None and self._item.id != item.id:
            self._close_form()
            self._close_part()
        self._plan, self._item = plan, item
        self.words.set_words(item.by_when.words if item.by_when else "")
        self._preview()
        self._offer()
        self.original.show_row(item)

    def _offer(self) -> None:
        """Offer one more part, and revising where there is a date; not while a form is open already."""
        is_free = self.form.isHidden() and self.part.isHidden()
        self.add_part.setVisible(is_free)
        self.revise.setVisible(is_free and self._item is not None and self._item.by_when is not None)

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

    # ---- one part

    def _open_part(self, number: int | None) -> None:
        """Show the form for the part with this number, or for one more."""
        if self._plan is None or self._item is None:
            return
        self.words.keep()
        frame = self._item.by_when
        segments = frame.segments if frame else ()
        words = PartWords("") if number is None or number >= len(segments) else part_words(segments[number])
        self._close_form()
        self.part.show()
        self.part.fill(self._plan.context(_COLUMN), words, number)
        self._offer()

    def _close_part(self) -> None:
        had_focus = self.part.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.part.hide()
        self._offer()
        if had_focus:
            self.add_part.setFocus()

    def _keep_part(self) -> None:
        if self._item is None:
            return
        words, number, is_altered = self.part.words(), self.part.number, self.part.is_altered
        self._close_part()
        if number is None:
            self.wanted.emit(AddPart(self._item.id, words))
        elif is_altered:
            self.wanted.emit(ChangePart(self._item.id, number, words))

    def _remove_part(self, number: int) -> None:
        if self._item is not None:
            self._close_part()
            self.wanted.emit(RemovePart(self._item.id, number))

    # ---- another date, with a reason

    def _open_form(self) -> None:
        original = self._item.original if self._item is not None else None
        self.form.begin(" ".join(original.words.split()) if original else "")
        self._offer()

    def _close_form(self) -> None:
        self.form.hide()
        self._offer()

    def _revise(self, words: str, reason: str) -> None:
        if self._item is not None:
            self._close_form()
            self.wanted.emit(ReviseDate(self._item.id, words, reason))
