"""What is due on a weekend or a bank holiday is told where somebody can still choose another day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.checks.working_days import check_working_days
from mkplanner.models.commands.progress import AddUpdate
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.holidays import NATIONS, is_working_day
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
from tests.builders import empty_plan, written

TODAY = date(2026, 11, 22)
YEARS = {"start": date(2026, 4, 1), "end": date(2029, 3, 31)}


def plan_with(*words: str, **info: object) -> Plan:
    rows = [AddItem(text, id=f"r{place}", fields=(("by_when", text),)) for place, text in enumerate(words)]
    return written(*rows, plan=empty_plan(**(YEARS | info)))


def found(plan: Plan, today: date = TODAY) -> list[tuple[str, str | None]]:
    return [(notice.id, notice.item) for notice in check_working_days(plan, today)]


@pytest.mark.parametrize("words", ["By 26 December 2026", "Sat 26 December 2026", "Ongoing; by 27 February 2027"])
def test_a_deadline_or_a_single_day_on_a_weekend_is_told(words: str) -> None:
    assert found(plan_with(words)) == [("on-weekend", "r0")]


@pytest.mark.parametrize(
    "words",
    [
        "By 31 December 2026",
        "By January 2028",
        "January 2027",
        "2 January 2027 to 9 January 2027",
        "w/c 2 January 2027",
        "From 2 January 2027",
        "Until 2 January 2027",
        "Completed 26 December 2026",
        "Ongoing",
    ],
)
def test_working_days_and_anything_but_a_single_day_are_not_told(words: str) -> None:
    assert found(plan_with(words)) == []


def test_bank_holidays_are_those_of_the_plans_nation() -> None:
    words = ("By 29 March 2027", "By 30 November 2027", "By 17 March 2027")
    told = {nation: [item for _, item in found(plan_with(*words, nation=nation))] for nation in NATIONS}
    assert told == {"england-and-wales": ["r0"], "scotland": ["r1"], "northern-ireland": ["r0", "r2"]}
    (notice,) = check_working_days(plan_with(words[0]), TODAY)
    assert notice.sentence == "1 falls on Monday 29 March 2027, a bank holiday: Easter Monday."
    assert (notice.severity, notice.field, notice.part) == ("info", "by_when", 0)


def test_what_is_complete_or_over_is_not_told() -> None:
    plan = plan_with("By 26 December 2026")
    assert found(written(SetField("r0", "status", "complete"), plan=plan)) == []
    assert found(plan, date(2026, 12, 27)) == []
    assert found(written(AddUpdate("r0", "Sent", on=date(2027, 1, 5)), plan=plan)) == []


def test_a_plan_whose_years_are_over_is_checked_as_on_the_day_it_was_written() -> None:
    assert found(plan_with("By 26 December 2026"), date(2040, 1, 1)) == [("on-weekend", "r0")]
    assert found(plan_with("By 26 December 2026", start=None), date(2040, 1, 1)) == [("on-weekend", "r0")]


def test_a_day_of_which_the_year_is_doubtful_is_not_told() -> None:
    plan = plan_with("26 December")
    frame = plan.items["r0"].by_when
    assert frame is not None
    assert frame.is_ambiguous
    assert found(plan) == []


@given(st.lists(st.dates(date(2020, 1, 1), date(2040, 1, 1)), max_size=20), st.sampled_from(sorted(NATIONS)))
def test_exactly_the_days_that_are_no_working_days_are_told(days: list[date], nation: str) -> None:
    rows = {
        str(place): Item(str(place), by_when=Timeframe("x", (Segment(Kind.BY_DEADLINE, None, day, Precision.DAY),)))
        for place, day in enumerate(days)
    }
    plan = replace(empty_plan(nation=nation), items=rows)
    expected = {str(place) for place, day in enumerate(days) if not is_working_day(day, nation)}
    assert {item for _, item in found(plan)} == expected
