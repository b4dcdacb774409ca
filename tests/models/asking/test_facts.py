"""Worked-out columns."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.asking.facts import FACTS, column_field
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.edit import Edit
from mkplanner.models.fields import FIELDS
from mkplanner.models.outline import numbers
from tests.builders import example_plan, titled, written


def show(plan, key, title):
    return FACTS[key].show(plan, titled(plan, title))


def test_no_column_has_the_key_or_heading_of_another():
    assert not FACTS.keys() & FIELDS.keys()
    headings = [field.heading for field in (*FIELDS.values(), *FACTS.values())]
    assert len(set(headings)) == len(headings)
    assert column_field("status") is FIELDS["status"]


def test_every_fact_of_every_row_of_the_example_is_words():
    plan = example_plan()
    shown = {key: [fact.show(plan, item) for item in plan.items.values()] for key, fact in FACTS.items()}
    assert all(isinstance(words, str) for column in shown.values() for words in column)
    assert all(any(shown[key]) for key in ("starts", "ends", "kind", "update", "outcomes", "letter_A", "rag"))


def test_links_are_told_by_number_with_sort_and_days_where_they_are_not_the_usual():
    plan = example_plan()
    one, two = titled(plan, "Agree the lease"), titled(plan, "Switch off")
    plan = written(LinkItems(two.id, one.id, "SS", 5), plan=plan)
    assert f"{numbers(plan)[two.id]} SS + 5 days" in FACTS["follows"].show(plan, one)
    assert f"{numbers(plan)[one.id]} SS + 5 days" in FACTS["followed_by"].show(plan, two)


def test_letters_have_a_column_each():
    plan = example_plan()
    item = titled(plan, "Switch off")
    party = plan.ordered_parties[0]
    plan = written(SetLetters(item.id, party.id, "C"), plan=plan)
    assert party.name in FACTS["letter_C"].show(plan, item)


def test_facts_cannot_be_written():
    plan = example_plan()
    with pytest.raises(RefusedError):
        FACTS["starts"].write(Edit(plan), next(iter(plan.items)), "x")
