"""What the letters of this plan mean, each as it looks in the matrix, and buttons that put one into the chosen cells."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mkplanner.charts.rasic_tokens import token
from mkplanner.models.rasic.lettersets import Letter, LetterSet
from mkplanner.ui.look import theme
from mkplanner.ui.look.painting import paint

INHERITED = Letter("A", "a", "From the action above", "")


class Legend(QWidget):
    """A line for each letter, made anew when the plan's letters change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: LetterSet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_letters(self, letters: LetterSet) -> None:
        """Show these."""
        if letters == self._shown:
            return
        self._shown = letters
        _empty(self._layout)
        for letter in letters.letters:
            words = f"{letter.word}: {letter.meaning}" if letter.meaning else letter.word
            self._layout.addWidget(LegendLine(letter, words, self))
        self._layout.addWidget(LegendLine(INHERITED, INHERITED.word, self))


class LetterButtons(QWidget):
    """A button for each letter. `wanted` brings the code of the one that was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: LetterSet | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(4))

    def show_letters(self, letters: LetterSet) -> None:
        """Show these."""
        if letters == self._shown:
            return
        self._shown = letters
        _empty(self._layout)
        for letter in letters.letters:
            button = LetterButton(letter, self)
            button.clicked.connect(lambda _=False, code=letter.code: self.wanted.emit(code))
            self._layout.addWidget(button)
        self._layout.addStretch(1)


class LegendLine(QWidget):
    """A letter as it looks in the matrix, and its meaning."""

    def __init__(self, letter: Letter, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = letter
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedHeight(theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inherited = self._letter is INHERITED
        place = theme.px(11), self.height() / 2, theme.px(20)
        paint(painter, token(self._letter.code, *place, inherited, self._letter.key), theme.current())
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("text2" if inherited else "text"))
        room = QRect(theme.px(32), 0, self.width() - theme.px(32), self.height())
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class LetterButton(QPushButton):
    """A button with a letter's token on it, for workshops held by mouse."""

    def __init__(self, letter: Letter, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setAccessibleName(letter.word)
        self.setToolTip(f"{letter.word} ({letter.key})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(theme.px(30), theme.px(30)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = self.width() / 2, self.height() / 2, theme.px(20)
        paint(painter, token(self._letter.code, *place, key=self._letter.key), theme.current())


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.setParent(None)
            widget.deleteLater()
