"""Dates of several parts, taken apart and put together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.parts import (
    PartWords,
    and_part,
    lines_of,
    part_words,
    read_part,
    with_part,
    without_part,
)
from mkplanner.models.timeframes.timeframe import Kind, PlanContext

CONTEXT = PlanContext(date(2025, 4, 1), date(2027, 3, 31), "By when")
TWO = "By 31 Dec 25 for existing services\nOngoing for new services"


def changed(words: str, number: int, part: PartWords) -> str:
    read = read_part(part, CONTEXT)
    assert read is not None
    return with_part(parse(words, CONTEXT), number, part, read, CONTEXT).words


@pytest.mark.parametrize(
    ("part", "line"),
    [
        (PartWords("by May 2026"), "by May 2026"),
        (PartWords("by May 2026", "new services"), "by May 2026 for new services"),
        (PartWords("May 2026", "Draft"), "Draft: May 2026"),
        (PartWords("by May 2026", "", "funding is agreed"), "by May 2026 (if funding is agreed)"),
        (PartWords("by May 2026", "", "subject to funding"), "by May 2026 (subject to funding)"),
        (PartWords("by May 2026", "new services", "if funded"), "by May 2026 for new services (if funded)"),
    ],
)
def test_a_part_is_one_line_that_is_read_as_it_was_meant(part: PartWords, line: str) -> None:
    assert part.line == line
    read = read_part(part, CONTEXT)
    assert read is not None
    assert (read.label or "") == part.label
    assert bool(read.condition) == bool(part.condition)


def test_the_other_parts_keep_the_authors_words() -> None:
    assert changed(TWO, 1, PartWords("from April 2026", "new services")) == (
        "By 31 Dec 25 for existing services\nFrom April 2026 for new services"
    )
    assert changed(TWO, 0, PartWords("by 31 Jan 26", "existing services", "the board agrees")) == (
        "By 31 Jan 26 for existing services (if the board agrees)\nOngoing for new services"
    )


def test_parts_that_are_told_together_are_told_apart_as_far_as_must_be() -> None:
    words = changed("30.1.26 and 31.7.26\n(if trial continues)", 1, PartWords("31.8.26", "", "if trial continues"))
    assert parse(words, CONTEXT).segments[1].end == date(2026, 8, 31)
    assert words.startswith("30.1.26 and 31.8.26")


def test_a_part_is_added_below_and_taken_away_again() -> None:
    frame = parse("By March 2026", CONTEXT)
    part = PartWords("ongoing", "new services")
    read = read_part(part, CONTEXT)
    assert read is not None
    longer = and_part(frame, part, read, CONTEXT)
    assert longer.words == "By March 2026\nOngoing for new services"
    assert [segment.kind for segment in longer.segments] == [Kind.BY_DEADLINE, Kind.ONGOING]
    assert without_part(longer, 1, CONTEXT) == frame
    assert without_part(frame, 0, CONTEXT) is None
    assert and_part(None, part, read, CONTEXT).words == "Ongoing for new services"


def test_words_that_are_no_single_date_are_no_part() -> None:
    assert read_part(PartWords("some day"), CONTEXT) is None
    assert read_part(PartWords("May 2026 and July 2026"), CONTEXT) is None


DAYS = st.dates(date(2025, 4, 1), date(2027, 3, 31))


@given(st.lists(DAYS, min_size=1, max_size=4), st.data())
def test_taking_a_part_away_and_adding_it_again_keeps_every_segment(days: list[date], data: st.DataObject) -> None:
    frame = parse("\n".join(f"By {day.day}.{day.month}.{day.year}" for day in days), CONTEXT)
    assert len(frame.segments) == len(days)
    number = data.draw(st.integers(0, len(days) - 1))
    part = part_words(frame.segments[number])
    assert read_part(part, CONTEXT) == frame.segments[number]
    left = without_part(frame, number, CONTEXT)
    again = and_part(left, part, frame.segments[number], CONTEXT)
    assert sorted(map(str, again.segments)) == sorted(map(str, frame.segments))


@given(st.sampled_from([TWO, "By May 2026", "Draft: May 2026\nFinal: July 2026", "30.1.26 and 31.7.26"]), st.data())
def test_a_part_in_its_own_words_leaves_the_reading_as_it_was(words: str, data: st.DataObject) -> None:
    frame = parse(words, CONTEXT)
    number = data.draw(st.integers(0, len(frame.segments) - 1))
    part = part_words(frame.segments[number])
    assert with_part(frame, number, part, frame.segments[number], CONTEXT).segments == frame.segments


def test_lines_are_only_told_apart_where_each_is_a_part() -> None:
    assert lines_of(parse(TWO, CONTEXT), CONTEXT) == tuple(TWO.splitlines())
    assert lines_of(parse("30.1.26 and 31.7.26", CONTEXT), CONTEXT) is None
