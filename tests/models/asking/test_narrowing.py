"""Facts that rows must have."""

from datetime import date

import pytest

from mkplanner.models.asking.facts import light_of
from mkplanner.models.asking.narrowing import WHEN, Wanted, conditions
from mkplanner.models.asking.updateround import is_silent
from mkplanner.models.due import is_late
from mkplanner.models.status import Rag
from tests.builders import example_plan

DAY = date(2026, 11, 12)


def passing(plan, wanted, changed=lambda mark: ()):
    asked = conditions(plan, wanted, DAY, changed)
    return {item.id for item in plan.items.values() if all(test(item) for test in asked)}


def test_nothing_asked_is_no_test():
    assert not Wanted()
    assert conditions(example_plan(), Wanted(), DAY, lambda mark: ()) == ()


def test_owner_and_nobody_together_are_either():
    plan = example_plan()
    party = next(cell.party for cell in plan.assignments.values() if cell.is_owner)
    theirs, nobodys = passing(plan, Wanted(owners=(party,))), passing(plan, Wanted(owners=("",)))
    assert all(any(cell.party == party for cell in plan.owners_of(id_)) for id_ in theirs)
    assert all(not plan.owners_of(id_) for id_ in nobodys)
    assert passing(plan, Wanted(owners=(party, ""))) == theirs | nobodys


def test_sorts_of_facts_must_all_hold():
    plan = example_plan()
    late = passing(plan, Wanted(when=("late",)))
    assert late == {item.id for item in plan.items.values() if is_late(item, DAY)}
    assert passing(plan, Wanted(when=("late",), owners=("",))) == late & passing(plan, Wanted(owners=("",)))


def test_rows_changed_since_a_mark_are_asked_of_whoever_knows():
    plan = example_plan()
    row = next(iter(plan.items))
    assert passing(plan, Wanted(changed_since="Board"), lambda mark: {row} if mark == "Board" else set()) == {row}


@pytest.mark.parametrize("key", WHEN)
def test_each_question_about_dates_parts_the_rows(key):
    plan = example_plan()
    assert passing(plan, Wanted(when=(key,))) < set(plan.items)


def test_rows_are_asked_for_by_their_newest_light():
    plan = example_plan()
    red = passing(plan, Wanted(lights=("amber", "red")))
    assert red
    assert red == {id_ for id_ in plan.items if light_of(plan, plan.items[id_]) in (Rag.AMBER, Rag.RED)}
    assert passing(plan, Wanted(lights=("",))) == {id_ for id_ in plan.items if light_of(plan, plan.items[id_]) is None}


def test_open_rows_that_told_nothing_since_a_day():
    plan, since = example_plan(), date(2026, 11, 1)
    silent = passing(plan, Wanted(silent_since=since.isoformat()))
    assert silent == {id_ for id_ in plan.items if is_silent(plan, plan.items[id_], since)}
    assert silent < passing(plan, Wanted(silent_since="2099-01-01"))


def test_a_day_that_cannot_be_read_leaves_no_row_out():
    plan = example_plan()
    assert passing(plan, Wanted(silent_since="lately")) == set(plan.items)
