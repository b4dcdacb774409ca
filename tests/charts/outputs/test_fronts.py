"""Title blocks."""

import pytest

from mkplanner.charts.outputs.fronts import front_blocks
from tests.charts.outputs.every_report import EVERY, story


@pytest.mark.parametrize("report", EVERY)
def test_council_title_subtitle_and_letter_are_the_front_of_every_report(report: str) -> None:
    told = story(report)
    assert front_blocks(told) == 4
    assert told.blocks[3].line.words == "Appendix B"
