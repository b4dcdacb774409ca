from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.baselines.parts import before, part_line, read_part
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment

DAYS = st.one_of(st.none(), st.dates())
PARTS = st.builds(
    Segment,
    kind=st.sampled_from(Kind),
    start=DAYS,
    end=DAYS,
    precision=st.sampled_from(Precision),
    label=st.one_of(st.none(), st.text(min_size=1, max_size=12)),
)


def part(label=None, end=date(2026, 3, 31)):
    return Segment(Kind.BY_DEADLINE, None, end, Precision.DAY, label=label)


@given(PARTS, st.integers(0, 99))
def test_a_part_is_read_back_as_it_was_written(segment, place):
    name, *days = part_line("id", place, segment).rsplit("/", 2)
    first, last = (date.fromisoformat(day) if day else None for day in days)

    assert read_part(name, first, last) == ("id", place, segment)


def test_the_line_of_a_row_is_no_part():
    assert read_part("id", None, None) is None


@pytest.mark.parametrize("name", ["id#", "id#first:range:day:", "id#0:never:day:", "id#0:range"])
def test_a_damaged_part_is_said_to_be_one(name):
    with pytest.raises(ValueError, match=r"."):
        read_part(name, None, None)


def test_parts_are_known_by_what_they_are_for_in_whatever_order():
    old, new = part("Historic services"), part("new services")
    assert before((old, new), (part("New  services"), part("historic services"))) == [new, old]


def test_parts_for_nothing_are_known_by_their_order():
    one, two = part(end=date(2026, 1, 31)), part(end=date(2026, 7, 31))
    assert before((one, two), (part(), part())) == [one, two]


def test_a_part_that_came_or_went_leaves_the_others_known():
    old, new = part("historic services"), part("new services")
    assert before((old, new), (part("new services"),)) == [new]
    assert before((old,), (part("historic services"), part("pilots"))) == [old, None]
    assert before((part(), part()), (part(),)) == [None]
