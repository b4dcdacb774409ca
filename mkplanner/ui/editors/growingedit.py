"""A field of several lines that is as tall as its words, and keeps them when it is left or at Ctrl+Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from mkplanner.ui.editors.textlines import text_height
from mkplanner.ui.look import theme

_COMING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_LEAVING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class GrowingEdit(QPlainTextEdit):
    """`kept` brings the words once they are to be kept; Esc takes them back to what they were.

    `set_words` never overwrites words that are being typed. With `one_line` line breaks become spaces, and Enter keeps.
    """

    kept = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, one_line: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._one_line = one_line
        self._words = ""
        self.least_lines = 1
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.px(1))
        self.textChanged.connect(self._fit)

    def set_words(self, words: str) -> None:
        """Show the words that the plan holds now."""
        is_typed = self.is_altered
        self._words = words
        if not is_typed and self.toPlainText() != words:
            self.setPlainText(words)

    @property
    def is_altered(self) -> bool:
        """Whether something was typed that has not been kept yet."""
        return self.toPlainText() != self._words

    def keep(self) -> None:
        """Keep what was typed, if anything was."""
        if self.is_altered:
            words = self.toPlainText()
            words = " ".join(words.split()) if self._one_line else words.strip("\n")
            self._words = words
            if self.toPlainText() != words:
                self.setPlainText(words)
            self.kept.emit(words)

    def set_heading(self, size: int) -> None:
        """Write in the bold of a heading, without a frame until the field is pointed at or used."""
        self.setStyleSheet(
            f"QPlainTextEdit {{ font-size: {theme.px(size)}px; font-weight: 600; border: 1px solid transparent;"
            " padding: 4px 0; }"
            "QPlainTextEdit:hover { border-color: palette(dark); }"
            "QPlainTextEdit:focus { border: 2px solid palette(link); padding: 3px 0; }"
        )
        self.ensurePolished()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_enter and (self._one_line or held == Qt.KeyboardModifier.ControlModifier):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape and self.is_altered:
            self.setPlainText(self._words)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard goes on behind the words that stand there."""
        super().focusInEvent(event)
        if event.reason() in _COMING:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LEAVING:
            self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), self._wanted())

    def _wanted(self) -> int:
        words = max(self.least_lines * self.fontMetrics().lineSpacing(), text_height(self))
        frame = self.contentsMargins()
        around = 2 * theme.px(1) + max(2 * (theme.px(4) + 1), frame.top() + frame.bottom())
        return words + around

    def changeEvent(self, event: QEvent) -> None:
        """Other letters may need another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if self.height() != self._wanted():
            self.setFixedHeight(self._wanted())
