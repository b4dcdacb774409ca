"""Other dates in the author's own words, in the spelling those had."""

import pytest

from mkplanner.models.timeframes.moving import moved
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.restyle import restyled, with_weekday
from tests.models.timeframes.movable import PLAN


def first(words: str, **by: int) -> str | None:
    old = parse(words, PLAN).segments
    return next(restyled(words, old, tuple(moved(segment, **by) for segment in old)), None)


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("By Fri. 31st March 28", {"days": 3}, "By Mon. 3rd April 28"),
        ("Wednesday 31st March 2027", {"days": 1}, "Thursday 1st April 2027"),
        ("COMMITTEE 2ND JUNE 2026", {"days": 20}, "COMMITTEE 22ND JUNE 2026"),
        ("05.06.26", {"days": 6}, "11.06.26"),
        ("5/6/2026", {"days": 6}, "11/6/2026"),
        ("2026-06-05", {"days": 6}, "2026-06-11"),
        ("05/2027", {"months": 3}, "08/2027"),
        ("Sept 2026", {"months": 2}, "Nov 2026"),
        ("Q4 2026/27", {"months": 3}, "Q1 2027/28"),
        ("autumn 2026", {"months": 9}, "summer 2027"),
        ("2026/27", {"months": 12}, "2027/28"),
        (
            "June\u00a02026 to Aug 2026 (subject to funding)",
            {"months": 1},
            "July\u00a02026 to Sep 2026 (subject to funding)",
        ),
        ("11th May 2026", {"days": 1}, "12th May 2026"),
    ],
)
def test_only_the_date_is_replaced_in_the_spelling_it_had(words: str, by: dict[str, int], expected: str) -> None:
    assert first(words, **by) == expected


def test_years_are_written_where_the_words_had_none() -> None:
    old = parse("June - August", PLAN).segments
    new = tuple(moved(segment, months=1) for segment in old)
    assert list(restyled("June - August", old, new))[:3] == [
        "July - September",
        "July - September 2026",
        "July 2026 - September 2026",
    ]


def test_words_that_name_another_date_too_are_left_alone() -> None:
    old = parse("By 31 March 2027", PLAN).segments
    assert list(restyled("By 31 March 2027, not 30 June 2025", old, old)) == []
    assert first("Ongoing", days=3) is None


def test_the_only_weekday_of_the_words_is_replaced() -> None:
    assert with_weekday("Fri 26 December 2026", 4, 5) == "Sat 26 December 2026"
    assert with_weekday("FRIDAY 26 December 2026", 4, 5) == "SATURDAY 26 December 2026"
    assert with_weekday("Friday 26 or Friday 27 December", 4, 5) is None
    assert with_weekday("26 December 2026", 4, 5) is None
