from datetime import date
from itertools import pairwise

import pytest

from mkplanner.charts import fonts
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Line, Text
from mkplanner.charts.timescale.head import (
    PAPER_HEAD,
    SCREEN_HEAD,
    grid_shapes,
    head_flag,
    head_shapes,
    today_flag,
    today_line,
)
from mkplanner.charts.timescale.timescale import LEAST, MOST, Timescale

SCALE = Timescale(date(2025, 4, 1), 0.845)
HEAD = Rect(0, 0, 463, 54)
BODY = Rect(0, 54, 463, 400)
APRIL = SCALE.x(date(2026, 4, 1))


def of(shapes: list, kind: type) -> list:
    return [shape for shape in shapes if isinstance(shape, kind)]


def test_the_first_of_april_is_one_heavy_line_from_head_to_foot():
    for shapes in (head_shapes(SCALE, HEAD), grid_shapes(SCALE, BODY)):
        (line,) = (line for line in of(shapes, Line) if line.x1 == line.x2 == APRIL)
        assert (line.colour, line.width) == ("year_line", 1.5)


def test_the_year_keeps_its_line_where_quarters_are_the_top_heading():
    near = Timescale(date(2026, 3, 1), 6)
    (line,) = (line for line in of(head_shapes(near, HEAD), Line) if line.x1 == line.x2 == near.x(date(2026, 4, 1)))
    assert line.colour == "year_line"


@pytest.mark.parametrize("metrics", [SCREEN_HEAD, PAPER_HEAD, SCREEN_HEAD.scaled(1.6)])
@pytest.mark.parametrize("width", [LEAST, 0.06, 0.1, 0.25, 0.4, 0.845, 3, 6, 20, MOST])
def test_headings_never_run_into_one_another_at_any_zoom(width: float, metrics):
    words = of(head_shapes(Timescale(date(2025, 2, 10), width), HEAD, metrics=metrics), Text)
    assert words
    spans = sorted((text.y, text.x, text.x + fonts.width(text.words, text.face, text.size)) for text in words)
    for (y, _, right), (below, left, _) in pairwise(spans):
        assert y != below or right < left
    assert all(left >= 0 and right <= HEAD.right for _, left, right in spans)


def test_quarters_are_a_shade_darker_than_months():
    lines = {line.x1: line.colour for line in grid_shapes(SCALE, BODY)}
    assert lines[SCALE.x(date(2025, 7, 1))] == "grid2"
    assert lines[SCALE.x(date(2025, 8, 1))] == "grid"


def test_today_is_a_line_through_the_middle_of_the_day_and_a_flag_that_names_it():
    day = date(2025, 11, 12)
    (line,) = today_line(SCALE, day, BODY)
    box, text = today_flag(SCALE, day, BODY)
    assert line.x1 == SCALE.middle_x(day)
    assert text.words == "Today 12 Nov"
    assert box.rect.x < line.x1 < box.rect.right


def test_the_flag_stays_inside_the_chart_and_is_not_there_when_today_is_out_of_sight():
    box = of(today_flag(SCALE, date(2025, 4, 1), BODY), Box)[0]
    assert box.rect.x >= 0
    assert today_flag(SCALE, date(2025, 3, 31), BODY) == []
    assert today_line(SCALE, date(2027, 1, 1), BODY) == []


@pytest.mark.parametrize("width", [LEAST, 0.06, 0.25, 0.845, 3, 20, MOST])
def test_headings_make_room_for_the_flag_and_stay_apart(width: float):
    scale = Timescale(date(2025, 2, 10), width)
    day = scale.day(200)
    box, _ = head_flag(scale, day, HEAD)
    assert HEAD.y <= box.rect.y < box.rect.bottom <= HEAD.bottom
    texts = of(head_shapes(scale, HEAD, flag=box.rect), Text)
    lowest = max(text.y for text in of(head_shapes(scale, HEAD), Text))
    spans = sorted((t.x, t.x + fonts.width(t.words, t.face, t.size)) for t in texts if t.y == lowest)
    assert all(right <= box.rect.x or left >= box.rect.right for left, right in spans)
    assert all(right < left for (_, right), (left, _) in pairwise(spans))
    above = [text for text in of(head_shapes(scale, HEAD), Text) if text.y < lowest]
    assert [text for text in texts if text.y < lowest] == above


def test_a_wide_heading_steps_aside_rather_than_going():
    scale = Timescale(date(2025, 10, 20), 10)
    (box, _) = head_flag(scale, date(2025, 11, 15), HEAD)
    assert "November" in [text.words for text in of(head_shapes(scale, HEAD, flag=box.rect), Text)]
