"""Finding rows."""

from mkplanner.models.outline import numbers, outline
from mkplanner.models.query import found, matching
from tests.builders import example_plan, titled


def test_every_word_must_stand_somewhere_in_the_row() -> None:
    plan = example_plan()
    assert found(plan, "COUNTER tidemouth") == {titled(plan, "Open the shared enquiry counter").id}
    assert found(plan, "no such words") == frozenset()


def test_owners_dates_and_numbers_are_looked_at_too() -> None:
    plan = example_plan()
    assert titled(plan, "Agree the lease").id in found(plan, "property manager 14/01/2027")
    assert titled(plan, "Agree one operating model").id in found(plan, "1.1")


def test_a_found_row_keeps_its_number_and_what_stands_above_it() -> None:
    plan = example_plan()
    part = matching(plan, "switch off the old lines")
    assert [entry.number for entry in outline(part)] == ["3", "3.1", "3.1.4"]
    assert numbers(part)[titled(plan, "Switch off").id] == "3.1.4"
