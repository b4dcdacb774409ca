"""The grid behind a row of a chart."""

from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.grounds import on_ground
from mkplanner.charts.shapes import Box, Line, Picture


def test_lines_run_from_the_upper_edge_of_a_row_to_its_lower_one() -> None:
    ground = Picture([Line(10, 0, 10, 100, "grid"), Box(Rect(20, 0, 5, 100), "header")], Rect(0, 0, 50, 100))
    row = on_ground(Picture([Box(Rect(0, 40, 9, 5), "mark")], Rect(0, 30, 50, 20)), ground)
    line, tint, bar = row.shapes
    assert (line.y1, line.y2, line.x1) == (30, 50, 10)
    assert tint.rect == Rect(20, 30, 5, 20)
    assert bar.rect == Rect(0, 40, 9, 5)
