"""The worked example and awkward plans, laid out as every report there is, for the tests of what is written from them."""

from __future__ import annotations

from datetime import date
from functools import cache

from mkplanner.charts.outputs.reading import read_story
from mkplanner.charts.outputs.story import Cell, Story, Table
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import REPORTS, build
from mkplanner.charts.shapes import Document
from mkplanner.models.beginnings.example import example_commands
from mkplanner.models.edit import Edit
from mkplanner.models.plan import Plan, PlanInfo

TODAY = date(2026, 11, 22)
EVERY = tuple(REPORTS)
OPTIONS = ReportOptions(today=TODAY)


@cache
def example() -> Plan:
    """The worked example, made by its own commands."""
    info = PlanInfo("e4c1b1de-0000-4000-8000-000000000001")
    edit = Edit(Plan(info))
    for command in example_commands(info):
        command.apply(edit)
    return edit.plan


@cache
def document(report: str, layout: str = "grid") -> Document:
    return build(report, example(), ReportOptions(today=TODAY, values={"layout": layout} if report == "rasic" else {}))


@cache
def story(report: str, layout: str = "grid") -> Story:
    return read_story(document(report, layout))


def tables(told: Story) -> list[Table]:
    return [block for block in told.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[Cell]:
    return [cell for row in (*table.head, *table.body) for cell in row.cells]


def squeezed(words: str) -> str:
    """Words without anything that layout may have put between them."""
    return "".join(words.split())
