from datetime import date

import pytest

from mkplanner.models.baselines.agreed import Agreed, agreed, baselines, compared, dates_now, read_dates
from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.commands.baselines import CompareBaseline, SetBaseline
from mkplanner.models.commands.rows import AddItem, SetField
from tests.builders import empty_plan, written


@pytest.fixture
def plan():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    return written(
        AddItem("Agree", id="a", fields=(("by_when", "By 31 March 2026"),)),
        AddItem("Consult", id="b", fields=(("by_when", "May 2026 to July 2026"),)),
        AddItem("Train", id="c", fields=(("by_when", "Ongoing"),)),
        AddItem("Think", id="d", fields=(("by_when", "Once agreed"),)),
        AddItem("Run", id="e", fields=(("by_when", "From June 2026"),)),
        plan=start,
    )


def test_a_baseline_holds_first_and_last_day_of_each_dated_row(plan):
    assert dates_now(plan) == ("a//2026-03-31", "b/2026-05-01/2026-07-31", "e/2026-06-01/")


def test_a_date_of_several_parts_keeps_each_of_them(plan):
    words = "By 31 December 2026 for existing services\nOngoing for new services"
    later = written(SetField("a", "by_when", words), SetBaseline("Board"), plan=plan)
    parts = later.items["a"].by_when.segments
    (baseline,) = later.baselines.values()

    assert baseline.dates[:3] == (
        "a#000:by-deadline:day:existing services//2026-12-31",
        "a#001:ongoing:none:new services//",
        "a//",
    )
    assert [(part.kind, part.end, part.label) for part in agreed(later)["a"].parts] == [
        (part.kind, part.end, part.label) for part in parts
    ]
    assert len(read_dates(baseline)) == 3


def test_a_baseline_of_former_versions_has_no_parts():
    assert read_dates(Baseline("y", "Board", None, ("a//2026-03-31",)))["a"].parts == ()


def test_it_is_read_back_as_days_and_what_is_damaged_is_passed_over():
    found = read_dates(
        Baseline("x", "Board", None, ("a//2026-03-31", "b/2026-05-01/when", "no strokes", "a/b/2026-01-01/"))
    )

    assert found == {"a": Agreed(None, date(2026, 3, 31)), "a/b": Agreed(date(2026, 1, 1), None)}


def test_the_newest_stands_first_and_is_compared_with(plan):
    later = written(
        SetBaseline("Board, 1 May", date(2026, 5, 1)),
        CompareBaseline(None),
        SetField("a", "by_when", "By 30 June 2026"),
        SetBaseline("Board, 1 June", date(2026, 6, 1)),
        plan=plan,
    )

    assert [row.name for row in baselines(later)] == ["Board, 1 June", "Board, 1 May"]
    assert compared(later).name == "Board, 1 June"
    assert agreed(later)["a"].last == date(2026, 6, 30)
    assert compared(plan) is None
    assert agreed(plan) == {}
