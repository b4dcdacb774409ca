from datetime import date

import pytest

from mkplanner.models.asking.facts import column_field
from mkplanner.models.asking.sorting import rank_of
from mkplanner.models.baselines.slippage import slip_days, slip_words
from mkplanner.models.commands.baselines import CompareBaseline, SetBaseline
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.rows import AddItem, SetField
from tests.builders import empty_plan, written


@pytest.fixture
def plan():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    return written(
        AddItem("Agree", id="a", fields=(("by_when", "By 31 March 2026"),)),
        AddItem("Consult", id="b", fields=(("by_when", "May 2026 to July 2026"),)),
        AddItem("Train", id="c", fields=(("by_when", "Ongoing"),)),
        plan=start,
    )


def said(plan):
    return [slip_words(plan, plan.items[id_]) for id_ in "abc"]


def test_without_a_baseline_a_revised_date_is_compared_with_its_original(plan):
    later = written(ReviseDate("a", "By 31 May 2026", "Late bids"), plan=plan)

    assert said(plan) == ["", "", ""]
    assert said(later) == ["2 months later", "", ""]


def test_with_a_baseline_every_dated_row_is_compared_with_it(plan):
    later = written(
        ReviseDate("a", "By 31 May 2026", "Late bids"),
        SetBaseline("Board"),
        SetField("a", "by_when", "By 21 May 2026"),
        plan=plan,
    )

    assert said(later) == ["10 days earlier", "none", ""]
    assert slip_days(later, later.items["a"]) == -10
    away = written(CompareBaseline(None), plan=later)
    assert said(away) == ["51 days later", "", ""]


def test_it_is_a_column_that_sorts_by_days_not_by_words(plan):
    later = written(SetBaseline("Board"), SetField("a", "by_when", "By 30 April 2026"), plan=plan)

    assert column_field("slippage").heading == "Slippage"
    assert rank_of("slippage")(later, later.items["a"]) == 30
