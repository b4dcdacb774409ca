"""Days, months and years are said as exactly as they are known."""

from datetime import date

import pytest

from mkplanner.models.timeframes.day_words import (
    day_words,
    first_words,
    last_words,
    rough_day_words,
    rough_words,
    weekday_words,
)
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext, Segment

PLAN = PlanContext(date(2026, 4, 1), date(2028, 3, 31))


def segment(words: str) -> Segment:
    return parse(words, PLAN).segments[0]


def test_days_are_named_in_full_and_without_a_nought_before() -> None:
    assert day_words(date(2027, 1, 4)) == "4 January 2027"
    assert weekday_words(date(2027, 1, 4)) == "Monday 4 January 2027"


@pytest.mark.parametrize(
    "words", ["early June 2026", "mid August 2027", "late February 2028", "early 2027", "late 2026"]
)
def test_a_third_of_a_month_or_year_is_said_as_people_say_it_and_reads_back(words: str) -> None:
    found = rough_words(segment(words), False)

    assert found == words
    assert segment(found) == segment(words)


@pytest.mark.parametrize("words", ["1 June 2026 to 10 June 2026", "about 3 June 2026", "around 2027"])
def test_what_is_no_third_has_no_rough_words(words: str) -> None:
    assert rough_words(segment(words), False) == ""


@pytest.mark.parametrize(("words", "said"), [("by mid June 2026", "mid Jun 2026"), ("by 20 June 2026", "")])
def test_only_a_rough_deadline_is_said_roughly(words: str, said: str) -> None:
    assert rough_day_words(segment(words), True) == said


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2026/27 to 2027/28", "2026/27", "2027/28"),
        ("June to August 2026", "June 2026", "August 2026"),
        ("3 June to 4 July 2026", "3 June 2026", "4 July 2026"),
        ("2026/27 municipal year", "municipal year 2026/27", "municipal year 2026/27"),
    ],
)
def test_both_ends_are_said_with_the_precision_they_were_given(words: str, first: str, last: str) -> None:
    assert (first_words(segment(words), False), last_words(segment(words), False)) == (first, last)
