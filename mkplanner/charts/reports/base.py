"""What every report promises, and what is chosen when one is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Protocol, TypeVar

from mkplanner.charts.pages import PAPERS, Sheet
from mkplanner.charts.reports.common_options import MOST_TILES, ORIENTATION, PAPER, PRINT, TILES
from mkplanner.charts.reports.options import Option
from mkplanner.charts.shapes import Document
from mkplanner.errors import PlannerError
from mkplanner.models.lookback.differences import Differences
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress
from mkplanner.records import frozen

T = TypeVar("T")

ORIENTATIONS = ("portrait", "landscape")
LARGER = 1.3
"""How much larger everything is in large print."""


@frozen
class ReportOptions:
    """What is chosen for one print: paper "A4" or "A3" and how it is held (None: what suits the report).

    `today` stands for the present day in all that depends on it; `tiles` cuts a timescale into that many parts, each a
    table of its own. `values` holds all other choices by the key of their option; ask with `of`. Raises `PlannerError` for
    what does not exist.
    """

    paper: str | None = None
    orientation: str | None = None
    today: date = field(default_factory=date.today)
    tiles: int = 1
    values: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.paper is not None and self.paper not in PAPERS:
            raise PlannerError(f"There is no paper {self.paper} here.", f"Choose {' or '.join(PAPERS)}.")
        if self.orientation is not None and self.orientation not in ORIENTATIONS:
            raise PlannerError(f"Pages are not held {self.orientation}.", f"Choose {' or '.join(ORIENTATIONS)}.")
        if not 1 <= self.tiles <= MOST_TILES:
            raise PlannerError(f"A timescale cannot be cut into {self.tiles} parts.", f"Choose 1 to {MOST_TILES}.")

    def of(self, option: Option[T]) -> T:
        """Return what is chosen for an option; its default where nothing is."""
        own = {PAPER.key: self.paper, ORIENTATION.key: self.orientation, TILES.key: self.tiles}
        value = own.get(option.key, self.values.get(option.key))
        return option.default if value is None else option.checked(value)

    @property
    def scale(self) -> float:
        """How much larger than usual everything is to be."""
        return LARGER if self.of(PRINT) == "large" else 1.0

    def sheet(self, paper: str, orientation: str) -> Sheet:
        """The sheet to lay out on, given what the report would choose by itself; for large print a smaller one."""
        sheet = Sheet.of(self.paper or paper, self.orientation or orientation)
        return Sheet(sheet.width / self.scale, sheet.height / self.scale, sheet.margin / self.scale)


@frozen
class Context:
    """What a report may ask for beyond the plan itself: what is different since a mark, by its name, or since a day.

    `differences` is None where nobody can tell, as for a plan that is in no file. It is called beside the window, and raises
    `PlannerError` for a mark that there is not.
    """

    differences: Callable[[str], Differences] | None = None


NOTHING_MORE = Context()
"""The context of a plan by itself."""

NOTHING_YET = "This plan has no actions yet."
"""What stands below the head of a table without rows."""


class Report(Protocol):
    """A report: its name on the command line, its title for people, what can be chosen, and how a plan becomes pages."""

    id: str
    title: str

    @property
    def options(self) -> Sequence[Option[Any]]:
        """Everything that can be chosen, in the order in which people are asked; shared ones are in `common_options`."""
        ...

    def usual(self, options: ReportOptions) -> tuple[str, str]:
        """The paper and the way to hold it that suit the report where nobody chooses."""
        ...

    def build(
        self, plan: Plan, options: ReportOptions, progress: Progress | None = None, context: Context = NOTHING_MORE
    ) -> Document:
        """Lay the report out; `plan` has only the rows that are wanted, in the order that is wanted."""
        ...
