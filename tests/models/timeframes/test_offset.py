"""How far a date lies from something, in the words of plans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.offset import Offset, read_offset

ANCHOR = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Within 3 months of appointment", date(2027, 3, 15)),
        ("Within three (3) months of approval", date(2027, 3, 15)),
        ("Two weeks after the draft is ready", date(2026, 12, 29)),
        ("A fortnight following the vote", date(2026, 12, 29)),
        ("not later than 28 days following the decision", date(2027, 1, 12)),
        ("Within 1 year of the award", date(2027, 12, 15)),
        ("2 quarters from launch", date(2027, 6, 15)),
        ("Three months' after go-live", date(2027, 3, 15)),
        ("10 working days after the meeting", date(2026, 12, 31)),
        ("Six weeks before the launch", date(2026, 11, 3)),
        ("9 months\nprior to go-live", date(2026, 3, 15)),
        ("5 working days ahead of the Board", date(2026, 12, 8)),
    ],
)
def test_it_is_read_and_counted_from_a_day(words: str, day: date) -> None:
    offset = read_offset(words)
    assert offset is not None
    assert offset.day_from(ANCHOR, "england-and-wales") == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "TBC",
        "The month before each move",
        "Next meeting of the Joint Board after the trial",
        "Complete within 6 months",
        "3 of 5 months",
        "the last two weeks of the trial",
        "Within a month of the vote and two weeks before the launch",
        "3 terms after the start",
        "99999 days after the start",
        "0 days after the start",
    ],
)
def test_words_that_count_from_nothing_or_from_two_things_are_left_alone(words: str) -> None:
    assert read_offset(words) is None


def test_the_end_of_a_month_is_the_end_of_a_shorter_one() -> None:
    assert Offset(1, "month").day_from(date(2027, 1, 31), "scotland") == date(2027, 2, 28)


@given(st.text(max_size=200))
def test_no_text_makes_it_stumble(text: str) -> None:
    read_offset(text)
