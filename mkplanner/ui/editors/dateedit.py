"""Typing a date in a cell: the words keep the cell, and the reading stands under it at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mkplanner.models.commands.base import Command
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.rows import SetField
from mkplanner.models.fields import read_by_when
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.editors.celledit import CellEdit
from mkplanner.ui.editors.readingpopup import ReadingPopup
from mkplanner.ui.editors.readingwords import reading_sentence

_FIRST_DIGIT = int(Qt.Key.Key_1)


class DateEdit(CellEdit):
    """A `CellEdit` with a `ReadingPopup`. Alt+1, Alt+2… choose a reading, Alt+R goes to the reason.

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
        self._window = parent.window()
        self.popup = ReadingPopup(plan, item, self._window)
        self.popup.hide()
        self._is_over = False
        self.popup.finished.connect(self._end)
        self.popup.reason.installEventFilter(self)
        self.textChanged.connect(self._read)
        self.destroyed.connect(self.popup.deleteLater)

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
        if self.isVisible():
            self._place_popup()

    def _end(self, is_kept: bool) -> None:
        """End editing from the popup, once."""
        if not self._is_over and (not is_kept or self.may_end()):
            self._is_over = True
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
        if self.popup.is_revising and not self.popup.wants_reason:
            self._run(ReviseDate(self._item.id, taken, self.popup.reason.text()))
        else:
            self._run(SetField(self._item.id, "by_when", taken))

    def may_end(self) -> bool:
        """Whether Enter may keep the date; if a reason is still wanted the cursor goes there."""
        if self.popup.wants_reason:
            self.popup.reason.setFocus()
            return False
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Also the keys that choose a reading and go to the reason."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        is_ours = event.key() == Qt.Key.Key_R or _FIRST_DIGIT <= event.key() < _FIRST_DIGIT + 9
        return (is_alt and is_ours) or super().claims(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Choose a reading or go to the reason; else what any cell's editor does."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            if _FIRST_DIGIT <= event.key() < _FIRST_DIGIT + 9:
                self.popup.choose(event.key() - _FIRST_DIGIT)
                self._describe()
                self._place_popup()
                return True
            if event.key() == Qt.Key.Key_R and not self.popup.reason.isHidden():
                self.popup.reason.setFocus()
                return True
        return super().takes(event)

    def owns(self, widget: QWidget | None) -> bool:
        """Also what stands in the popup."""
        return super().owns(widget) or (widget is not None and self.popup.isAncestorOf(widget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the reason leaves all as it was; leaving the reason for elsewhere keeps the date."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end(False)
            return True
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            now = QApplication.focusWidget()
            if now is not None and not self.owns(now) and not self._is_over:
                self._end(True)
                now.setFocus()
        return super().eventFilter(watched, event)

    def take_place(self, cell: QRect, around: QRect) -> None:
        """Stand in a cell, the popup under it."""
        super().take_place(cell, around)
        self._place_popup()

    def _place_popup(self) -> None:
        if not (isValid(self.popup) and isValid(self._window)):
            return  # The window is being taken down with the editor open.
        self.popup.stand_by(QRect(self.mapTo(self._window, self.rect().topLeft()), self.size()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_over = True
        if isValid(self.popup):
            self.popup.hide()
