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


BOTH = "By 31 May 2026 for historic services\nBy 30 September 2026 for new services"


@pytest.mark.parametrize(
    ("now", "words", "days"),
    [
        (BOTH, "none", 0),
        (BOTH.replace("31 May", "30 June"), "1 month later for historic services", 30),
        (BOTH.replace("31 May", "21 May"), "10 days earlier for historic services", -10),
        (BOTH.replace("31 May", "30 June").replace("September", "October"), "1 month later", 30),
        (BOTH.replace("31 May", "21 May").replace("September", "October"), "1 month later for new services", 30),
        ("\n".join(reversed(BOTH.splitlines())), "none", 0),
        ("By 31 October 2026", "1 month later", 31),
        ("By 30 June 2026 for historic services\nOngoing for new services", "1 month later for historic services", 30),
    ],
)
def test_a_date_of_several_parts_is_compared_part_by_part(plan, now, words, days):
    later = written(SetField("a", "by_when", BOTH), SetBaseline("Board"), SetField("a", "by_when", now), plan=plan)
    assert (slip_words(later, later.items["a"]), slip_days(later, later.items["a"])) == (words, days)
    revised = written(SetField("a", "by_when", BOTH), ReviseDate("a", now, "Late bids"), plan=plan)
    assert slip_words(revised, revised.items["a"]) == words


def test_it_is_a_column_that_sorts_by_days_not_by_words(plan):
    later = written(SetBaseline("Board"), SetField("a", "by_when", "By 30 April 2026"), plan=plan)

    assert column_field("slippage").heading == "Slippage"
    assert rank_of("slippage")(later, later.items["a"]) == 30
