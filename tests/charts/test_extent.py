from mkplanner.charts.extent import bounds, overlap
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Circle, Line, Text


def test_the_rectangle_holds_every_shape():
    shapes = [Box(Rect(10, 10, 5, 5), "mark"), Circle(30, 12, 4, "mark"), Line(12, 2, 13, 3, "mark")]
    assert bounds(shapes) == Rect(10, 2, 24, 14)
    assert bounds([]) is None


def test_words_reach_above_and_below_their_baseline():
    place = bounds([Text(10, 20, "Today", "bold", 10)])
    assert place is not None
    assert place.x == 10
    assert place.y < 20 < place.bottom


def test_rectangles_that_only_touch_do_not_overlap_unless_a_gap_is_asked_for():
    one, other = Rect(0, 0, 10, 10), Rect(10, 4, 10, 10)
    assert not overlap(one, other)
    assert overlap(one, other, 1)
    assert overlap(one, Rect(9, 9, 5, 5))
    assert not overlap(one, Rect(2, 11, 5, 5), 1)
