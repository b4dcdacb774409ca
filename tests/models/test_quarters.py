"""Quarters of a plan, and in which of them a row falls."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.plan import ItemKind, PlanInfo
from mkplanner.models.quarters import due, frame_of, periods_of, place_of, quarters_between, touched, years_between
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.builders import empty_plan
from tests.charts.plan_maker import PlanMaker

YEAR = PlanContext(date(2026, 4, 1), date(2027, 3, 31))
QUARTERS = quarters_between(date(2026, 4, 1), date(2027, 3, 31), YEAR)


def test_quarters_are_named_as_councils_write_them() -> None:
    assert [quarter.words for quarter in QUARTERS] == ["Q1 2026/27", "Q2 2026/27", "Q3 2026/27", "Q4 2026/27"]
    assert (QUARTERS[3].first, QUARTERS[3].last) == (date(2027, 1, 1), date(2027, 3, 31))


def test_calendar_quarters_follow_the_calendar_year() -> None:
    found = quarters_between(date(2026, 5, 1), date(2026, 8, 1), PlanContext(quarters="calendar"))
    assert [quarter.words for quarter in found] == ["Q2 2026", "Q3 2026"]


def test_years_begin_in_the_plans_own_month() -> None:
    found = years_between(date(2026, 3, 31), date(2026, 4, 1), PlanContext())
    assert [(year.words, year.first) for year in found] == [
        ("2025/26", date(2025, 4, 1)),
        ("2026/27", date(2026, 4, 1)),
    ]
    assert years_between(date(2026, 5, 1), date(2026, 5, 2), PlanContext(financial_month=1))[0].words == "2026"


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 3000), st.integers(1, 12))
def test_every_day_lies_in_exactly_one_quarter(first: date, length: int, month: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    found = quarters_between(first, last, PlanContext(financial_month=month))
    assert found[0].first <= first and found[-1].last >= last
    assert all(one.last.toordinal() + 1 == two.first.toordinal() for one, two in pairwise(found))
    for day in (first, last):
        assert [at for at, each in enumerate(found) if each.first <= day <= each.last] == [place_of(day, found)]


@pytest.mark.parametrize(
    ("words", "touches", "is_due"),
    [
        ("By 31 December 2026", {2}, {2}),
        ("May 2026 to November 2026", {0, 1, 2}, {2}),
        ("From October 2026", {2, 3}, set()),
        ("Ongoing", {0, 1, 2, 3}, set()),
        ("Half-yearly (March and September)", {1, 3}, {1, 3}),
        ("1 May 2026 and 3 January 2027", {0, 3}, {0, 3}),
        ("14 May 2026", {0}, {0}),
        ("1 March 2031", set(), set()),
        ("TBC", set(), set()),
    ],
)
def test_a_date_touches_quarters_and_is_due_in_some(words: str, touches: set[int], is_due: set[int]) -> None:
    frame = parse(words, YEAR)
    assert touched(frame, QUARTERS, YEAR) == touches
    assert due(frame, QUARTERS, YEAR) == is_due


def test_a_part_without_a_date_takes_that_of_its_action_but_never_a_themes() -> None:
    make = PlanMaker()
    theme = make.add("Governance", "2026", kind=ItemKind.THEME)
    action = make.add("Agree the model", "May 2026", below=theme)
    part, later = make.add("Draft it", below=action), make.add("Send it", "TBC", below=action)
    lone = make.add("Publish", below=theme)
    plan = make.plan()
    assert frame_of(plan, plan.items[part]) == plan.items[action].by_when
    assert frame_of(plan, plan.items[later]) == plan.items[later].by_when
    assert frame_of(plan, plan.items[lone]) is None


def test_a_long_plan_is_counted_by_years_and_a_mistyped_century_makes_no_hundred_columns() -> None:
    make = PlanMaker(PlanInfo("plan", start=date(2020, 4, 1), end=date(2035, 3, 31)))
    make.add("Build", parse("1 May 1914"))
    plan = make.plan()
    assert [year.words for year in periods_of(plan, list(plan.items.values()))][:2] == ["2020/21", "2021/22"]
    assert len(periods_of(plan, list(plan.items.values()))) == 15


def test_a_plan_without_any_date_has_no_quarters() -> None:
    assert periods_of(empty_plan(), []) == ()
    assert touched(parse("Ongoing"), (), YEAR) == due(parse("Quarterly"), (), YEAR) == frozenset()
