"""Finding words."""

from mkplanner.models.searching import found, haystacks
from tests.builders import example_plan, titled


def test_every_word_must_stand_somewhere_in_the_row() -> None:
    plan = example_plan()
    assert found(plan, "COUNTER tidemouth") == {titled(plan, "Open the shared enquiry counter").id}
    assert found(plan, "no such words") == frozenset()


def test_owners_dates_and_numbers_are_looked_at_too() -> None:
    plan = example_plan()
    assert titled(plan, "Agree the lease").id in found(plan, "property manager 14/01/2027")
    assert titled(plan, "Agree one operating model").id in found(plan, "1.1")


def test_updates_and_outcomes_are_looked_at_too() -> None:
    plan = example_plan()
    update, outcome = next(iter(plan.updates.values())), next(iter(plan.outcomes.values()))
    assert update.item in found(plan, update.text)
    assert set(outcome.items) <= found(plan, outcome.text)


def test_what_is_written_is_gathered_once_for_each_plan() -> None:
    plan = example_plan()
    assert haystacks(plan) is haystacks(plan)
