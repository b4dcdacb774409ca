"""Every report by its name, and the two things one does with a report: lay it out, or write it as a PDF."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from mkplanner.charts.reports.action_plan import ActionPlanReport
from mkplanner.charts.reports.base import Report, ReportOptions
from mkplanner.charts.reports.board import BoardReport
from mkplanner.charts.reports.gantt import GanttReport
from mkplanner.charts.reports.improvement_plan import ImprovementPlanReport
from mkplanner.charts.reports.rasic import RasicReport
from mkplanner.charts.reports.timetable import TimetableReport
from mkplanner.charts.shapes import Document
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
)
REPORTS: dict[str, Report] = {report.id: report for report in _ALL}
"""The reports by name, in the order people are offered them."""


def build(report_id: str, plan: Plan, options: ReportOptions, progress: Progress | None = None) -> Document:
    """Lay a report out as pages of shapes, for a preview or for drawing. Raises `PlannerError` for an unknown name."""
    report = REPORTS.get(report_id)
    if report is None:
        raise PlannerError(f"There is no report named {report_id}.", f"Choose one of {', '.join(REPORTS)}.")
    return report.build(plan, options, progress)


def write_pdf(report_id: str, plan: Plan, options: ReportOptions, path: Path, progress: Progress | None = None) -> None:
    """Write a report as a tagged PDF; the same plan, options and day give the same bytes.

    Raises `PlannerError` if there is no such report or the file cannot be written, `Cancelled` if the user thought better
    of it; whatever stood at `path` is then untouched.
    """
    document = build(report_id, plan, options, progress)
    from mkplanner.charts.draw_pdf import draw_pdf
    from mkplanner.charts.palette import PAPER

    draw_pdf(document, path, PAPER, made=datetime.combine(options.today, time()), progress=progress)
