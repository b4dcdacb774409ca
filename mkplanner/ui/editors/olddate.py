"""What becomes of the date a row had, while another is typed: kept as the original with a reason, or the original stays."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.originals import GoBackToOriginal
from mkplanner.models.commands.rows import SetField
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

_LONGEST = 40


class Stage(Enum):
    """What another date is: nothing to speak of, a first revision, one more, other words for the same days, the way back."""

    NOTHING = auto()
    FIRST = auto()
    AGAIN = auto()
    SAME_DAYS = auto()
    BACK = auto()


def stage_of(item: Item | None, taken: Timeframe) -> Stage:
    """Return what it would be to give a row this date."""
    old = item.by_when if item is not None else None
    if item is None or old is None or not old.is_dated or not taken.words.strip() or old.words == taken.words:
        return Stage.NOTHING
    if item.original is None or item.original == old:
        return Stage.FIRST
    if (taken.words, taken.segments) == (item.original.words, item.original.segments):
        return Stage.BACK
    return Stage.SAME_DAYS if taken.segments == old.segments else Stage.AGAIN


class OldDate(QWidget):
    """A first revision is offered with a tick; the first date stays the original whatever comes later, which is then said.

    `changed` says that it would be kept, or no longer; `agreed` that Enter was pressed in the reason.
    """

    changed = Signal()
    agreed = Signal()

    def __init__(self, item: Item | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self._taken = Timeframe("")
        self._is_asked = False
        self.stage = Stage.NOTHING
        kept = (item.original or item.by_when) if item is not None else None
        words = " ".join(kept.words.split()) if kept else ""
        self._short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.keeps = QCheckBox(self.tr("Keep “{}” as the original date").format(self._short.replace("&", "&&")))
        self.keeps.setObjectName("keep_original")
        self.keeps.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.keeps.toggled.connect(lambda _is_kept: self.changed.emit())
        self.stays = label("", wrap=True)
        self.stays.setObjectName("original_stays")
        for told in (self.keeps, self.stays):
            told.setToolTip(words)
        self._make_reason(item.revised_reason if item is not None and item.original else "")
        self._lay_out()

    def _make_reason(self, words: str) -> None:
        self.reason = QLineEdit(words)
        self.reason.home(False)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(self.tr("Reason for the new date"))
        self.reason.textEdited.connect(self._hear)
        self.reason.returnPressed.connect(self._agree)

    def _lay_out(self) -> None:
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(4))
        both.addWidget(self.keeps)
        both.addWidget(self.stays)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.tr("Reason (Alt+R)"), "muted"))
        line.addWidget(self.reason, 1)
        both.addWidget(self._line)

    def weigh(self, taken: Timeframe) -> None:
        """Say what becomes of the old date if this one is taken."""
        self._taken = taken
        self.stage = stage_of(self._item, taken)
        self.keeps.setVisible(self.stage is Stage.FIRST)
        self.stays.setVisible(self.stage not in (Stage.FIRST, Stage.NOTHING))
        self._line.setVisible(self.stage in (Stage.FIRST, Stage.AGAIN))
        self.stays.setText(self._said())
        self.reason.setAccessibleDescription(self.stays.text())

    def _said(self) -> str:
        words = {
            Stage.AGAIN: self.tr("The original date stays “{}”. Why does it move again?"),
            Stage.SAME_DAYS: self.tr("The days are the same; the original date stays “{}”, with its reason."),
            Stage.BACK: self.tr("This is the original date again, so it no longer counts as revised."),
        }
        return words.get(self.stage, "").format(self._short)

    @property
    def is_revising(self) -> bool:
        """Whether the new date would count as a revision of the original."""
        return self.stage is Stage.AGAIN or (self.stage is Stage.FIRST and self.keeps.isChecked())

    @property
    def wants_reason(self) -> bool:
        """Whether somebody still has to say why; the reason of the last revision is only taken where it was looked at."""
        is_missing = not self.reason.text().strip()
        return self.is_revising and (is_missing or (self.stage is Stage.AGAIN and not self._is_asked))

    def ask(self) -> None:
        """Put the cursor into the reason, where there is one to give; the one from last time can be typed over."""
        if not self._line.isHidden():
            self._is_asked = True
            self.reason.setFocus()
            self.reason.end(False)
            self.reason.home(True)  # all of it, with its beginning in sight

    def command(self) -> Command | None:
        """Return the order that gives the row the date weighed last, None where there is no row."""
        if self._item is None:
            return None
        if self.stage is Stage.BACK:
            return GoBackToOriginal(self._item.id)
        if self.is_revising and self.reason.text().strip():
            return ReviseDate(self._item.id, self._taken, self.reason.text())
        return SetField(self._item.id, "by_when", self._taken)

    def _hear(self, words: str) -> None:
        self._is_asked = True
        self.keeps.setChecked(bool(words.strip()))

    def _agree(self) -> None:
        self._is_asked = True
        self.agreed.emit()
