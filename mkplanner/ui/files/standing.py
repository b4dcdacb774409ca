"""A strip below the toolbar that says, for as long as it is so, why a plan's file cannot be written; gone when it can."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QPushButton, QSizePolicy, QToolBar

from mkplanner.models.store.opening import OpenPlan
from mkplanner.ui.look import theme
from mkplanner.ui.look.icons import icon
from mkplanner.ui.parts import label
from mkplanner.ui.speech import announce


class Standing(QObject):
    """Works for one open plan; `save_copy` asks where else the plan may be kept."""

    def __init__(self, window: QMainWindow, opened: OpenPlan, save_copy: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._opened = opened
        self._save_copy = save_copy
        self._bar: StandingBar | None = None
        self._said = ""
        self.hear("")

    def hear(self, obstacle: str) -> None:
        """Show what keeps the file from being written, or take the strip away where nothing does any more."""
        words = self._opened.read_only
        if not words and obstacle:
            kept = self.tr(
                "What you change is kept on this computer until it can go into the file; to hand it on now, save a copy."
            )
            words = f"{obstacle[:1].upper()}{obstacle[1:]}. {kept}"
        if words == self._said:
            return
        self._said = words
        self._remove()
        if words:
            heading = self.tr("Read-only.") if self._opened.read_only else ""
            self._bar = StandingBar(self._window, heading, words)
            if not self._opened.read_only:
                self._bar.offer(self.tr("Save a &copy…"), self._save_copy)

    def _remove(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            self._window.removeToolBar(bar)
            bar.deleteLater()

    def end(self) -> None:
        """Take the strip away with the plan it is about."""
        self._remove()
        self.deleteLater()


class StandingBar(QToolBar):
    """The strip itself: a lock, the sentence, and at most one thing to do about it."""

    def __init__(self, window: QMainWindow, heading: str, words: str) -> None:
        super().__init__(window.tr("What keeps the file from being written"), window)
        self.setObjectName("standing_bar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._frame = frame = QFrame()
        frame.setProperty("role", "note")
        frame.setProperty("tone", "warning")
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(theme.px(10), theme.px(4), theme.px(6), theme.px(4))
        self._row.setSpacing(theme.px(8))
        sign = QLabel()
        size = theme.px(16)
        sign.setPixmap(icon("warning").pixmap(size, size))
        self._row.addWidget(sign)
        if heading:
            self._row.addWidget(label(heading, "strong"))
        sentence = label(words, wrap=True)
        sentence.setObjectName("standing_words")
        self._row.addWidget(sentence, 1)
        self.addWidget(frame)
        window.addToolBarBreak()
        window.addToolBar(self)
        self.setAccessibleName(f"{heading} {words}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, self.accessibleName(), is_urgent=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the sentence needs at this width, and no higher."""
        super().resizeEvent(event)
        needed = self._row.heightForWidth(self.width() - theme.px(8))
        self._frame.setFixedHeight(max(needed, self._row.minimumSize().height()))

    def offer(self, words: str, deed: Callable[[], object]) -> None:
        """Add the button for what can be done about it."""
        button = QPushButton(words)
        button.setObjectName("standing_deed")
        button.clicked.connect(lambda: deed())
        self._row.addWidget(button)
