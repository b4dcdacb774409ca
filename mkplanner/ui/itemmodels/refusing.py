"""Cells of a plan that can only be looked at: the reason is told instead of an editor that opens for nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from mkplanner.ui import messages
from mkplanner.ui.bridge import SessionBridge


def refused(view: QAbstractItemView, bridge: SessionBridge, trigger: QAbstractItemView.EditTrigger) -> bool:
    """Whether a cell must stay shut. The reason is said where the trigger is one at which the view opens editors."""
    if not bridge.read_only:
        return False
    if trigger & view.editTriggers():
        messages.note(view, bridge.read_only)
    return True
