"""Moving the dates of several rows from the details: so many days, weeks or months later or earlier, with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.plan import Plan
from mkplanner.models.timeframes.moving import can_move
from mkplanner.models.wording import count
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, number_box

_MOST = 999


class ShiftForm(QWidget):
    """`wanted` brings the command. Nothing is moved by itself: only the button moves dates, and one Undo takes it back."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shift_form")
        self._items: tuple[str, ...] = ()
        self._can_move = self._needs_reason = False
        self.number = number_box("shift_number", self.tr("How many"), _MOST, 1)
        self.unit = QComboBox()
        self.unit.setObjectName("shift_unit")
        self.unit.setAccessibleName(self.tr("Days, weeks or months"))
        for key, words in (("days", self.tr("days")), ("weeks", self.tr("weeks")), ("months", self.tr("months"))):
            self.unit.addItem(words, key)
        self.unit.setCurrentIndex(1)
        self.reason = QLineEdit()
        self.reason.setObjectName("shift_reason")
        self.reason.setAccessibleName(self.tr("Reason for moving the dates"))
        self.reason.setPlaceholderText(self.tr("Reason: why do the dates move?"))
        self.reason.textChanged.connect(lambda _words: self._fit())
        self.move_now = QPushButton(self.tr("Move dates"))
        self.move_now.setObjectName("shift_now")
        self.move_now.clicked.connect(self._move)
        self.found = label("", "label", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(4), 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.addWidget(label(self.tr("Move dates later (below 0: earlier) by"), "label", wrap=True), 0, 0, 1, 2)
        grid.addWidget(self.number, 1, 0)
        grid.addWidget(self.unit, 1, 1)
        grid.addWidget(self.reason, 2, 0, 1, 2)
        grid.addWidget(self.move_now, 3, 0, 1, 2)
        grid.addWidget(self.found, 4, 0, 1, 2)

    def show_rows(self, plan: Plan, items: tuple[str, ...]) -> None:
        """Say how many of these rows have a date that can move."""
        self._items = items
        rows = [plan.items[id_] for id_ in items]
        able = [row for row in rows if row.by_when is not None and any(map(can_move, row.by_when.segments))]
        movable = len(able)
        self._can_move = bool(movable)
        self._needs_reason = any(row.revised_reason or (row.by_when and row.by_when.typed) for row in able)
        self._fit()
        words = self.tr("{} has a day that can move.") if movable == 1 else self.tr("{} have a day that can move.")
        self.found.setText(words.format(count(movable, "row")) if movable else self.tr("None of them has a day."))

    def _fit(self) -> None:
        """Words that somebody typed become the original, and that a date was revised is always said with a reason."""
        lacks = self._needs_reason and not self.reason.text().strip()
        self.move_now.setEnabled(self._can_move and not lacks)
        self.move_now.setToolTip(self.tr("Say why the dates move.") if self._can_move and lacks else "")

    def _move(self) -> None:
        number, unit = self.number.value(), self.unit.currentData()
        days = number * {"days": 1, "weeks": 7, "months": 0}[unit]
        months = number if unit == "months" else 0
        if number:
            self.wanted.emit(ShiftDates(self._items, days, months, self.reason.text().strip() or None))
