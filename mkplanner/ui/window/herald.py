"""Says aloud, to those who listen, what others see at the window's edges: notes, the filter's answer, Undo, new notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStatusBar

from mkplanner.ui.speech import announce, is_heard

if TYPE_CHECKING:
    from mkplanner.models.notice import Notice

_SETTLE = 600
"""Milliseconds after the last letter in the filter box until its answer is said."""


class Herald(QObject):
    """Works for one window's status bar; with no screen reader about it costs next to nothing."""

    def __init__(self, status: QStatusBar) -> None:
        super().__init__(status)
        self._status = status
        self._answer = self._saved = ""
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(lambda: self.say(self._answer))
        self._known: Sequence[Notice] | None = None

    def say(self, words: str) -> None:
        """Say some words now."""
        announce(self._status, words)

    def hear(self, place: str, words: str) -> None:
        """Say what stands at a place of the status bar now if it is worth a word: the filter's answer when typing rests."""
        if place == "note":
            self.say(words)
        elif place == "filter":
            if self._answer:  # what a window begins with is no news
                self._soon.start()
            self._answer = words
        elif place == "saved":
            if self._saved.startswith("✓"):  # else no plan was open, or there is only better news
                self.say(words)
            self._saved = words

    def begin(self) -> None:
        """Forget the notices of the plan before; those of a plan just opened are no news."""
        self._known = None

    def notice(self, found: Sequence[Notice]) -> None:
        """Say which notices have come since the last time; they are compared only where somebody listens."""
        before, self._known = self._known, found
        if before is None or before is found or not is_heard():
            return
        known = {_key(notice) for notice in before}
        fresh = {key: notice.sentence for notice in found if (key := _key(notice)) not in known}
        if len(fresh) == 1:
            self.say(self.tr("New notice: {}").format(*fresh.values()))
        elif fresh:
            self.say(self.tr("{} new notices; the first: {}").format(len(fresh), next(iter(fresh.values()))))


def _key(notice: Notice) -> tuple[str, str | None, str | None, str | None, int | None]:
    """What tells a notice from others; its sentence names rows by numbers, which change."""
    return notice.id, notice.item, notice.field, notice.party, notice.part
