"""What stands under a date while it is typed: how it is read, how it is drawn, other readings, the old date with a reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.editors.daycalendar import DayCalendar
from mkplanner.ui.editors.helpline import HelpLine
from mkplanner.ui.editors.markstrip import MarkStrip
from mkplanner.ui.editors.olddate import OldDate, Stage
from mkplanner.ui.editors.popupplace import EDGE, beside, near, room_beside
from mkplanner.ui.editors.readings import ReadingList, readings_of, settled
from mkplanner.ui.editors.readingwords import reading_remark, reading_sentence
from mkplanner.ui.look import icons, theme
from mkplanner.ui.parts import label, primary, rule

_WIDTH, _NARROWEST = 480, 230


class ReadingPopup(QFrame):
    """`finished` brings True to keep and False to leave all as it was."""

    finished = Signal(bool)

    def __init__(self, plan: Plan, item: Item | None, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("reading_popup")
        self._plan, self._item, self._window = plan, item, window
        self._calendar = Calendar.of(plan.context())
        self.frame = Timeframe("")
        self.choice: int | None = None
        self.setStyleSheet(
            f"QFrame#reading_popup {{ background: {theme.current()['raised']}; border: 1px solid {theme.current()['edge']};"
            f" border-radius: {theme.px(6)}px; }}"
        )
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        layout.setSpacing(theme.px(7))
        layout.addLayout(self._reading())
        self.strip = MarkStrip()
        layout.addWidget(self.strip)
        self.readings = ReadingList()
        self.readings.chosen.connect(self.choose)
        layout.addWidget(self.readings)
        self.calendar: DayCalendar | None = None
        self.helps = HelpLine()
        layout.addWidget(self.helps)
        layout.addWidget(rule())
        self.old = OldDate(item)
        self.old.changed.connect(self._refresh)
        self.old.agreed.connect(lambda: self.finished.emit(True))
        layout.addWidget(self.old)
        layout.addWidget(self._buttons())

    def _reading(self) -> QHBoxLayout:
        self._sign = QLabel()
        self.sentence = label("", "h2", wrap=True)
        self.sentence.setObjectName("reading_sentence")
        self.remark = label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.sentence)
        words.addWidget(self.remark)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def _buttons(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.tr("The words stay as you typed them."), "muted", wrap=True), 1)
        cancel = QPushButton(self.tr("Cancel   Esc"))
        cancel.setObjectName("cancel_date")
        keep = primary(QPushButton(self.tr("Keep   Enter")))
        keep.setObjectName("keep_date")
        for button, is_kept in ((cancel, False), (keep, True)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, is_kept=is_kept: self.finished.emit(is_kept))
            line.addWidget(button)
        self._foot = made
        return made

    # What is shown

    def show_frame(self, frame: Timeframe) -> None:
        """Show how the words are read now; a choice made for other words falls."""
        if frame.words != self.frame.words:
            self.choice = None
        self.frame = frame
        self._refresh()

    def choose(self, place: int) -> None:
        """Take one of the readings."""
        if 0 <= place < len(readings_of(self.frame)):
            self.choice = place
            self._refresh()

    @property
    def is_choosing_day(self) -> bool:
        """Whether the calendar stands where picture and readings were."""
        return self.calendar is not None and not self.calendar.isHidden()

    def open_calendar(self) -> DayCalendar:
        """Show the calendar, at the day that the words name last, in place of picture and readings."""
        if self.calendar is None:
            self.calendar = DayCalendar(self._plan.info.nation, self)
            self._layout.insertWidget(self._layout.indexOf(self.helps), self.calendar)
        self.calendar.show_day(self.taken.last_day or date.today())
        self.calendar.show()
        self._refresh()
        return self.calendar

    def close_calendar(self) -> None:
        """Show picture and readings again."""
        if self.calendar is not None:
            self.calendar.hide()
            self._refresh()

    @property
    def taken(self) -> Timeframe:
        """The date with the reading that was chosen."""
        return settled(self.frame, self.choice)

    def _refresh(self) -> None:
        taken, readings = self.taken, readings_of(self.frame)
        self.old.weigh(taken)
        is_certain = taken.is_dated and not taken.is_ambiguous and not taken.remarks
        token = "status_G_edge" if is_certain else "warning"
        self._sign.setPixmap(icons.pixmap("tick" if is_certain else "warning", theme.px(20), token))
        self.sentence.setText(reading_sentence(taken.segments) if taken.segments else self.tr("Words only, no date"))
        self.remark.setText(reading_remark(taken) if taken.words else self.tr("Type when it should happen."))
        self.remark.setVisible(bool(self.remark.text()))
        self._show_strip(taken)
        # With one reading and words alone there is nothing to ask; the keys choose all the same.
        self.readings.setVisible((len(readings) > 2 or self.choice is not None) and not self.is_choosing_day)
        self.readings.show_readings(readings, self.choice or 0)
        self.helps.condition.setEnabled(bool(self.frame.words.strip()))
        self.old.setVisible(self.old.stage is not Stage.NOTHING and not self.is_choosing_day)
        self.adjust()

    def _show_strip(self, taken: Timeframe) -> None:
        self.strip.setVisible(taken.is_dated and not self.is_choosing_day)
        if taken.is_dated:
            original = self._item.original if self._item else None
            old = self._item.by_when if self._item and self.old.is_revising and original is None else original
            is_told = self.old.stage is not Stage.NOTHING
            was = old if old and is_told and old.segments != taken.segments else None
            self.strip.show_frame(taken, was, date.today(), self._calendar)

    # Where it stands

    def adjust(self, width: int = 0) -> None:
        """Take the height that the words ask for in a width; as wide as it was where none is given."""
        width = width or self.width()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
            if (inside := widget.layout()) is not None:
                inside.invalidate()
        self._layout.invalidate()
        self.setFixedSize(width, self._layout.totalHeightForWidth(width))

    def stand_by(self, cell: QRect) -> None:
        """Stand under a cell of the window, else above it, else beside it.

        Where room is scarce the picture goes first, then the helps and the buttons, whose keys do the same.
        """
        around = self._window.rect()
        usual = min(theme.px(_WIDTH), around.width() - 2 * EDGE)
        for spared in range(4):
            self._spare(spared)
            self.adjust(usual)
            place = near(cell, self.size(), around)
            if place is not None:
                break
        else:
            room = room_beside(cell, around)
            for spared in (2, 3) if room >= theme.px(_NARROWEST) else ():
                self._spare(spared)
                self.adjust(min(usual, room))
                if self.height() < around.height():
                    break
            place = beside(cell, self.size(), around)
        self.move(place)
        self.raise_()
        self.show()

    def _spare(self, parts: int) -> None:
        """Leave out the picture (1), also the helps (2), also the buttons (3)."""
        self.strip.setVisible(self.taken.is_dated and parts < 1 and not self.is_choosing_day)
        self.helps.setVisible(parts < 2 and not self.is_choosing_day)
        self._foot.setVisible(parts < 3)
