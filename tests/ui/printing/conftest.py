"""The worked example, and a page or two of it."""

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build
from mkplanner.charts.shapes import Document
from mkplanner.models.plan import Plan
from tests.builders import example_plan


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The worked example."""
    return example_plan()


@pytest.fixture(scope="session")
def document(plan: Plan) -> Document:
    """The worked example as pages."""
    return build("timetable", plan, ReportOptions("A4", "portrait"))
