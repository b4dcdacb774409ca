"""What every report promises, and what can be chosen when one is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from mkplanner.charts.pages import PAPERS, Sheet
from mkplanner.charts.shapes import Document
from mkplanner.errors import PlannerError
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

ORIENTATIONS = ("portrait", "landscape")
LAYOUTS = ("grid", "names")
"""The two forms of the RASIC report: parties as columns with letters in cells, or letters as columns with names in cells."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What is chosen for one print: paper "A4" or "A3" and how it is held (None: what suits the report).

    `today` stands for the present day in all that depends on it; `tiles` cuts a timescale into that many parts, each a
    table of its own; `layout` is the form of the RASIC report. Raises `PlannerError` for what does not exist.
    """

    paper: str | None = None
    orientation: str | None = None
    today: date = field(default_factory=date.today)
    tiles: int = 1
    layout: str = "grid"

    def __post_init__(self) -> None:
        if self.paper is not None and self.paper not in PAPERS:
            raise PlannerError(f"There is no paper {self.paper} here.", f"Choose {' or '.join(PAPERS)}.")
        if self.orientation is not None and self.orientation not in ORIENTATIONS:
            raise PlannerError(f"Pages are not held {self.orientation}.", f"Choose {' or '.join(ORIENTATIONS)}.")
        if not 1 <= self.tiles <= MOST_TILES:
            raise PlannerError(f"A timescale cannot be cut into {self.tiles} parts.", f"Choose 1 to {MOST_TILES}.")
        if self.layout not in LAYOUTS:
            raise PlannerError(f"There is no layout named {self.layout}.", f"Choose {' or '.join(LAYOUTS)}.")

    def sheet(self, paper: str, orientation: str) -> Sheet:
        """The sheet to print on, given what the report would choose by itself."""
        return Sheet.of(self.paper or paper, self.orientation or orientation)


MOST_TILES = 24

NOTHING_YET = "This plan has no actions yet."
"""What stands below the head of a table without rows."""


class Report(Protocol):
    """A report: its name on the command line, its title for people, and how it turns a plan into pages."""

    id: str
    title: str

    def build(self, plan: Plan, options: ReportOptions, progress: Progress | None = None) -> Document:
        """Lay the report out."""
        ...
