from mkplanner.charts.fonts import width
from mkplanner.charts.marks.soughtwords import with_marks
from mkplanner.charts.shapes import Box, Line, Text

LABEL = Text(40, 20, "31 Mar, after March", "regular", 10, "text2")


def test_a_label_without_the_words_is_as_it_was():
    assert list(with_marks([LABEL], ("june",))) == [LABEL]


def test_each_place_has_its_ground_and_line_before_the_words_are_set():
    shapes = list(with_marks([LABEL], ("mar",)))

    assert [type(shape) for shape in shapes] == [Box, Line, Box, Line, Text]
    assert (shapes[0].fill, shapes[1].colour) == ("found", "found_line")


def test_the_ground_lies_where_the_words_are():
    ground = next(with_marks([LABEL], ("mar",))).rect

    assert ground.x + 1 == 40 + width("31 ", "regular", 10)
    assert abs(ground.width - 2 - width("Mar", "regular", 10)) < 0.5
    assert ground.y < 20 < ground.bottom
