"""Finding words."""

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.searching import found, haystacks, places, sought
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


def test_places_are_told_whatever_the_capitals_and_joined_where_they_touch() -> None:
    assert places("Head of Finance, heads", sought("HEAD")) == [(0, 4), (17, 21)]
    assert places("enquiry counter", sought("enquiry quiryc counter")) == [(0, 7), (8, 15)]
    assert places("counter", sought("coun unter")) == [(0, 7)]


def test_one_letter_is_only_told_where_it_stands_alone() -> None:
    assert places("A plan for a 1st and part 1", sought("a 1")) == [(0, 1), (11, 12), (26, 27)]


def test_letters_that_become_two_are_told_whole() -> None:
    assert places("Große Straße", sought("strasse")) == [(6, 12)]


@given(st.text(max_size=40), st.text(max_size=12))
def test_places_lie_in_the_line_in_order_and_hold_words_that_are_sought(line: str, text: str) -> None:
    words = sought(text)
    before = -1
    for start, end in places(line, words):
        assert before < start < end <= len(line)
        assert any(word[:1] in line[start:end].casefold() for word in words)
        before = end
