from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.marks.held import can_stretch, drawn, held_words, moved_by, stretched_by, stretched_to
from mkplanner.charts.marks.marks import Part
from mkplanner.charts.timescale.snap import Step
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Kind, PlanContext

CONTEXT = PlanContext(date(2025, 4, 1), date(2028, 3, 31), "By when")


def segments(words: str):
    return parse(words, CONTEXT).segments


def test_one_part_moves_and_the_others_stay():
    before = segments("By 31 Dec 25 for existing services\n1 March 2026 to 30 April 2026 for new services")
    after = moved_by(before, Step(months=1), 1)

    assert after[0] == before[0]
    assert (after[1].start, after[1].end) == (date(2026, 4, 1), date(2026, 5, 31))


def test_a_month_that_moves_by_months_stays_a_month():
    (after,) = moved_by(segments("February 2026"), Step(months=1), 0)

    assert (after.kind, after.start, after.end) == (Kind.MONTH, date(2026, 3, 1), date(2026, 3, 31))


def test_where_the_calendar_ends_nothing_moves():
    before = segments("By 31 March 2026")

    assert moved_by(before, Step(days=10_000_000), 0) == before


def test_an_edge_never_passes_the_other():
    before = segments("1 March 2026 to 30 April 2026")

    assert stretched_to(before, 0, Part.START, date(2027, 1, 1))[0].start == date(2026, 4, 30)
    assert stretched_to(before, 0, Part.END, date(2025, 1, 1))[0].end == date(2026, 3, 1)


def test_the_end_of_a_month_is_stretched_to_the_end_of_another():
    (after,) = stretched_by(segments("January 2026 to February 2026"), 0, Part.END, Step(months=1))

    assert after.end == date(2026, 3, 31)


def test_a_deadline_has_no_edge_to_pull_at():
    (deadline,) = segments("By 31 March 2026")

    assert not can_stretch(deadline, Part.END)
    assert stretched_by((deadline,), 0, Part.END, Step(months=1)) == (deadline,)


def test_two_days_drawn_either_way_are_a_bar_and_a_whole_month_is_a_month():
    assert drawn(date(2026, 5, 20), date(2026, 5, 4)) == drawn(date(2026, 5, 4), date(2026, 5, 20))
    assert drawn(date(2026, 5, 1), date(2026, 5, 31)).kind is Kind.MONTH
    assert drawn(date(2026, 5, 4), date(2026, 5, 4)).kind is Kind.POINT


def test_the_flag_says_the_dates_and_what_became_of_them():
    (old,) = segments("1 March 2026 to 30 April 2026")
    later, longer = moved_by((old,), Step(days=14), 0)[0], stretched_by((old,), 0, Part.END, Step(days=7))[0]

    assert held_words(old, later) == ("15 March 2026 to 14 May 2026", "2 weeks later · 61 days")
    assert held_words(old, longer)[1] == "end 1 week later · 68 days"
    assert held_words(old, old)[1] == "not moved · 2 months"
    (due,) = segments("By 31 March 2026")
    assert held_words(due, moved_by((due,), Step(months=2), 0)[0]) == ("By 31 May 2026", "2 months later")


@given(
    st.sampled_from(
        ["1 March 2026 to 30 April 2026", "By 31 March 2026", "Spring 2026", "Q1 2026/27", "Ongoing from May 2026"]
    ),
    st.sampled_from([Part.START, Part.END]),
    st.integers(-400, 400),
    st.integers(-30, 30),
)
def test_held_dates_are_always_in_order_and_can_be_said(words, edge, days, months):
    before = segments(words)
    (after,) = stretched_by(moved_by(before, Step(days, months), 0), 0, edge, Step(days=days))

    assert not (after.start and after.end) or after.start <= after.end
    assert all(held_words(before[0], after)[:1])
