"""A calendar to choose a day from: weeks from Monday, the nation's bank holidays tinted and told in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from mkplanner.charts.marks.words import long_date
from mkplanner.ui.look import icons, theme
from mkplanner.ui.parts import label

_HEIGHT = 196
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DayCalendar(QWidget):
    """`chosen` brings the day that was clicked or on which Enter was pressed; `left` that Esc was."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, nation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day_calendar")
        self._nation = nation
        self._tinted: set[int] = set()
        self.month = QCalendarWidget()
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setDateEditEnabled(False)
        self.month.setMinimumDate(QDate(1900, 1, 1))
        self.month.setMaximumDate(QDate(2999, 12, 31))
        self.month.setAccessibleName(self.tr("Choose a day"))
        self.day_said = label("", "muted", wrap=True)
        self._look()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        layout.addWidget(self.month)
        layout.addWidget(self.day_said)
        days = self.month.findChild(QAbstractItemView, "qt_calendar_calendarview")
        assert days is not None, "Qt names its calendar's parts"
        self.days = days
        self.days.installEventFilter(self)
        self.setFocusProxy(self.days)
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        self.month.selectionChanged.connect(self._say)
        self.month.currentPageChanged.connect(lambda year, _month: self._tint(year))

    def show_day(self, day: date) -> None:
        """Open at a day."""
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._tint(day.year)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc puts the calendar away, and so does the key that opened it."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            is_opener = (event.key(), event.modifiers()) == (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Escape or is_opener:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(_of(day))

    def _say(self) -> None:
        from mkplanner.models.timeframes.holidays import holiday_name

        day = _of(self.month.selectedDate())
        holiday = holiday_name(day, self._nation)
        words = f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"
        self.day_said.setText(f"{words}: {holiday}, a bank holiday" if holiday else words)
        self.month.setAccessibleDescription(self.day_said.text())

    def _tint(self, year: int) -> None:
        """Mark the bank holidays of a year and of the days beside it that the calendar shows too."""
        from mkplanner.models.timeframes.holidays import bank_holidays

        for near in {year - 1, year, year + 1} - self._tinted:
            for day, name in bank_holidays(self._nation, near).items():
                look = QTextCharFormat()
                look.setBackground(theme.colour("tint_warn"))
                look.setForeground(theme.colour("text"))
                look.setFontUnderline(True)
                look.setToolTip(name)
                self.month.setDateTextFormat(QDate(day.year, day.month, day.day), look)
        self._tinted |= {year - 1, year, year + 1}

    def _look(self) -> None:
        """The colours of the theme: weekends quieter, not red, which means late."""
        weekend, head = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(theme.colour("text2"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, weekend)
        head.setForeground(theme.colour("text2"))
        head.setBackground(theme.colour("raised"))
        self.month.setHeaderTextFormat(head)
        tokens = theme.current()
        self.month.setStyleSheet(
            f"QWidget#qt_calendar_navigationbar {{ background: {tokens['header']}; }}"
            f"QToolButton {{ color: {tokens['text']}; background: transparent; border: 0; padding: {theme.px(3)}px; }}"
            "QToolButton::menu-indicator { image: none; width: 0; }"
            f"QToolButton:hover {{ background: {tokens['hover']}; }}"
            f"QAbstractItemView {{ selection-background-color: {tokens['accent']};"
            f" selection-color: {tokens['accent_text']}; }}"
        )
        self.month.setMinimumHeight(theme.px(_HEIGHT))
        for name, arrow in (("prevmonth", "left"), ("nextmonth", "right")):
            button = self.month.findChild(QToolButton, f"qt_calendar_{name}")
            assert button is not None, "Qt names its calendar's parts"
            button.setIcon(icons.icon(f"chevron-{arrow}"))


def _of(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
