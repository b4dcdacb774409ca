"""One outcome in the details: its words, who shares it, and the doings at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mkplanner.models.commands.outcomes import ChangeOutcome, RemoveOutcome, ShareOutcome
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Outcome, Plan
from mkplanner.models.wording import count
from mkplanner.ui.editors.growingedit import GrowingEdit
from mkplanner.ui.editors.iconbutton import icon_button
from mkplanner.ui.editors.rowpicker import RowEdit, find_row
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label


class OutcomeEntry(QWidget):
    """`wanted` brings the command for a change. Shows the outcome afresh with `show_outcome`, and keeps what is typed."""

    wanted = Signal(object)

    def __init__(self, plan: Plan, outcome: Outcome, item: str, number: int) -> None:
        super().__init__()
        self._outcome, self._item, self._plan = outcome, item, plan
        self.words = GrowingEdit(self.tr("Outcome {}").format(number))
        self.words.setObjectName(f"outcome_{outcome.id}")
        self.words.kept.connect(self._change)
        self._others = label("", "label", wrap=True)
        self._share = self._button("link", "share", self._open_sharing)
        self._off = self._button(
            "outdent", "off", lambda: self.wanted.emit(RemoveOutcome(self._outcome.id, self._item))
        )
        self._delete = self._button("delete", "delete", lambda: self.wanted.emit(RemoveOutcome(self._outcome.id)))
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self.sharing: RowEdit | None = None
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(2))
        foot.addWidget(self._others, 1)
        for button in (self._share, self._off, self._delete):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))
        self._layout.addWidget(self.words)
        self._layout.addLayout(foot)
        self._layout.addWidget(self._trouble)
        self.show_outcome(plan, outcome, number)

    def _button(self, drawing: str, deed: str, do: object) -> QToolButton:
        button = icon_button(drawing, "", f"{deed}_{self._outcome.id}")
        button.clicked.connect(do)
        return button

    def show_outcome(self, plan: Plan, outcome: Outcome, number: int) -> None:
        """Show the outcome as it stands now, as the row's outcome with this number."""
        if len(outcome.items) != len(self._outcome.items):
            self._close_sharing()
        self._plan, self._outcome = plan, outcome
        self.words.set_words(outcome.text)
        self.words.setAccessibleName(self.tr("Outcome {}").format(number))
        told = numbers(plan)
        others = [told[item] for item in outcome.items if item != self._item and item in told]
        self._others.setText(
            self.tr("Shared with {}").format(", ".join(others)) if others else self.tr("This row alone")
        )
        whole = self.tr("Delete outcome {}").format(number)
        rows = count(len(outcome.items), "row")
        _name(self._delete, self.tr("{} from all {}").format(whole, rows) if others else whole)
        _name(self._share, self.tr("Share outcome {} with another row").format(number))
        _name(self._off, self.tr("Take outcome {} off this row").format(number))
        self._off.setVisible(bool(others))

    def _open_sharing(self) -> None:
        """Show a line to type the number or title of another row that this outcome belongs to; once more puts it away."""
        if self.sharing is not None:
            self._close_sharing()
            return
        self.sharing = edit = RowEdit(self._plan)
        edit.setObjectName("share_with")
        edit.setAccessibleName(self.tr("Share with a row"))
        edit.setPlaceholderText(self.tr("Its number or title…"))
        edit.returnPressed.connect(self._add_row)
        self._layout.insertWidget(2, edit)
        edit.show()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_sharing(self) -> None:
        if self.sharing is not None:
            self._share.setFocus()
            self.sharing.deleteLater()
            self.sharing = None
        self._trouble.hide()

    def _add_row(self) -> None:
        words = self.sharing.text() if self.sharing is not None else ""
        other = find_row(self._plan, words)
        if other is None or other in self._outcome.items:
            refusal = self.tr("No single row fits “{}”; type its number.") if other is None else self.tr("{} has it.")
            self._trouble.setText(refusal.format(words.strip()))
            self._trouble.show()
            return
        self.wanted.emit(ShareOutcome(self._outcome.id, (*self._outcome.items, other)))

    def _change(self, words: str) -> None:
        """Keep other words; none at all take the outcome off the row."""
        if words.strip():
            self.wanted.emit(ChangeOutcome(self._outcome.id, words))
        else:
            self.wanted.emit(RemoveOutcome(self._outcome.id, self._item if len(self._outcome.items) > 1 else None))


def _name(button: QToolButton, words: str) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)
