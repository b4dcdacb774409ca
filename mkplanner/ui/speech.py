"""Says something to somebody who cannot see the window, at once and without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say some words, what is urgent before anything else; without one nothing happens."""
    from PySide6.QtGui import (
        QAccessible,
        QAccessibleAnnouncementEvent,
    )  # two hundred names, for none of the first picture

    if QAccessible.isActive() and words:
        event = QAccessibleAnnouncementEvent(widget, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)


def is_heard() -> bool:
    """Whether a screen reader, or whatever else reads the window by the accessibility bus, is there to hear anything."""
    from PySide6.QtGui import QAccessible

    return bool(QAccessible.isActive())
