"""Every report by its name, and the two things one does with a report: lay it out, or write it as a PDF."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from mkplanner.charts.enlarging import enlarged
from mkplanner.charts.fonts import set_in
from mkplanner.charts.formats import FORMATS
from mkplanner.charts.reports.action_plan import ActionPlanReport
from mkplanner.charts.reports.base import NOTHING_MORE, Context, Report, ReportOptions
from mkplanner.charts.reports.board import BoardReport
from mkplanner.charts.reports.changes import ChangesReport
from mkplanner.charts.reports.common_options import ARCHIVE, GREY
from mkplanner.charts.reports.gantt import GanttReport
from mkplanner.charts.reports.house import House
from mkplanner.charts.reports.improvement_plan import ImprovementPlanReport
from mkplanner.charts.reports.rasic import RasicReport
from mkplanner.charts.reports.rows import chosen_rows
from mkplanner.charts.reports.timetable import TimetableReport
from mkplanner.charts.shapes import Document
from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.errors import PlannerError
from mkplanner.models.plan import Plan
from mkplanner.progress import Progress

_ALL: tuple[Report, ...] = (
    TimetableReport(),
    ActionPlanReport(),
    ImprovementPlanReport(),
    GanttReport(),
    RasicReport(),
    BoardReport(),
    ChangesReport(),
)
REPORTS: dict[str, Report] = {report.id: report for report in _ALL}
"""The reports by name, in the order people are offered them."""


def build(
    report_id: str,
    plan: Plan,
    options: ReportOptions,
    progress: Progress | None = None,
    context: Context = NOTHING_MORE,
) -> Document:
    """Lay a report out as pages of shapes, for a preview or for drawing. Raises `PlannerError` for an unknown name."""
    report = report_named(report_id)
    house = House.of(plan)
    with no_search_for_garbage(), set_in(house.letters):
        document = house.dress(report.build(chosen_rows(plan, options), options, progress, context))
    document.archive = options.of(ARCHIVE)
    if options.of(GREY):
        document.palette = document.palette.in_grey()
    return enlarged(document, options.scale) if options.scale != 1 else document


def report_named(report_id: str) -> Report:
    """Return a report. Raises `PlannerError` for an unknown name."""
    report = REPORTS.get(report_id)
    if report is None:
        raise PlannerError(f"There is no report named {report_id}.", f"Choose one of {', '.join(REPORTS)}.")
    return report


def write(
    report_id: str,
    plan: Plan,
    options: ReportOptions,
    path: Path,
    progress: Progress | None = None,
    context: Context = NOTHING_MORE,
    dpi: int | None = None,
) -> tuple[Path, ...]:
    """Write a report as the kind of file that the path's ending names, and return the files that were written.

    The same plan, options and day give the same bytes. Pictures get `dpi` dots per inch, or what is usual.

    Raises `PlannerError` if there is no such report or the file cannot be written, `Cancelled` if the user thought better
    of it; whatever stood at `path` is then untouched.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise PlannerError(f"Reports are not written as “{path.name}”.", f"End the name in {' or '.join(FORMATS)}.")
    document = build(report_id, plan, options, progress, context)
    document.dpi = dpi or document.dpi
    return form.write(document, path, datetime.combine(options.today, time()), progress)


def write_pdf(report_id: str, plan: Plan, options: ReportOptions, path: Path, progress: Progress | None = None) -> None:
    """Write a report as a tagged PDF, whatever the path's ending; see `write`."""
    document = build(report_id, plan, options, progress)
    FORMATS[".pdf"].write(document, path, datetime.combine(options.today, time()), progress)
