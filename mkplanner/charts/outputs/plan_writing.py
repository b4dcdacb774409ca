"""A whole plan to a file from which the same plan can be brought in again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from mkplanner.charts.inplace import put_in_place
from mkplanner.charts.outputs.writing import Files
from mkplanner.charts.palette import PAPER
from mkplanner.models.formats.plan_tables import carried
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress


def write_plan_xlsx(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write an Excel workbook."""
    from mkplanner.models.formats.write_xlsx import write_xlsx

    put_in_place(write_xlsx(plan, made, progress), path, "Excel workbook")
    return (path,)


def write_plan_docx(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a Word document."""
    from mkplanner.charts.outputs.docx import docx_bytes
    from mkplanner.charts.outputs.whole import whole_story

    story, sheets = whole_story(plan, made.date())
    put_in_place(docx_bytes(story, PAPER, made, progress, carried(plan, sheets)), path, "Word document")
    return (path,)


def write_plan_html(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a web page."""
    from mkplanner.charts.outputs.html import html_page
    from mkplanner.charts.outputs.whole import whole_story

    story, sheets = whole_story(plan, made.date())
    put_in_place(html_page(story, PAPER, progress, carried(plan, sheets)).encode(), path, "web page")
    return (path,)


def write_plan_csv(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a table of comma-separated values."""
    from mkplanner.models.formats.write_csv import write_csv

    put_in_place(write_csv(plan).encode("utf-8", "replace"), path, "CSV file")
    return (path,)


def write_plan_mspdi(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write the XML that Microsoft Project opens."""
    from mkplanner.models.formats.write_mspdi import write_mspdi

    put_in_place(write_mspdi(plan, made).encode(), path, "project file")
    return (path,)


def write_plan_ics(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write a calendar of the dated rows, from which no plan can be brought in again."""
    from mkplanner.models.formats.write_ics import write_ics

    put_in_place(write_ics(plan, made), path, "calendar")
    return (path,)


def write_plan_json(plan: Plan, path: Path, made: datetime, progress: Progress | None) -> Files:
    """Write the JSON that `show --json` prints, without conflicts."""
    from mkplanner.models.formats.write_json import write_json

    put_in_place(write_json(plan).encode("utf-8", "replace"), path, "JSON file")
    return (path,)
