"""Two boxes of financial years: the first and the last that a plan covers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

BEFORE, AFTER = 30, 15
NOT_SET = -1


class YearsBox(QWidget):
    """April-to-March years; `changed` says that the user chose others. Not set until somebody sets it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._last = _years(self.tr("First year")), _years(self.tr("Last year"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._first)
        layout.addWidget(label(self.tr("to"), "muted"))
        layout.addWidget(self._last)
        self.setFocusProxy(self._first)
        self._first.activated.connect(lambda _index: self._settle(self._first))
        self._last.activated.connect(lambda _index: self._settle(self._last))

    @property
    def is_set(self) -> bool:
        """Whether both years are known."""
        return NOT_SET not in (self._first.currentData(), self._last.currentData())

    def days(self) -> tuple[date, date]:
        """Return the first and the last day of the years that are set, both inclusive."""
        return date(self._first.currentData(), 4, 1), date(self._last.currentData() + 1, 3, 31)

    def show_days(self, start: date, end: date) -> None:
        """Show the financial years of two days without telling anybody."""
        _choose(self._first, start.year if start.month >= 4 else start.year - 1)
        _choose(self._last, end.year if end.month >= 4 else end.year - 1)

    def _settle(self, chosen: QComboBox) -> None:
        """Keep the years in order, and give a missing one the value of the other."""
        other = self._last if chosen is self._first else self._first
        is_wrong = (self._first.currentData() > self._last.currentData()) if self.is_set else True
        if is_wrong:
            _choose(other, chosen.currentData())
        self.changed.emit()


def _years(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    this = date.today().year
    box.addItem("not known", NOT_SET)
    for year in range(this - BEFORE, this + AFTER):
        box.addItem(f"{year}/{(year + 1) % 100:02d}", year)
    return box


def _choose(box: QComboBox, year: int) -> None:
    if box.findData(year) < 0:
        box.addItem(f"{year}/{(year + 1) % 100:02d}", year)
    box.setCurrentIndex(box.findData(year))
