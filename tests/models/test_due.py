"""What is due when."""

from datetime import date

import pytest

from mkplanner.models.due import PERIODS, due_days, is_late, is_overdue, is_undated, last_due, quarter_of
from mkplanner.models.plan import Item, Plan, PlanInfo
from mkplanner.models.status import Status
from mkplanner.models.timeframes.parse import parse
from tests.builders import PLAN_ID, empty_plan

DAY = date(2026, 5, 20)


def row(words, status=None):
    return Item("a", by_when=parse(words, empty_plan().context()), status=status)


def test_each_target_is_due_on_its_own_day_and_what_goes_on_is_not():
    item = row("By 31 March 2026 for historic services\nOngoing for new services")
    assert list(due_days(item)) == [date(2026, 3, 31)]
    assert last_due(item) is None
    assert not is_overdue(item, DAY)


def test_what_has_gone_by_is_overdue_unless_it_is_closed():
    assert is_overdue(row("By 31 March 2026"), DAY)
    assert not is_overdue(row("By 31 March 2026", Status.COMPLETE), DAY)
    assert not is_overdue(row("Quarterly from April 2025"), DAY)
    assert is_late(row("By 31 March 2027", Status.LATE), DAY)


def test_words_without_a_day_are_undated():
    assert is_undated(None)
    assert is_undated(row("Once the branding is agreed").by_when)
    assert not is_undated(row("June 2026").by_when)


@pytest.mark.parametrize(
    ("day", "quarters", "month", "first", "words"),
    [
        (date(2026, 5, 20), "financial", 4, date(2026, 4, 1), "Q1 2026/27"),
        (date(2026, 2, 1), None, 4, date(2026, 1, 1), "Q4 2025/26"),
        (date(2026, 5, 20), "calendar", 4, date(2026, 4, 1), "Q2 2026"),
        (date(1999, 12, 31), "financial", 4, date(1999, 10, 1), "Q3 1999/00"),
        (date(2026, 5, 20), "financial", 10, date(2026, 4, 1), "Q3 2025/26"),
    ],
)
def test_quarters_are_named_as_the_plan_counts_them(day, quarters, month, first, words):
    plan = Plan(PlanInfo(PLAN_ID, quarters=quarters, financial_month=month))
    assert quarter_of(plan, day) == (first, words)


def test_periods_hold_the_days_they_name():
    plan = empty_plan()
    spans = {key: span(plan, DAY) for key, (_, span) in PERIODS.items()}
    assert spans["month"] == (date(2026, 5, 1), date(2026, 5, 31))
    assert spans["quarter"] == (date(2026, 4, 1), date(2026, 6, 30))
    assert spans["next_quarter"] == (date(2026, 7, 1), date(2026, 9, 30))
    assert spans["year"] == (date(2026, 4, 1), date(2027, 3, 31))
