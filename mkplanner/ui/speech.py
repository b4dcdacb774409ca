"""Says something to somebody who cannot see the window, at once and without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_Politeness = QAccessible.AnnouncementPoliteness


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say some words, what is urgent before anything else; without one nothing happens."""
    if QAccessible.isActive() and words:
        event = QAccessibleAnnouncementEvent(widget, words)
        event.setPoliteness(_Politeness.Assertive if is_urgent else _Politeness.Polite)
        QAccessible.updateAccessibility(event)
