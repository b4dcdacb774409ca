"""Asks, beside a mark that was let go, what becomes of the words that somebody typed: kept as the original, or changed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from mkplanner.models.edit import Edit
from mkplanner.models.wording import count
from mkplanner.ui.look import theme
from mkplanner.ui.parts import label, primary
from mkplanner.ui.timetable.holding import Holding

_WIDTH, _LONGEST, _AWAY = 420, 46, 18


class AskWords(QFrame):
    """A small window that goes away by itself where somebody clicks elsewhere, and nothing is changed then.

    `answered` brings the reason and whether the words are changed; `closed` says that there was no answer.
    """

    answered = Signal(str, bool)
    closed = Signal()

    def __init__(self, holding: Holding, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("ask_words")
        self.setAccessibleName(self.tr("What becomes of the words"))
        self.setFixedWidth(theme.px(_WIDTH))
        self._is_answered = False
        self._has_original = any(item.original is not None for item in holding.revised)
        words = theme.current()
        self.setStyleSheet(f"QFrame#ask_words {{ background: {words['raised']}; border: 1px solid {words['edge']}; }}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        layout.setSpacing(theme.px(7))
        self.dates, self.difference = label("", "h2", wrap=True), label("", "muted", wrap=True)
        layout.addWidget(self.dates)
        layout.addWidget(self.difference)
        layout.addSpacing(theme.px(2))
        self.keeps = QRadioButton()
        self.keeps.setObjectName("keep_words")
        self.changes = QRadioButton()
        self.changes.setObjectName("change_words")
        self.reason = QLineEdit()
        self.reason.setObjectName("revision_reason")
        self.reason.setAccessibleName(self.tr("Reason for the new date"))
        self.reason.setPlaceholderText(self.tr("Reason: why did the date move?"))
        self.reason.setText(next((item.revised_reason for item in holding.revised), ""))
        indented = QHBoxLayout()
        indented.setContentsMargins(theme.px(26), 0, 0, theme.px(2))
        indented.addWidget(self.reason)
        layout.addWidget(self.keeps)
        layout.addLayout(indented)
        layout.addWidget(self.changes)
        layout.addSpacing(theme.px(4))
        layout.addLayout(self._buttons())
        self.keeps.setChecked(True)
        self.keeps.toggled.connect(self._fit)
        self.reason.textEdited.connect(self._write)
        self.tell(holding)

    def tell(self, holding: Holding) -> None:
        """Name the dates as they are held now, and the words they would lead to; the answer begun so far stays."""
        dates, difference = holding.words()
        self.dates.setText(dates)
        self.difference.setText(difference)
        self.keeps.setText(self._keeping(holding))
        self.changes.setText(self._changing(holding))
        self._fit()

    def _buttons(self) -> QHBoxLayout:
        self._hint = label("", "muted", wrap=True)
        cancel = QPushButton(self.tr("Leave it"))
        cancel.setObjectName("leave_words")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        self.agree = primary(QPushButton())
        self.agree.setObjectName("agree_words")
        self.agree.clicked.connect(self._answer)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._hint, 1)
        line.addWidget(cancel)
        line.addWidget(self.agree)
        return line

    def _keeping(self, holding: Holding) -> str:
        rows = holding.typed or holding.revised
        if len(holding.rows) > 1:
            return self.tr("&Keep the words of {} as the original, with a reason").format(count(len(rows), "row"))
        if (original := rows[0].original) is not None:
            return self.tr("&Revise it again: “{}” stays the original").format(_short(original.words))
        return self.tr("&Keep “{}” as the original").format(_short(rows[0].by_when.words if rows[0].by_when else ""))

    def _changing(self, holding: Holding) -> str:
        if len(holding.rows) > 1:
            return self.tr("&Change the words to the new dates")
        edit = Edit(holding.plan)
        id_ = holding.command(rewrites=True).apply(edit)
        frame = edit.item(id_).by_when
        return self.tr("&Change the words to “{}”").format(_short(frame.words if frame else ""))

    def _write(self) -> None:
        self.keeps.setChecked(True)
        self._fit()

    def _fit(self) -> None:
        keeps = self.keeps.isChecked()
        lacks = keeps and not self.reason.text().strip()
        self.agree.setText(self.tr("Revise date") if keeps else self.tr("Change words"))
        self.agree.setEnabled(not lacks)
        self.agree.setToolTip(self.tr("Say why the date moved.") if lacks else "")
        stays = self.tr("The original and its reason stay.") if self._has_original and not keeps else ""
        self._hint.setText(self.tr("A revised date needs a reason.") if lacks else stays)

    def _answer(self) -> None:
        if not self.agree.isEnabled():
            return
        self._is_answered = True
        keeps = self.keeps.isChecked()
        reason = self.reason.text().strip() if keeps else ""
        self.hide()
        self.answered.emit(reason, not keeps)

    def show_near(self, port: QWidget, at: QPoint) -> None:
        """Show below a point of the chart, or above it, wholly on the screen, ready for the reason."""
        self.adjustSize()
        room: QRect = port.screen().availableGeometry()
        place = port.mapToGlobal(at)
        x = min(max(room.left() + 4, place.x() - self.width() // 2), room.right() - self.width() - 4)
        y = place.y() + theme.px(_AWAY)
        if y + self.height() > room.bottom() - 4:
            y = max(room.top() + 4, place.y() - theme.px(_AWAY) - self.height())
        self.move(x, y)
        self.show()
        self.reason.setFocus(Qt.FocusReason.PopupFocusReason)
        self.reason.end(False)
        self.reason.home(True)  # all of it, with its beginning in sight

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._is_answered and not event.spontaneous():
            self._is_answered = True
            self.closed.emit()


def _short(words: str) -> str:
    line = " ".join(words.split()).replace("&", "&&")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
