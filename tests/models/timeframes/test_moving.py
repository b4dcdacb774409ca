"""Segments on other days call themselves what they then are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.describe import describe_segment
from mkplanner.models.timeframes.moving import can_move, moved, with_days
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.models.timeframes.movable import PHRASES, PLAN


def one(words: str, context: PlanContext = PLAN):
    (segment,) = parse(words, context).segments
    return segment


@pytest.mark.parametrize(
    ("words", "months", "expected"),
    [
        ("March 2027", 1, "April 2027"),
        ("By 31 March 2027", 1, "by 30 April 2027"),
        ("by the end of February 2027", 1, "by the end of March 2027"),
        ("spring 2027", 3, "summer 2027"),
        ("spring 2027", 1, "April 2027 to June 2027"),
        ("winter 2026/27", 3, "spring 2027"),
        ("2026/27", 12, "financial year 2027/28"),
        ("2026/27", 3, "July 2026 to June 2027"),
        ("January to March 2027", 1, "February 2027 to April 2027"),
        ("summer term 2027", 12, "summer term 2028"),
        ("w/c 3 May 2027", 1, "week commencing 3 June 2027"),
        ("from April 2027", -2, "from February 2027"),
        ("quarterly from July 2026", 1, "quarterly from August 2026"),
        ("annually (April)", 1, "annually in April"),
    ],
)
def test_moved_by_months_a_date_is_still_of_its_sort_if_it_can_be(words: str, months: int, expected: str) -> None:
    assert describe_segment(moved(one(words), months=months)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("March 2027", "11 March 2027 to 10 April 2027"),
        ("3 May 2027", "13 May 2027"),
        ("w/c 3 May 2027", "week commencing 13 May 2027"),
        ("by the end of March 2027", "by 10 April 2027"),
        ("Q2 2026/27", "11 July 2026 to 10 October 2026"),
        ("ongoing until March 2027", "ongoing until 10 April 2027"),
    ],
)
def test_moved_by_days_a_month_is_no_month_any_more(words: str, expected: str) -> None:
    assert describe_segment(moved(one(words), days=10)) == expected


def test_a_point_stretched_is_a_range_and_a_range_shrunk_is_a_point() -> None:
    assert (
        describe_segment(with_days(one("3 May 2027"), date(2027, 5, 3), date(2027, 5, 5))) == "3 May 2027 to 5 May 2027"
    )
    shrunk = with_days(one("3 May 2027 to 5 May 2027"), date(2027, 5, 4), date(2027, 5, 4))
    assert describe_segment(shrunk) == "4 May 2027"


def test_what_is_complete_or_has_no_day_stays() -> None:
    for words in ("Completed January 2026", "Ongoing", "Once the branding is agreed"):
        segment = one(words)
        assert not can_move(segment)
        assert moved(segment, days=7, months=2) == segment


def test_the_year_of_a_moved_date_is_known() -> None:
    assert one("31 March").flags.inferred_year
    assert not moved(one("31 March"), days=1).flags.inferred_year


@given(st.sampled_from(PHRASES), st.integers(-60, 60), st.integers(-400, 400))
def test_days_move_as_far_as_was_asked(words: str, months: int, days: int) -> None:
    """Whole months apart the days differ by the months; any further days are added exactly."""
    for segment in parse(words, PLAN).segments:
        if not can_move(segment):
            continue
        monthly, shifted = moved(segment, months=months), moved(segment, days=days)
        for was, then, later in (
            (segment.start, monthly.start, shifted.start),
            (segment.end, monthly.end, shifted.end),
        ):
            assert (was is None) == (then is None) == (later is None)
            if was and then and later and segment.precision.value != "week":
                assert (then.year - was.year) * 12 + then.month - was.month == months
                assert (later - was).days == days
