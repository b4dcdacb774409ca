"""Words proposed for a moved date mean what was drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.moving import moved
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.propose import propose_words, says
from mkplanner.models.timeframes.timeframe import Timeframe
from tests.models.timeframes.movable import PHRASES, PLAN


def proposed(words: str, **by: int) -> str:
    frame = parse(words, PLAN)
    return propose_words(frame, tuple(moved(segment, **by) for segment in frame.segments), PLAN)


@given(st.sampled_from(PHRASES), st.integers(-24, 24), st.integers(-200, 200))
def test_proposed_words_are_read_as_the_segments_they_were_made_for(words: str, months: int, days: int) -> None:
    frame = parse(words, PLAN)
    segments = tuple(moved(segment, months=months, days=days) for segment in frame.segments)
    found = propose_words(frame, segments, PLAN)
    assert parse(found, PLAN).segments == segments
    assert not parse(found, PLAN).is_ambiguous


@given(st.sampled_from(PHRASES), st.integers(-24, 24), st.integers(-200, 200))
def test_moved_there_and_back_the_days_are_the_old_ones(words: str, months: int, days: int) -> None:
    frame = parse(words, PLAN)
    there = tuple(moved(segment, days=days) for segment in frame.segments)
    moved_frame = Timeframe(propose_words(frame, there, PLAN), there)
    back = tuple(moved(segment, days=-days) for segment in moved_frame.segments)
    assert [(s.start, s.end) for s in back] == [(s.start, s.end) for s in frame.segments]
    assert says(propose_words(moved_frame, back, PLAN), back, PLAN)


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("By 31 March 2027 for historic services\nOngoing for new services", {"days": 14}, None),
        ("March 2027", {"days": 10}, "11 March 2027 to 10 April 2027"),
        ("By March 2027", {"days": 10}, "By 10 April 2027"),
        ("Publish by May 2027", {"months": 3}, "Publish by August 2027"),
        ("31 March", {"months": 3}, "30 June 2027"),
    ],
)
def test_the_authors_style_is_kept_where_it_can_be(words: str, by: dict[str, int], expected: str | None) -> None:
    assert proposed(words, **by) == (expected or words.replace("31 March", "14 April"))


def test_segments_that_no_words_say_are_described_nearly() -> None:
    frame = parse("Annually from June 2026", PLAN)
    segments = tuple(moved(segment, days=14) for segment in frame.segments)
    words = propose_words(frame, segments, PLAN)
    assert says(words, segments, PLAN) or "15 June 2026" in words
