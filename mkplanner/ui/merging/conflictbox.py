"""One conflict with its versions side by side; choose one, keep both, or write a third."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.commands.settling import can_type
from mkplanner.models.fields import read_by_when
from mkplanner.models.lookback.conflict import Choice, Conflict, ConflictKind
from mkplanner.models.lookback.phrases import field_words, subject_words
from mkplanner.models.plan import Item, Plan, Row
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.editors.markstrip import MarkStrip, strip_span
from mkplanner.ui.editors.readingwords import reading_remark, reading_sentence
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap
from mkplanner.ui.merging.choicecard import ChoiceCard
from mkplanner.ui.merging.wordmarks import marked
from mkplanner.ui.moments import moment_words
from mkplanner.ui.parts import label

LONG_TEXTS = ("notes", "text")
"""Fields of which both versions can be kept, one after the other."""
NOTHING = "nothing"
"""What sentences call a value that is not there."""
Answer = int | str
"""A choice's number, or words of one's own."""


class ConflictBox(QWidget):
    """Shows one conflict. `changed` says that its answer is another one; `answer` is None until there is one."""

    changed = Signal()

    def __init__(self, plan: Plan, conflict: Conflict, place: str, start: str, own: str) -> None:
        super().__init__()
        self.conflict = conflict
        self.setObjectName(f"conflict_{conflict.id}")
        self._plan = plan
        self._own = own
        self._group = QButtonGroup(self)
        self._words: dict[QRadioButton, Answer] = {}
        self._field: QLineEdit | None = None
        self._cards: list[ChoiceCard] = []
        self._columns = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(8))
        self._layout.addLayout(self._heading(place))
        if start:
            self._layout.addWidget(label(self._start_words(start), "muted", wrap=True))
        self._layout.addLayout(self._versions())
        if conflict.field in LONG_TEXTS and can_type(conflict):
            self._layout.addWidget(self._both())
        if can_type(conflict):
            self._layout.addLayout(self._other_words())
        self._group.buttonToggled.connect(lambda *_: self.changed.emit())

    def set_columns(self, columns: int) -> None:
        """Lay the versions out in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(1, columns - 1)

    def answer(self) -> Answer | None:
        """Return the number of the version chosen, the words of one's own, or None while nothing is chosen."""
        button = self._group.checkedButton()
        if not isinstance(button, QRadioButton):
            return None
        if button in self._words:
            return self._words[button]
        words = self._field.text().strip() if self._field is not None else ""
        return words or None

    def focus_first(self) -> None:
        """Put the cursor on the first version."""
        self._group.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, place: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        sign = QLabel()
        sign.setPixmap(pixmap("warning", theme.px(16), "warning"))
        row.addWidget(sign)
        row.addWidget(label(place, "warning"))
        title = label(self._title(), "h2", wrap=True)
        row.addWidget(title, 1)
        return row

    def _title(self) -> str:
        found = self._row()
        if found is None:
            return self.conflict.sentence
        what = field_words(self.conflict.field)
        subject = subject_words(self._plan, found)
        if isinstance(found, Item):
            return f"{subject} {found.title}: {what}"
        return f"{what[:1].upper()}{what[1:]} of {subject}"

    def _start_words(self, start: str) -> str:
        if start == NOTHING:
            return self.tr("Nothing was written here before.")
        is_pair = len(self.conflict.choices) == 2
        words = self.tr("You both started from: {0}") if is_pair else self.tr("You all started from: {0}")
        return words.replace("{0}", start)

    def _row(self) -> Row | None:
        """Return the row whose field has several versions; None where the row itself, or its place, is in question."""
        if self.conflict.kind is not ConflictKind.VALUE:
            return None
        return self._plan.rows(self.conflict.row_type).get(self.conflict.row)

    def _versions(self) -> QGridLayout:
        grid = self._grid = QGridLayout()
        grid.setSpacing(theme.px(10))
        frames = [choice.value for choice in self.conflict.choices if isinstance(choice.value, Timeframe)]
        spans = [strip_span(frame, None, date.today()) for frame in frames]
        span = (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None
        versions = sorted(self.conflict.choices, key=lambda choice: not self._is_own(choice))
        for place, choice in enumerate(versions):
            other = versions[1 if place == 0 else 0]
            self._cards.append(self._card(choice, other, span))
        grid.setColumnStretch(0, 1)
        self.set_columns(2)
        return grid

    def _card(self, choice: Choice, other: Choice, span: tuple[date, date] | None) -> ChoiceCard:
        who = choice.author or self.tr("Somebody")
        is_own = self._is_own(choice)
        heading = self.tr("Yours") if is_own else who
        signed = ", ".join(part for part in (who if is_own else "", moment_words(choice.at)) if part)
        card = ChoiceCard(f"choice_{self.conflict.id}_{choice.n}", heading, signed)
        words, others = _spoken(choice), _spoken(other)
        card.add_words(marked(words, others), words)
        if isinstance(choice.value, Timeframe):
            frame = choice.value
            card.add_remark(f"{reading_sentence(frame.segments)}. {reading_remark(frame)}".strip())
            if frame.is_dated:
                card.add_picture(self._strip(frame, span))
        self._enlist(card.button, choice.n)
        return card

    def _is_own(self, choice: Choice) -> bool:
        return bool(self._own) and choice.author == self._own

    def _strip(self, frame: Timeframe, span: tuple[date, date] | None) -> MarkStrip:
        strip = MarkStrip()
        strip.span = span
        strip.show_frame(frame, None, date.today(), Calendar.of(self._plan.context()))
        return strip

    def _both(self) -> ChoiceCard:
        """Both versions, the older first; proposed, because nothing is lost by it."""
        older = sorted(self.conflict.choices, key=lambda choice: (choice.at, choice.n))
        words = "\n".join(str(choice.value) for choice in older)
        card = ChoiceCard(f"choice_{self.conflict.id}_both", self.tr("Keep both, the older first"))
        card.add_words(marked(words, words), words)
        self._enlist(card.button, words)
        card.button.setChecked(True)
        return card

    def _other_words(self) -> QVBoxLayout:
        row = QHBoxLayout()
        button = QRadioButton(self.tr("Something else:"))
        button.setObjectName(f"choice_{self.conflict.id}_other")
        self._group.addButton(button)
        field = self._field = QLineEdit()
        field.setObjectName(f"words_{self.conflict.id}")
        field.setAccessibleName(self.tr("Something else"))
        is_date = self._is_date
        field.setPlaceholderText(self.tr("type the date in words") if is_date else self.tr("type it in your own words"))
        field.setMinimumWidth(theme.px(140))
        self._reading = label("", "muted", wrap=True)
        button.toggled.connect(lambda on: field.setFocus() if on and not field.hasFocus() else None)
        field.textEdited.connect(lambda words: self._typed(button, words))
        row.addWidget(button)
        row.addWidget(field, 1)
        both = QVBoxLayout()
        both.addLayout(row)
        both.addWidget(self._reading)
        self._reading.setVisible(is_date)
        return both

    @property
    def _is_date(self) -> bool:
        return self.conflict.row_type is Item and self.conflict.field == "by_when"

    def _typed(self, button: QRadioButton, words: str) -> None:
        button.setChecked(True)
        if self._is_date:
            frame = read_by_when(self._plan, words)
            self._reading.setText(reading_sentence(frame.segments) if frame is not None else "")
        self.changed.emit()

    def _enlist(self, button: QRadioButton, answer: Answer) -> None:
        self._group.addButton(button)
        self._words[button] = answer


def _spoken(choice: Choice) -> str:
    """Return a version's own words in full where it has some, else what it would do."""
    if isinstance(choice.value, Timeframe):
        return choice.value.words
    if isinstance(choice.value, str) and choice.record == choice.value and choice.value:
        words = choice.words
        return choice.value if words.startswith("“") and words.endswith(("”", "…”")) and len(words) > 80 else words
    return choice.words[:1].upper() + choice.words[1:]
