"""What follows once an opened plan can be seen: the details of a row, the plan's notices, then what is needed soon.

Nothing of it may hold up the first picture, and nothing that changes the picture waits for what does not.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from mkplanner.ui.tasks import run_task

if TYPE_CHECKING:
    from mkplanner.ui.window.docks import Docks
    from mkplanner.ui.window.plandesk import PlanDesk

MOMENT = 1
"""Milliseconds after the picture has been handed over until anything else is begun, so that keys and mouse come first."""

NEEDED_SOON = (
    "mkplanner.ui.lookback.history",
    "mkplanner.ui.arranging.goto",
    "mkplanner.ui.rasic.view",
    "mkplanner.ui.printing.dialog",
    "mkplanner.ui.preferences",
    "mkplanner.ui.help.window",
)
"""What keys and menus of an open plan lead to, the likeliest first; each would hold up its first use."""


class Settling(QObject):
    """Waits for the first picture of one plan; `is_over` once all that follows has been begun."""

    def __init__(self, desk: PlanDesk, docks: Docks) -> None:
        super().__init__(desk)
        self._docks = docks
        self.is_over = False
        docks.prepare()
        _pane(desk).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first paint, and leave everything as it is."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(MOMENT, self, self._go_on))
        return False

    def _go_on(self) -> None:
        """Fill the details, and let them be painted before the long look at the plan shares the processor."""
        self._docks.fill()
        QTimer.singleShot(MOMENT, self, lambda: self._docks.look(self._load))

    def _load(self) -> None:
        """Load in the background what the first edit will need, and then what other views and windows will."""
        if not self.is_over:
            self.is_over = True
            run_task(None, self.tr("Getting ready"), lambda _progress: load_ahead(), quiet=True)


def load_ahead() -> None:
    """Load what will be needed soon; for a background thread."""
    from mkplanner.models.store.opening import preload
    from mkplanner.ui.window.largeblocks import give_back_large_blocks

    preload()
    give_back_large_blocks()
    for name in NEEDED_SOON:
        import_module(name)


def _pane(desk: PlanDesk) -> QWidget:
    """What is painted of the view on show: the inside of its table."""
    table = desk.view.focusProxy() or desk.focus_panes()[0]
    return table.viewport() if isinstance(table, QAbstractScrollArea) else table
