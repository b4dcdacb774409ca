from datetime import date

import pytest

from mkplanner.charts.legend import SAMPLE_WIDTH, Sign, in_order, mark_entry, rasic_entries, signs_of, status_entries
from mkplanner.charts.marks.metrics import PAPER, SCREEN
from mkplanner.charts.shapes import Box, Fade, Polygon
from mkplanner.models.timeframes.timeframe import Flags, Kind, Segment, Timeframe

FIRST, LAST = date(2025, 4, 1), date(2025, 9, 30)


def frame(*segments: Segment) -> Timeframe:
    return Timeframe("words", segments)


def test_the_signs_of_a_row_are_those_it_is_drawn_with():
    bar, due = Segment(Kind.RANGE, FIRST, LAST), Segment(Kind.BY_DEADLINE, None, LAST)
    assert signs_of(frame(bar), None, False, None) == {Sign.BAR}
    assert signs_of(frame(bar, due), 40, False, None) == {Sign.DONE, Sign.DEADLINE}
    assert signs_of(frame(bar), None, True, None) == {Sign.COMPLETE}
    assert signs_of(frame(due), None, False, frame(Segment(Kind.POINT, FIRST, FIRST))) == {Sign.DEADLINE, Sign.REVISED}
    doubtful = Segment(Kind.ONGOING, flags=Flags(provisional=True))
    assert signs_of(frame(doubtful), None, False, None) == {Sign.OPEN, Sign.CONDITION}
    assert signs_of(frame(Segment(Kind.RELATIVE)), None, False, frame(due)) == set()


def test_a_partly_finished_bar_explains_the_plain_one_too():
    assert in_order({Sign.LINK, Sign.BAR, Sign.DONE}) == [Sign.DONE, Sign.LINK]


@pytest.mark.parametrize("sign", list(Sign))
@pytest.mark.parametrize("metrics", [SCREEN, PAPER])
def test_every_sample_draws_inside_its_width(sign: Sign, metrics):
    entry = mark_entry(sign, 100, 50, metrics)
    assert entry.shapes
    assert entry.width <= SAMPLE_WIDTH * metrics.height
    xs = [x for shape in entry.shapes if isinstance(shape, Polygon) for x, _ in shape.points]
    xs += [x for s in entry.shapes if isinstance(s, Box | Fade) for x in (s.rect.x, s.rect.right)]
    assert min(xs) >= 100 - 0.3
    assert max(xs) <= 100 + entry.width + 0.3


def test_statuses_and_letters_come_with_their_words():
    assert "Late" in [entry.words for entry in status_entries(0, 0)]
    words = [entry.words for entry in rasic_entries(0, 0, 20)]
    assert words[0] == "Accountable: answers for it"
    assert words[-1] == "From the action above"
