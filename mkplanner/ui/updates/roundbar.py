"""The line above the updates: since which day they count, which rows are shown, and how far the round has got."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mkplanner.models.asking.updateround import Standing
from mkplanner.ui.look import theme
from mkplanner.ui.parts import Segments, label

ALL, SILENT, LIGHTS = "all", "silent", "lights"


class RoundBar(QFrame):
    """`day_chosen` brings another first day of the round, `shown_chosen` which rows to show: ALL, SILENT or LIGHTS."""

    day_chosen = Signal(date)
    shown_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("round_bar")
        self.setAccessibleName(self.tr("Round of updates"))
        self.setProperty("role", "strip")
        self.since = QDateEdit()
        self.since.setObjectName("round_since")
        self.since.setAccessibleName(self.tr("Updates since"))
        self.since.setDisplayFormat("d MMMM yyyy")
        self.since.setCalendarPopup(True)
        self.since.setToolTip(self.tr("The first day of this round; the plan remembers it for everybody."))
        self.since.editingFinished.connect(self._tell_day)
        self.shown = Segments(
            (
                (ALL, self.tr("All rows")),
                (SILENT, self.tr("Still to come")),
                (LIGHTS, self.tr("Amber and red")),
            ),
            self.tr("Rows shown"),
        )
        self.shown.setObjectName("round_shown")
        self.shown.chosen.connect(self.shown_chosen)
        self.standing: QLabel = label("", "strong")
        self.standing.setObjectName("round_standing")
        self._day = date.min
        self._lay_out()

    def _lay_out(self) -> None:
        """One line where there is room, else the choice of rows in a second one."""
        words = label(self.tr("Updates since"), "muted")
        words.setBuddy(self.since)
        self._rows = QVBoxLayout(self)
        self._first = QHBoxLayout()
        self._first.addWidget(words)
        self._first.addWidget(self.since)
        self._first.addStretch(1)
        self._first.addWidget(self.standing)
        self._rows.addLayout(self._first)
        self._is_narrow = False
        self._first.insertWidget(2, self.shown)
        self.redress()

    def redress(self) -> None:
        """Take the measures of another theme or text size."""
        self._rows.setContentsMargins(theme.px(10), theme.px(5), theme.px(12), theme.px(5))
        self._rows.setSpacing(theme.px(5))
        self._first.setSpacing(theme.px(8))
        self._needed = self._first.sizeHint().width() + self.shown.sizeHint().width() * self._is_narrow

    def minimumSizeHint(self) -> QSize:
        return QSize(self.shown.sizeHint().width() + theme.px(22), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._needed + theme.px(22)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        (self._first if is_narrow else self._rows).removeWidget(self.shown)
        if is_narrow:
            self._rows.addWidget(self.shown)
        else:
            self._first.insertWidget(2, self.shown)

    def show_round(self, since: date, standing: Standing) -> None:
        """Show the first day of the round, and how many rows have told."""
        self._day = since
        self.since.blockSignals(True)
        self.since.setDate(QDate(since.year, since.month, since.day))
        self.since.blockSignals(False)
        self.standing.setText(standing.words)

    def show_choice(self, shown: str) -> None:
        """Press the button of the rows that are shown; none of them where something else is asked for."""
        self.shown.choose(shown)

    def _tell_day(self) -> None:
        chosen = self.since.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        if day != self._day:
            self.day_chosen.emit(day)
