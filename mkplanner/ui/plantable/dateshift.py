"""Moving the dates of the chosen rows by a day, a week or a month; words that somebody typed are asked about first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from mkplanner.models.commands.dates import ShiftDates

if TYPE_CHECKING:
    from mkplanner.ui.plantable.view import PlanTable

SHIFTS = {
    "dates_day_later": (1, 0),
    "dates_day_earlier": (-1, 0),
    "dates_week_later": (7, 0),
    "dates_week_earlier": (-7, 0),
    "dates_month_later": (0, 1),
    "dates_month_earlier": (0, -1),
}
"""Every order with the days and months by which it moves dates later."""


class DateShifts:
    """Carries the orders out, each as one step that Undo takes back.

    `hold` is offered each step first and takes those whose words have to be asked about; `shifted` hears of the rows that
    moved, and by how many days and months.
    """

    def __init__(self, table: PlanTable, chosen: Callable[[], tuple[str, ...]]) -> None:
        self._table = table
        self._chosen = chosen
        self.hold: Callable[[tuple[str, ...], int, int], bool] = lambda *_: False
        self.shifted: Callable[[tuple[str, ...], int, int], None] = lambda *_: None

    def by_name(self) -> dict[str, Callable[[], None]]:
        """Return every order by its name."""
        return {name: partial(self._shift, days, months) for name, (days, months) in SHIFTS.items()}

    def _shift(self, days: int, months: int) -> None:
        self._table.cell_delegate.keep_open_words()
        rows = self._chosen()
        if not rows or self.hold(rows, days, months):
            return
        if self._table.plan_tree.run(ShiftDates(rows, days, months)):
            self.shifted(rows, days, months)
