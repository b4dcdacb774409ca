"""Patterns that can be told apart in grey."""

from __future__ import annotations

import pytest

from mkplanner.charts.extent import bounds
from mkplanner.charts.geometry import Rect
from mkplanner.charts.patterns import BLANK, PALE, SOLID, STATUS_PATTERNS, filled
from mkplanner.charts.shapes import Box
from mkplanner.models.status import STYLES

PLACE = Rect(10, 20, 60, 24)
PATTERNS = [*STATUS_PATTERNS.values(), PALE]


def test_every_status_has_a_pattern_of_its_own() -> None:
    assert set(STATUS_PATTERNS) == {*STYLES, None}
    assert len(set(STATUS_PATTERNS.values())) == len(STATUS_PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_stays_inside_its_frame_and_never_goes_without_one(pattern: str) -> None:
    shapes = filled(pattern, PLACE)
    assert shapes[-1] == Box(PLACE, stroke="text", width=0.8)
    assert bounds(shapes) == PLACE


def test_no_two_patterns_draw_the_same() -> None:
    drawn = [tuple(map(repr, filled(pattern, PLACE))) for pattern in PATTERNS]
    assert len(set(drawn)) == len(PATTERNS)
    assert len(filled(BLANK, PLACE)) == 2
    assert filled(SOLID, PLACE)[1] == Box(PLACE, "mark")
