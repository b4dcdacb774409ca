"""Large print: the same pages, everything on them larger."""

from __future__ import annotations

import pytest

from mkplanner.charts.enlarging import enlarged
from mkplanner.charts.reports.base import LARGER, ReportOptions
from mkplanner.charts.reports.registry import REPORTS, build
from mkplanner.charts.shapes import Document, Text
from tests.charts.paper import sampler
from tests.charts.sample_plans import TODAY, saltway


def sizes(document: Document) -> list[float]:
    shapes = [shape for page in document.pages for part in page.content for shape in part.shapes]
    return [shape.size for shape in shapes if isinstance(shape, Text) and len(shape.words.strip()) > 1]


def test_everything_grows_alike() -> None:
    small, large = sampler(), enlarged(sampler(), 2)
    assert (large.pages[0].width, large.pages[0].height) == (2 * small.pages[0].width, 2 * small.pages[0].height)
    assert sizes(large) == [2 * size for size in sizes(small)]


@pytest.mark.parametrize("report", REPORTS)
def test_large_print_keeps_the_paper_and_has_no_small_words(report: str) -> None:
    usual = build(report, saltway(), ReportOptions(today=TODAY))
    large = build(report, saltway(), ReportOptions(today=TODAY, values={"print": "large"}))
    assert large.pages[0].height == pytest.approx(usual.pages[0].height)
    assert min(sizes(large)) >= 8 * LARGER - 0.01
