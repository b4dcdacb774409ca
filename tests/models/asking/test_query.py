"""Questions to a plan: words, facts, order, groups."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.asking.grouping import GROUPS, Heading
from mkplanner.models.asking.narrowing import WHEN, Wanted
from mkplanner.models.asking.query import EVERYTHING, Query, answer, matching, visible
from mkplanner.models.outline import Entry, numbers, outline
from mkplanner.models.status import Status
from tests.builders import example_plan, titled

DAY = date(2026, 11, 12)
EXAMPLE = example_plan()


def titles(plan, query):
    return [line.item.title for line in answer(plan, query, DAY).lines if isinstance(line, Entry)]


def test_a_found_row_keeps_its_number_and_what_stands_above_it() -> None:
    plan = example_plan()
    part = matching(plan, "switch off the old lines")
    assert [entry.number for entry in outline(part)] == ["3", "3.1", "3.1.4"]
    assert numbers(part)[titled(plan, "Switch off").id] == "3.1.4"


def test_everything_is_the_outline_itself() -> None:
    plan = example_plan()
    assert answer(plan, EVERYTHING, DAY).lines == outline(plan)
    assert visible(plan, "") == frozenset(plan.items)


def test_facts_leave_out_what_lacks_them_even_below_a_row_that_has_them() -> None:
    plan = example_plan()
    found = answer(plan, Query(wanted=Wanted(statuses=(Status.COMPLETE,))), DAY)
    assert found.found
    assert all(plan.items[id_].status is Status.COMPLETE for id_ in found.found)
    shown = {line.item.id for line in found.lines if isinstance(line, Entry)}
    assert found.found < shown
    assert all(plan.items[id_].status is Status.COMPLETE or id_ not in found.found for id_ in shown)


def test_words_and_facts_must_both_hold() -> None:
    plan = example_plan()
    some = answer(plan, Query("counter", Wanted(statuses=(Status.COMPLETE, ""))), DAY)
    assert some.found <= answer(plan, Query("counter"), DAY).found


def test_sorted_rows_stand_flat_without_themes_and_keep_their_numbers() -> None:
    plan = example_plan()
    lines = answer(plan, Query(sort="by_when", flat=True), DAY).lines
    assert all(isinstance(line, Entry) and line.depth == 0 and not line.item.kind.is_heading for line in lines)
    assert {line.number for line in lines} < set(numbers(plan).values())


def test_sorting_backwards_turns_the_order_and_leaves_empty_cells_last() -> None:
    plan = example_plan()
    forwards, backwards = (
        answer(plan, Query(sort="percent", backwards=back, flat=True), DAY).lines for back in (False, True)
    )
    known = [line.item.percent for line in forwards if line.item.percent is not None]
    assert known == sorted(known)
    assert [line.item.percent for line in backwards if line.item.percent is not None] == known[::-1]
    assert backwards[-1].item.percent is None
    assert forwards[-1].item.percent is None


def test_a_row_of_two_owners_stands_under_both() -> None:
    plan = example_plan()
    lines = answer(plan, Query(group="owner"), DAY).lines
    double = next(item for item in plan.items.values() if len(plan.owners_of(item.id)) == 2)
    assert [line.item.id for line in lines if isinstance(line, Entry)].count(double.id) == 2
    assert sum(line.size for line in lines if isinstance(line, Heading)) == len(
        [line for line in lines if isinstance(line, Entry)]
    )


def test_a_question_survives_being_kept_and_strange_data_does_no_harm() -> None:
    query = Query(
        "a b", Wanted(("late", ""), ("p1",), (), ("GAP",), ("soon",), "Board"), "owners", True, "quarter", True
    )
    assert Query.of(query.to_data()) == query
    assert Query.of({"words": 3, "sort": "nonsense", "group": ["x"], "wanted": {"tags": [1, "a"], "x": 2}}) == Query(
        wanted=Wanted(tags=("a",))
    )
    assert Query.of(None) == EVERYTHING


def test_a_question_kept_when_sorting_always_tore_the_outline_still_does() -> None:
    kept = Query(sort="by_when").to_data()
    del kept["flat"]
    assert Query.of(kept) == Query(sort="by_when", flat=True)
    assert Query.of({"sort": "nonsense"}) == EVERYTHING


def test_sorted_rows_keep_those_they_belong_to_and_what_a_filter_leaves() -> None:
    plan = example_plan()
    lines = answer(plan, Query("counter", sort="by_when"), DAY).lines
    plain = answer(plan, Query("counter"), DAY).lines
    assert {line.item.id for line in lines} == {line.item.id for line in plain}
    assert any(line.item.kind.is_heading for line in lines)


QUERIES = st.builds(
    Query,
    st.sampled_from(["", "the", "counter", "no such words", "board of"]),
    st.builds(
        Wanted,
        st.sampled_from([(), ("late",), ("", "complete")]),
        st.sampled_from([(), ("",)]),
        st.sampled_from([(), ("",)]),
        st.sampled_from([(), ("",), ("finance",)]),
        st.lists(st.sampled_from(list(WHEN)), max_size=2).map(tuple),
    ),
    st.sampled_from(["", "by_when", "number", "status", "owners", "update", "letter_A"]),
    st.booleans(),
    st.sampled_from(["", *GROUPS]),
    st.booleans(),
)


@settings(deadline=None)
@given(QUERIES)
def test_whatever_is_asked_every_found_row_is_listed_and_none_but_those_and_what_stands_above(query) -> None:
    plan = EXAMPLE
    found = answer(plan, query, DAY)
    listed = {line.item.id for line in found.lines if isinstance(line, Entry)}
    assert found.found <= listed
    if query.is_flat:
        assert listed == found.found
    elif not query.wanted and not query.words:
        assert listed == set(plan.items)
