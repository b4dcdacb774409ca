"""Typing a date in a cell: the words keep the cell, and the reading stands under it at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import read_by_when
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.editors.datehelps import Typed, next_target, with_condition, with_day, with_line
from mkplanner.ui.editors.helpline import KEYS
from mkplanner.ui.editors.popupcell import PopupCell
from mkplanner.ui.editors.readingpopup import ReadingPopup
from mkplanner.ui.editors.readingwords import reading_sentence

_FIRST_DIGIT = int(Qt.Key.Key_1)


class DateEdit(PopupCell):
    """A cell with a `ReadingPopup`. Alt+1, Alt+2… choose a reading, Alt+R goes to the reason.
    Alt+C opens the calendar, Alt+L adds a line for one more target, Alt+I says what it hangs on.

    `finish(keep)` ends editing; `run` carries out the command for the new date.
    """

    def __init__(
        self,
        plan: Plan,
        item: Item | None,
        parent: QWidget,
        finish: Callable[[QWidget, bool], None],
        run: Callable[[Command], bool],
    ) -> None:
        super().__init__(parent)
        self._plan, self._item, self._run = plan, item, run
        self._finish = finish
        self.popup = ReadingPopup(plan, item, self._window)
        self.popup.finished.connect(self._end)
        self.popup.old.reason.installEventFilter(self)
        self.popup.old.changed.connect(lambda: self.place_popup() if self.isVisible() else None)
        self.popup.helps.asked.connect(self.give_help)
        self.textChanged.connect(self._read)
        self.attach(self.popup)

    def set_words(self, words: str) -> None:
        """Show the date's words and how they are read."""
        super().set_words(words)
        self._read()

    def _read(self) -> None:
        words = self.toPlainText()
        old = self._item.by_when if self._item else None
        frame = old if old is not None and old.words == words else read_by_when(self._plan, words)
        self.popup.show_frame(frame or Timeframe(words))
        self._describe()
        if not self.popup.isHidden():  # which stands there before the editor itself is shown
            self.place_popup()

    def _end(self, is_kept: bool) -> None:
        """End editing from the popup, once."""
        if not self.is_over and (not is_kept or self.may_end()):
            self.is_over = True
            self._finish(self, is_kept)

    def _describe(self) -> None:
        """Say the reading to whoever cannot see it."""
        self.setAccessibleDescription(f"Read as {reading_sentence(self.popup.taken.segments)}")

    def keep(self, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> None:
        """Make the words, or the chosen reading of them, the row's date; revised with a reason where that was asked."""
        if self._item is None:
            return
        words, old = self.toPlainText().strip("\n"), self._item.by_when
        if not words.strip():
            if old is not None:
                self._run(SetField(self._item.id, "by_when", None))
            return
        taken = self.popup.taken
        if old is not None and taken == old:
            return
        command = self.popup.old.command()
        if command is not None:
            self._run(command)

    def may_end(self) -> bool:
        """Whether Enter may keep the date; if a reason is still wanted the cursor goes there."""
        if self.popup.old.wants_reason:
            self.popup.old.ask()
            return False
        return True

    def give_help(self, name: str) -> None:
        """Open the calendar, add a line or say a condition: `name` is one of `KEYS`."""
        if name == "calendar":
            self._turn_calendar()
        elif name == "line":
            day = next_target(self._plan, self.popup.taken.last_day or date.today())
            self._write(with_line(self._typed(), day))
        elif self.toPlainText().strip():
            self._write(with_condition(self._typed()))

    def _turn_calendar(self) -> None:
        """Open the calendar, or put it away."""
        if self.popup.is_choosing_day:
            self._leave_calendar()
            return
        is_new = self.popup.calendar is None
        calendar = self.popup.open_calendar()
        if is_new:
            calendar.days.installEventFilter(self)
            calendar.chosen.connect(self._take_day)
            calendar.left.connect(self._leave_calendar)
        self.place_popup()
        calendar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_day(self, day: date) -> None:
        self._leave_calendar()
        self._write(with_day(self._typed(), day))

    def _leave_calendar(self) -> None:
        self.setFocus()
        self.popup.close_calendar()
        self.place_popup()

    def _typed(self) -> Typed:
        """The words with what is chosen in them, counted in letters; Qt counts rare signs twice."""
        words, cursor = self.toPlainText(), self.textCursor()
        units = words.encode("utf-16-le")
        start, end = (
            len(units[: 2 * at].decode("utf-16-le", "ignore"))
            for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return Typed(words, start, end)

    def _write(self, typed: Typed) -> None:
        """Put other words in the field, as one step that Ctrl+Z takes back."""
        start, end = (len(typed.words[:at].encode("utf-16-le")) // 2 for at in (typed.start, typed.end))
        cursor = self.textCursor()
        if typed.words != self.toPlainText():
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(typed.words)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def claims(self, event: QKeyEvent) -> bool:
        """Also the keys that choose a reading, go to the reason and help."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        is_ours = event.key() == Qt.Key.Key_R or event.key() in KEYS or _FIRST_DIGIT <= event.key() < _FIRST_DIGIT + 9
        return (is_alt and is_ours) or super().claims(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Choose a reading, go to the reason or help; else what any cell's editor does."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if _FIRST_DIGIT <= event.key() < _FIRST_DIGIT + 9:
                self.popup.choose(event.key() - _FIRST_DIGIT)
                self._describe()
                self.place_popup()
                return True
            if event.key() == Qt.Key.Key_R:
                self.popup.old.ask()
                return True
            if event.key() in KEYS:
                self.give_help(KEYS[Qt.Key(event.key())])
                return True
        return super().takes(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the reason leaves all as it was; leaving reason or calendar for elsewhere keeps the date."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and watched is self.popup.old.reason:
            self._end(False)
            return True
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            now = QApplication.focusWidget()
            if now is not None and not self.owns(now) and not self.is_over:
                self._end(True)
                now.setFocus()
        return super().eventFilter(watched, event)
