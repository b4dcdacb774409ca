import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from mkplanner.ui.look import theme
from mkplanner.ui.look.wrapping import ELLIPSIS, Wrapper


@pytest.fixture(scope="module")
def wrapper(qapp):
    return Wrapper(theme.font())


WORDS = st.text(alphabet=st.sampled_from("abcdefghi WM–,.é\n"), max_size=120)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.integers(40, 400))
def test_no_letter_is_lost_and_every_line_fits(wrapper, text, room):
    found = wrapper.wrap(text, room, None)
    measure = QFontMetricsF(wrapper.font)

    assert "".join("".join(found.words).split()) == "".join(text.split())
    assert all(measure.horizontalAdvance(line) <= room + 1 or len(line) <= 1 for line in found.words)
    assert not found.shortened


@settings(max_examples=60, deadline=None)
@given(WORDS, st.integers(60, 300), st.integers(1, 4))
def test_what_is_too_long_ends_in_an_ellipsis_on_its_last_line(wrapper, text, room, most):
    found = wrapper.wrap(text, room, most)

    assert len(found.words) <= most
    if found.shortened:
        assert found.words[-1].endswith(ELLIPSIS)
        assert QFontMetricsF(wrapper.font).horizontalAdvance(found.words[-1]) <= room + 1


def test_each_line_knows_the_line_of_the_author_it_is_part_of(wrapper):
    found = wrapper.wrap("one two three four five six\nseven", 80, None)

    assert found.sources[0] == 0
    assert found.sources[-1] == 1
    assert found.words[-1] == "seven"


def test_a_word_too_long_for_its_cell_is_cut_and_kept(wrapper):
    found = wrapper.wrap("Communications" * 4, 60, None)

    assert len(found.words) > 3
    assert "".join(found.words) == "Communications" * 4


def test_lines_are_prepared_for_drawing_once(wrapper):
    found = wrapper.wrap("one two three four five six", 60, None)

    assert [static.text() for static in found.statics(wrapper.font)] == found.words
    assert found.statics(wrapper.font) is found.statics(wrapper.font)
    assert wrapper.wrap("", 60, None).statics(wrapper.font) == []


@settings(max_examples=150, deadline=None)
@given(WORDS, st.integers(40, 400), st.sampled_from([None, 1, 3]))
def test_counting_lines_gives_as_many_as_making_them(wrapper, text, room, most):
    assert wrapper.count(text, room, most) == len(wrapper.wrap(text, room, most).words)
