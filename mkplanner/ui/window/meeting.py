"""Full screen for meetings: larger text, nothing but the plan, and one key back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from mkplanner.settings import TEXT_SIZES
from mkplanner.ui.look import theme

if TYPE_CHECKING:
    from mkplanner.ui.window.mainwindow import MainWindow

SHOWN_FOR = 6_000
"""Milliseconds for which the way back is told."""
STEPS_LARGER = 2


class Meeting(QObject):
    """Turns one window into a picture for the projector and back. Menus, bars and panels hide; every key still works."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._panels: tuple[str, ...] = ()
        self._was_maximised = False
        self._hint: QLabel | None = None
        self.is_on = False

    def turn(self) -> None:
        """Begin, or leave where it is on."""
        if self.is_on:
            self.leave()
        else:
            self.begin()

    def begin(self) -> None:
        """Hide all but the plan, write larger, and fill the screen."""
        window = self._window
        self.is_on = True
        self._was_maximised = window.isMaximized()
        bars = [window.menuBar(), window.status, *window.bars()]
        self._hidden = [bar for bar in bars if not bar.isHidden()]
        docks = window.docks
        self._panels = tuple(name for name in ("details", "notices") if docks is not None and docks.is_open(name))
        for bar in self._hidden:
            bar.hide()
        if docks is not None:
            docks.show_only(())
        self._dress(larger(window.settings.now.text_size))
        window.showFullScreen()
        self._tell()
        window.offer()

    def leave(self) -> None:
        """Bring everything back as it was."""
        window = self._window
        self.is_on = False
        self._dress(window.settings.now.text_size)
        for bar in self._hidden:
            bar.show()
        if window.docks is not None:
            window.docks.show_only(self._panels)
        if self._hint is not None:
            self._hint.hide()
        if self._was_maximised:
            window.showMaximized()
        else:
            window.showNormal()
        window.offer()

    def _dress(self, size: int) -> None:
        dressing = theme.news()
        if dressing is not None and dressing.text_size != size:
            dressing.dress(self._window.settings.now.theme, size)

    def _tell(self) -> None:
        """Say for a few seconds how to come back; nobody has to remember a key."""
        if self._hint is None:
            self._hint = QLabel(self._window)
            self._hint.setObjectName("meeting_hint")
        hint = self._hint
        hint.setText(self.tr("Esc or F11 leaves full screen"))
        palette = theme.current()
        hint.setStyleSheet(
            f"background: {palette['raised']}; color: {palette['text']}; border: 1px solid {palette['edge']};"
            f"border-radius: {theme.px(4)}px; padding: {theme.px(6)}px {theme.px(12)}px;"
        )
        hint.adjustSize()
        QTimer.singleShot(0, hint, self._place)
        QTimer.singleShot(SHOWN_FOR, hint, hint.hide)

    def _place(self) -> None:
        if self._hint is not None and self.is_on:
            foot = self._window.height() - self._hint.height() - theme.px(40)
            self._hint.move((self._window.width() - self._hint.width()) // 2, foot)
            self._hint.show()
            self._hint.raise_()

    def takes(self, key: int) -> bool:
        """Whether a key that nobody else wanted leaves the meeting."""
        if self.is_on and key == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False


def larger(size: int) -> int:
    """Return the text size for a room: two steps above one's own, as far as there are any."""
    place = TEXT_SIZES.index(size) if size in TEXT_SIZES else 1
    return TEXT_SIZES[min(place + STEPS_LARGER, len(TEXT_SIZES) - 1)]
