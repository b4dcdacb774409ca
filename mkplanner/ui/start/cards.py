"""Cards of the start page: one for each layout a new plan can begin with, and the box that takes a table in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import pixmap
from mkplanner.ui.parts import label, primary
from mkplanner.ui.start.thumbnails import Thumbnail

RADIUS = 6


class Card(QPushButton):
    """One layout with its picture; a click, Enter or Space chooses it. A button, so that screen readers can press it too."""

    chosen = Signal(str)

    def __init__(self, key: str, title: str, words: str, picture: str) -> None:
        super().__init__()
        self._key = key
        self.setObjectName(f"card_{key}")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(key))
        layout = self._inside = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        layout.setSpacing(theme.px(2))
        layout.addWidget(Thumbnail(picture))
        layout.addSpacing(theme.px(6))
        layout.addWidget(label(title, "strong"))
        below = label(words, "label", wrap=True)
        below.setAlignment(Qt.AlignmentFlag.AlignTop)
        below.setFixedHeight(2 * QFontMetrics(theme.font(11)).lineSpacing() + 2)
        layout.addWidget(below, 1)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("hover" if self.underMouse() else "raised"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
        else:
            painter.setPen(QPen(theme.colour("edge" if self.underMouse() else "grid2"), 1))
        inset = 1.0 if self.hasFocus() else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


class BringBox(QFrame):
    """The one large target for a table that exists already: drop it, paste it or choose a file."""

    paste_asked = Signal()
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bring_box")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(18), theme.px(18), theme.px(18), theme.px(18))
        layout.setSpacing(theme.px(6))
        layout.addLayout(self._heading())
        how = self.tr("Copy the table in Word or Excel and press <b>Ctrl+V</b> here, or drop the file.")
        promise = self.tr("You see what was understood before anything is kept. Every word stays.")
        layout.addWidget(_rich(how))
        layout.addWidget(label(promise, "muted", wrap=True))
        layout.addSpacing(theme.px(4))
        layout.addLayout(self._buttons())
        layout.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for name in ("word", "table"):
            picture = QLabel()
            picture.setPixmap(pixmap(name, theme.px(20), "accent"))
            row.addWidget(picture)
        row.addWidget(label(self.tr("Bring the table you have"), "h2"))
        row.addStretch()
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        paste = primary(QPushButton(self.tr("Paste a table or a list")))
        paste.setObjectName("paste_button")
        paste.clicked.connect(self.paste_asked)
        choose = QPushButton(self.tr("Choose a file…"))
        choose.setObjectName("choose_text_button")
        theme.dress_early(choose)
        choose.clicked.connect(self.file_asked)
        row.addWidget(paste)
        row.addWidget(choose)
        row.addStretch()
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("edge"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("tint_info"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _rich(words: str) -> QLabel:
    made = QLabel(words)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made
