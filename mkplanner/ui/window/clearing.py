"""Garbage is cleared away by the window's own thread, between two events, when nobody is held up by it.

Left to itself Python searches on whatever thread happens to make the next object, in the middle of whatever that thread does.
A part of a window that is found by another thread would be taken apart there, under the window's hands, and the program would
crash; and nothing says that Python ever looks through what a closed plan leaves. So the window searches: often through what is
new, and through everything after a plan was put away, once it is left in peace.
"""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.garbage import count_as_old, is_search_due, search_all, search_now

LOOK_EVERY = 1_000
"""Milliseconds between two looks at how much is new."""

NEW = 5_000
"""Objects that have come since the last search, from which they are looked through: a few milliseconds."""

MANY = 100_000
"""New objects that would take too long to look through at once, as of a plan just read: they count as old until all is."""

SEARCHES = 20
"""Searches through what is new, after which everything is looked through."""

PEACE = 2.0
"""Seconds without a key or the mouse before everything is looked through, which takes a tenth of a second and more."""

_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)


class Clearing(QObject):
    """Clears garbage away for a window from now on; Python itself no longer searches."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        gc.disable()
        self._window = window
        self._last_input = monotonic()
        self._watched: QObject | None = None
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """Look through what is new if it is worth it, or through everything if that is due and nobody would notice."""
        new, _, searches = gc.get_count()
        if is_search_due() or searches >= SEARCHES:
            self._watch()
            if self._is_in_peace():
                self._clear_all()
                return
        if new > MANY:
            count_as_old()
            search_all()
        elif new > NEW:
            gc.collect(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody works, and leave everything as it is."""
        if event.type() in _INPUT:
            self._last_input = monotonic()
        return False

    def _watch(self) -> None:
        """Begin to see what comes to the window from outside; that is little, and only while a search is due."""
        handle = self._window.windowHandle()
        if self._watched is None and handle is not None:
            self._watched = handle
            self._last_input = monotonic()
            handle.installEventFilter(self)

    def _is_in_peace(self) -> bool:
        from mkplanner.ui import tasks

        is_asked = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        return not is_asked and not tasks.are_running() and monotonic() - self._last_input >= PEACE

    def _clear_all(self) -> None:
        """Look through everything, and no longer watch for who works."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        search_now()
