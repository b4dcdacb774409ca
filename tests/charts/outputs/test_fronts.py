"""Title blocks."""

import pytest

from mkplanner.charts.outputs.fronts import front_blocks, is_logo
from mkplanner.charts.outputs.reading import read_story
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build
from tests.charts.outputs.every_report import EVERY, TODAY, story
from tests.charts.reports.test_house import CREST, looking


@pytest.mark.parametrize("report", EVERY)
def test_council_title_subtitle_and_letter_are_the_front_of_every_report(report: str) -> None:
    told = story(report)
    assert front_blocks(told) == 4
    assert told.blocks[3].line.words == "Appendix B"


def test_the_logo_belongs_to_the_front() -> None:
    told = read_story(build("board", looking(logo=CREST.record()), ReportOptions(today=TODAY)))
    found = [number for number, block in enumerate(told.blocks) if is_logo(block)]
    assert len(found) == 1 and found[0] < front_blocks(told)
