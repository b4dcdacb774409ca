"""Letters are sorted once, and counted as one would count them cell by cell."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.checks.held import cells_by_letters, holders, letters_by_party
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, Plan
from mkplanner.models.rasic.letters import Assignment
from tests.builders import empty_plan

CELLS = st.lists(st.tuples(st.sampled_from("abz"), st.sampled_from("pqz"), st.sampled_from(["A", "AR", "I", "", "RC"])))


def plan_with(cells):
    rows = {str(n): Assignment(str(n), item, party, letters) for n, (item, party, letters) in enumerate(cells)}
    items = {id_: Item(id_) for id_ in "ab"}
    return Plan(empty_plan().info, items, {id_: Party(id_) for id_ in "pq"}, rows)


@given(CELLS)
def test_letters_are_counted_as_cell_by_cell_leaving_out_rows_and_parties_that_are_gone(cells):
    plan = plan_with(cells)
    assert {text: len(found) for text, found in cells_by_letters(plan).items()} == Counter(text for _, _, text in cells)
    for letter in "ARI":
        expected = Counter(item for item, party, text in cells if letter in text and party != "z")
        assert dict(holders(plan, letter)) == dict(expected)
    held = {}
    for item, party, text in cells:
        if text and item != "z":
            held.setdefault(party, Counter()).update(text)
    assert letters_by_party(plan) == held
