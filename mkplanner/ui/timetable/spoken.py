"""Says something to somebody who cannot see the chart, at once and without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from mkplanner.models.links.following import broken_by
from mkplanner.models.links.words import TYPE_WORDS, broken_said, link_said
from mkplanner.models.outline import numbers
from mkplanner.models.plan import Plan


def link_spoken(plan: Plan, id_: str) -> str:
    """Return what a link says: "Link, finish to start: 3.2 follows 3.1", and what is wrong with it."""
    link = plan.dependencies[id_]
    said = f"{numbers(plan)[link.after]} {link_said(plan, link, link.after)}"
    broken = broken_by(plan, link)
    return f"Link, {TYPE_WORDS[link.type].lower()}: {said}{f'. {broken_said(plan, broken)}' if broken else ''}"


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say some words; without one nothing happens."""
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
