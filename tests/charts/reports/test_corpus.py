"""Every report on A4 and A3, made from ordinary and hard plans, is without a fault."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import pytest

from mkplanner.charts.pdf.draw import draw_pdf
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import REPORTS, build
from tests.charts.corpus import NAMES, corpus_plan, faults, lost_words
from tests.charts.plan_maker import TODAY

SELECTION = ("example", "welsh", "empty cells", "no rows")
"""What is tried each time; all the others only with -m full."""
TODAY_AT = datetime.combine(TODAY, time())
NAMES_EACH_ROW = ("timetable", "action-plan", "improvement-plan", "gantt")


def tried(report: str, paper: str, name: str, folder: Path, request: pytest.FixtureRequest) -> None:
    plan = corpus_plan(name, request)
    document = build(report, plan, ReportOptions(paper, today=TODAY))
    path = folder / "paper.pdf"
    draw_pdf(document, path, document.palette, made=TODAY_AT)
    assert faults(path, document) == []
    if report in NAMES_EACH_ROW:
        assert lost_words(document, plan) == []


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", SELECTION)
def test_reports_are_without_a_fault(report: str, name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    tried(report, "A4", name, tmp_path, request)


@pytest.mark.full
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("name", NAMES)
def test_every_report_of_every_plan_is_without_a_fault(
    report: str, paper: str, name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    tried(report, paper, name, tmp_path, request)
