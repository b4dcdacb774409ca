from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.flag import flag
from mkplanner.charts.shapes import Text

ROOM = Rect(0, 0, 600, 300)


def test_the_flag_stands_right_below_the_pointer_and_says_both_lines():
    shapes, place = flag(("By 31 May 2027", "2 months later"), (100, 50), ROOM)

    assert [shape.words for shape in shapes if isinstance(shape, Text)] == ["By 31 May 2027", "2 months later"]
    assert place.x > 100
    assert place.y > 50


def test_a_blank_line_takes_no_room_and_a_warning_has_its_own_colour():
    one, two = flag(("Ongoing", ""), (0, 0), ROOM)[1], flag(("Ongoing", "later"), (0, 0), ROOM)[1]
    shapes, _ = flag(("No link here", "A row cannot be linked to itself."), (0, 0), ROOM, warns=True)

    assert one.height < two.height
    assert shapes[-1].colour == "broken"


@given(st.floats(0, 600), st.floats(0, 300), st.floats(1, 2))
def test_the_flag_never_leaves_the_chart(x, y, letter):
    _, place = flag(("1 March 2026 to 30 April 2026", "2 weeks later"), (x, y), ROOM, letter)

    assert place.x >= 0
    assert place.y >= 0
    assert place.right <= ROOM.right
    assert place.bottom <= ROOM.bottom
