"""One version to choose in a conflict: whose it is and when, the words with what differs marked, and how a date is drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from mkplanner.ui.look import theme
from mkplanner.ui.parts import label

RADIUS = 5
INDENT = 26


class ChoiceCard(QFrame):
    """A card with a radio button; a click anywhere on it chooses it. `chosen` says that it was."""

    chosen = Signal()

    def __init__(self, name: str, heading: str, who: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.button = QRadioButton(heading)
        self.button.setObjectName(f"{name}_button")
        self.button.setFont(theme.font(bold=True))
        self.button.toggled.connect(self._follow)
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch()
        head.addWidget(label(who, "label"))
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        self._inside.setSpacing(theme.px(2))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(8))
        layout.setSpacing(theme.px(2))
        layout.addLayout(head)
        layout.addLayout(self._inside)
        layout.addStretch()

    def add_words(self, rich: str, plain: str) -> None:
        """Add the version's own words, marked; `plain` is what is spoken with the button."""
        words = QLabel(rich)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setFont(theme.font(13))
        words.setToolTip(plain if len(plain) > 400 else "")
        self._inside.addWidget(words)
        self.button.setAccessibleName(f"{self.button.text()}: {plain}")

    def add_remark(self, words: str) -> None:
        """Add a quieter line, such as how a date is read."""
        if words:
            self._inside.addWidget(label(words, "muted", wrap=True))

    def add_picture(self, picture: QWidget) -> None:
        """Add a picture of the mark."""
        self._inside.addSpacing(theme.px(4))
        self._inside.addWidget(picture)

    def _follow(self, on: bool) -> None:
        self.update()
        if on:
            self.chosen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("raised"))
        is_on = self.button.isChecked()
        painter.setPen(QPen(theme.colour("accent" if is_on else "edge"), 2 if is_on else 1))
        inset = 1.0 if is_on else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.end()
