"""Plans as beginnings for others."""

from mkplanner.models.beginnings.emptied import Keeping, emptied
from tests.builders import example_plan, titled


def test_rows_outcomes_and_links_stay_and_progress_goes() -> None:
    plan = example_plan()
    made = emptied(plan, Keeping())
    assert list(made.items) == list(plan.items)
    assert made.outcomes == plan.outcomes
    assert made.dependencies == plan.dependencies
    assert made.assignments == plan.assignments
    assert not made.updates
    assert not made.marks
    assert {item.status for item in made.items.values()} == {None}
    assert {item.by_when for item in made.items.values()} == {None}
    assert {item.original for item in made.items.values()} == {None}


def test_people_go_and_words_of_dates_stay_where_asked() -> None:
    plan = example_plan()
    made = emptied(plan, Keeping(people=False, dates=True))
    assert not made.parties
    assert not made.assignments
    row = next(item for item in plan.items.values() if item.by_when)
    assert titled(made, row.title).by_when == row.by_when
