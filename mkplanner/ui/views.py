"""What the window asks of each view of a plan (timetable, RASIC…), so that menus and toolbar fit them all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance


class View(Protocol):
    """A widget that shows the whole plan in one way.

    `selection_changed` brings the ids of the selected rows as a tuple. A view that can narrow its rows to some words also has
    `set_filter(text)`; the window looks for it.
    """

    selection_changed: SignalInstance

    def select(self, item_id: str) -> None:
        """Go to a row and select it."""
        ...

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the selected rows, in their order."""
        ...

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the view can do now, by the names of `actions.py`."""
        ...

    def status_text(self) -> str:
        """Return what the status bar says about the view ("Months")."""
        ...
