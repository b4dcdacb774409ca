"""Which of the recent plans can be reached: asked beside the window, for a share that is away may take half a minute to say so.

What was answered last is shown until there is a new answer; a plan of which nothing is known yet counts as there.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal

from mkplanner.settings import SettingsFile
from mkplanner.ui.files.recent import Known, known_plans, why_missing


class Reach(QObject):
    """The answers there are: `missing` says of a path why it cannot be opened; `told` comes with each that is another now.

    Every path is asked for on a thread of its own, so that none waits for another, and nobody waits for them at the end.
    """

    told = Signal()
    _answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.missing: dict[str, str] = {}
        self._asked: set[str] = set()
        self._answers: deque[tuple[str, str]] = deque()
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self, paths: Iterable[str]) -> None:
        """Ask for these, but for those whose answer is still awaited."""
        for path in set(paths) - self._asked:
            self._asked.add(path)
            threading.Thread(target=self._look, args=(path,), daemon=True).start()

    def _look(self, path: str) -> None:
        self._answers.append((path, why_missing(path)))
        with suppress(RuntimeError):  # the program has ended meanwhile, and nobody is left to tell
            self._answered.emit()

    def _take(self) -> None:
        path, words = self._answers.popleft()
        self._asked.discard(path)
        if words != self.missing.get(path, ""):
            self.missing[path] = words
            self.told.emit()


@cache
def reach() -> Reach:
    """Return what this program knows of the recent plans; one for all windows, and never let go."""
    return Reach()


def plans_now(settings: SettingsFile) -> tuple[Known, ...]:
    """Return the recent plans as they are shown now; no disk is asked."""
    return known_plans(settings.now.recent, datetime.now(), reach().missing)
