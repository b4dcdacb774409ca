"""F6: which part of the window the cursor goes to next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mkplanner.ui.readingorder import stops_in


def go_to_next(panes: Sequence[QWidget]) -> None:
    """Put the cursor into the pane after the one that has it; hidden ones are passed over, after the last comes the first."""
    shown = [pane for pane in panes if pane.isVisible()]
    if not shown:
        return
    now = QApplication.focusWidget()
    place = next((place for place, pane in enumerate(shown) if now is not None and _holds(pane, now)), -1)
    target = shown[(place + 1) % len(shown)]
    _first_stop(target).setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _first_stop(pane: QWidget) -> QWidget:
    """The pane itself where it takes the cursor, else the first part of it that does."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus or pane.focusProxy() is not None:
        return pane
    return next(stops_in(pane), pane)
