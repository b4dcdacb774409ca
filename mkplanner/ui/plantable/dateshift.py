"""Moving the dates of the chosen rows by a day, a week or a month, with a reason where a date was revised before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.moving import can_move
from mkplanner.ui.fitting import FittingDialog
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

_SHIFTS = {
    "dates_day_later": (1, 0),
    "dates_day_earlier": (-1, 0),
    "dates_week_later": (7, 0),
    "dates_week_earlier": (-7, 0),
    "dates_month_later": (0, 1),
    "dates_month_earlier": (0, -1),
}
"""Every order with the days and months by which it moves dates later."""


class DateShifts:
    """Carries the orders out, each as one step that Undo takes back. `ask` is asked for a reason where one is needed, `shifted`
    hears of the rows that moved, and by how many days and months.
    """

    def __init__(self, table: PlanTable, chosen: Callable[[], tuple[str, ...]]) -> None:
        self._table = table
        self._chosen = chosen
        self.shifted: Callable[[tuple[str, ...], int, int], None] = lambda *_: None
        self.ask: Callable[[QWidget], str | None] = ask_reason

    def by_name(self) -> dict[str, Callable[[], None]]:
        """Return every order by its name."""
        return {name: partial(self._shift, days, months) for name, (days, months) in _SHIFTS.items()}

    def _shift(self, days: int, months: int) -> None:
        self._table.cell_delegate.keep_open_words()
        rows, tree = self._chosen(), self._table.plan_tree
        if not rows:
            return
        reason = self.ask(self._table.window()) if any(_needs_reason(tree.plan.items[row]) for row in rows) else ""
        if reason is not None and tree.run(ShiftDates(rows, days, months, reason)):
            self.shifted(rows, days, months)


def _needs_reason(item: Item) -> bool:
    """Whether the command would refuse to move a row's date without a reason: it was revised, and has days to move."""
    return bool(item.revised_reason) and item.by_when is not None and any(map(can_move, item.by_when.segments))


class ReasonDialog(FittingDialog):
    """Asks why a date that was revised moves again; without words there is nothing to agree to."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("reason_dialog")
        self.setWindowTitle(self.tr("Move dates"))
        self.setMinimumWidth(theme.px(380))
        self._move = primary(QPushButton(self.tr("Move")))
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Reason for the new date"))
        self.words.textChanged.connect(lambda words: self._move.setEnabled(bool(words.strip())))
        self._move.setEnabled(False)
        self._move.setToolTip(self.tr("Say why the date moves."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.addButton(self._move, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(label(self.tr("A date here was revised before. Why does it move again?"), "strong", wrap=True))
        layout.addWidget(self.words)
        layout.addWidget(buttons)


def ask_reason(parent: QWidget) -> str | None:
    """Ask for the reason; None where the user would rather leave the dates."""
    dialog = ReasonDialog(parent)
    agreed = dialog.exec()
    dialog.deleteLater()
    return dialog.words.text().strip() if agreed else None
