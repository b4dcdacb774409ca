from datetime import date

import pytest

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind
from mkplanner.ui.editors.datehelps import Typed, next_target, with_condition, with_day, with_line
from tests.builders import empty_plan

DAY = date(2027, 3, 31)


def at_end(words: str) -> Typed:
    return Typed(words, len(words), len(words))


def all_chosen(words: str) -> Typed:
    return Typed(words, 0, len(words))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (at_end(""), "31 March 2027"),
        (at_end("By "), "By 31 March 2027"),
        (at_end("By"), "By 31 March 2027"),
        (Typed("By  agreed", 3, 3), "By 31 March 2027 agreed"),
        (at_end("By 26 February 2026"), "By 31 March 2027"),
        (all_chosen("By 26 February 2026 at the latest"), "By 31 March 2027 at the latest"),
        (Typed("1.4.26 – 30.6.26", 14, 14), "1.4.26 – 31.3.27"),
        (at_end("1 Apr 26 to "), "1 Apr 26 to 31 Mar 27"),
        (Typed("By Fri 27th Feb 26 (draft)", 8, 8), "By Wed 31st Mar 27 (draft)"),
        (all_chosen("1.4.26 – 30.6.26"), "31.3.27"),
        (all_chosen("Ongoing"), "31 March 2027"),
        (Typed("May\nBy 1 May 2026 (if agreed)", 22, 28), "May\nBy 31 March 2027 (if agreed)"),
    ],
)
def test_a_day_is_written_as_the_author_writes_days(typed, words):
    assert with_day(typed, DAY).words == words


def test_the_cursor_stands_behind_the_day():
    done = with_day(Typed("By 1 May 2026 at the latest", 6, 6), DAY)

    assert done.words[: done.start] == "By 31 March 2027"
    assert done.start == done.end


def test_a_line_for_one_more_target_reads_at_once():
    done = with_line(all_chosen("By 31 Dec 25 for existing services\n"), DAY)

    assert done.words[done.start : done.end] == "By 31 March 2027 for new services"
    first, second = parse(done.words).segments
    assert (first.end, first.label) == (date(2025, 12, 31), "existing services")
    assert (second.end, second.label, second.kind) == (DAY, "new services", Kind.BY_DEADLINE)


def test_the_first_line_needs_no_break_before_it():
    assert with_line(at_end(""), DAY).words == "By 31 March 2027 for new services"


def test_a_condition_reads_at_once_with_its_words_chosen():
    done = with_condition(all_chosen("By 31 March 2027"))

    assert done.words == "By 31 March 2027 (if funding is agreed)"
    assert done.words[done.start : done.end] == "funding is agreed"
    (segment,) = parse(done.words).segments
    assert segment.flags.conditional
    assert segment.end == DAY


def test_a_condition_belongs_to_the_line_of_the_cursor():
    done = with_condition(Typed("By May 2026\nOngoing", 4, 4))

    assert done.words == "By May 2026 (if funding is agreed)\nOngoing"


def test_a_chosen_part_of_a_line_becomes_the_condition():
    words = "30 January 2026 trial goes on"
    done = with_condition(Typed(words, 16, len(words)))

    assert done.words == "30 January 2026 (if trial goes on)"
    assert done.words[done.start : done.end] == "trial goes on"


def test_a_condition_that_is_there_is_chosen_and_not_doubled():
    done = with_condition(at_end("By May 2026 (if the bid is won)"))

    assert done.words == "By May 2026 (if the bid is won)"
    assert done.words[done.start : done.end] == "the bid is won"


@pytest.mark.parametrize(
    ("last", "after", "offered"),
    [
        (date(2028, 3, 31), date(2026, 5, 1), date(2027, 3, 31)),
        (date(2028, 3, 31), date(2027, 3, 31), date(2028, 3, 31)),
        (date(2026, 12, 31), date(2026, 5, 1), date(2026, 12, 31)),
        (date(2026, 3, 31), date(2026, 5, 1), date(2027, 3, 31)),
        (date(2026, 3, 31), date.max, date.max),
    ],
)
def test_one_more_target_is_offered_for_the_end_of_a_year(last, after, offered):
    assert next_target(empty_plan(start=date(2025, 4, 1), end=last), after) == offered
