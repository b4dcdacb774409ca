"""The orders that look for rows and dates: next found row, go to, apply the filter again, clear it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from mkplanner.ui import messages
from mkplanner.ui.arranging.arranger import Arranger
from mkplanner.ui.asking import ask


class Chart(Protocol):
    """What is asked of the chart."""

    def show_day(self, day: date) -> None:
        """Bring a day into sight."""


class Seeking:
    """Carries these orders out, by their names in the table of commands."""

    def __init__(self, arranger: Arranger, chart: Chart) -> None:
        self._arranger = arranger
        self._chart = chart

    def by_name(self) -> dict[str, Callable[[], None]]:
        """Return every order by its name."""
        return {
            "find_next": lambda: self._seek(1),
            "find_previous": lambda: self._seek(-1),
            "go_to": self._go_to,
            "clear_filter": self._arranger.clear,
            "ask_again": self._arranger.ask_again,
        }

    def _seek(self, step: int) -> None:
        messages.note(self._arranger.table, self._arranger.seek(step))

    def _go_to(self) -> None:
        from mkplanner.ui.arranging.goto import GoToDialog

        table = self._arranger.table
        dialog = GoToDialog(table.window(), table.plan_tree.plan)
        target = dialog.target() if ask(dialog) else None
        if target is None:
            return
        if target.day is not None:
            self._chart.show_day(target.day)
            return
        if target.item is not None and not table.plan_tree.index_of(target.item).isValid():
            self._arranger.clear()
        table.choose(target.item)
        table.setFocus()
