"""Doubts of one sort are told apart from others, and a question about quarters has an answer for the whole plan."""

from dataclasses import replace

from mkplanner.models.timeframes.doubts import About, doubt_of, quarters_meant, reading
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.models.timeframes.movable import PLAN

UNASKED = replace(PLAN, quarters=None)


def doubt(words: str, context: PlanContext = UNASKED):
    return doubt_of(parse(words, context))


def test_dates_doubted_alike_raise_one_question() -> None:
    bare = PlanContext()
    assert doubt("March 14", bare) == doubt("June 15", bare) != None  # noqa: E711 - all three at once
    assert doubt("31 October") == doubt("1 November")
    assert doubt("Q2 2027") == doubt("By Q3 2026") == doubt("Q1 2027 - Q2 2027")


def test_doubts_about_years_days_and_quarters_are_different_ones() -> None:
    found = [doubt("March 14", PlanContext()), doubt("31 October"), doubt("Q2 2027")]
    assert [one.about if one else None for one in found] == [About.WORDS, About.YEAR, About.QUARTERS]
    assert doubt("31 March 2027") is None


def test_a_choice_about_quarters_tells_whose_quarters_are_meant() -> None:
    frame = parse("Q2 2027", UNASKED)
    assert quarters_meant(frame, None, UNASKED) == "financial"
    assert quarters_meant(frame, 0, UNASKED) == "calendar"
    assert quarters_meant(frame, 9, UNASKED) is None
    assert quarters_meant(parse("31 October", UNASKED), 0, UNASKED) is None


def test_a_reading_is_counted_from_nought_and_none_is_the_one_shown() -> None:
    frame = parse("Q2 2027", UNASKED)
    assert reading(frame, None) == frame.segments
    assert reading(frame, 0) == frame.alternatives[0]
    assert reading(frame, 1) is None
    assert reading(frame, -1) is None
