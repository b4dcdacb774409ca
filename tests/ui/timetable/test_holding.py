from datetime import date

import pytest

from mkplanner.charts.marks.marks import Part
from mkplanner.charts.timescale.snap import Step
from mkplanner.ui.timetable.holding import Holding
from tests.ui.saltway import saltway_plan


@pytest.fixture
def plan():
    return saltway_plan()


def test_only_rows_with_days_can_be_held(plan):
    assert Holding.of(plan, ("a23", "t1")) is None
    assert Holding.of(plan, ("a23", "a11")).rows == ("a11",)


def test_a_drag_is_counted_from_where_it_began_and_keys_from_where_it_is(plan):
    holding = Holding.of(plan, ("a11",))
    holding.move(Step(months=1))
    holding.move(Step(months=2))
    assert holding.now["a11"][0].end == date(2026, 5, 31)
    holding.change(Step(months=1))
    assert holding.now["a11"][0].end == date(2026, 6, 30)


def test_back_where_it_was_nothing_is_changed(plan):
    holding = Holding.of(plan, ("s112",))
    holding.change(Step(months=1), Part.END)
    assert (holding.is_changed, holding.title()) == (True, "Stretch date")
    holding.change(Step(months=-1), Part.END)
    assert not holding.is_changed


def test_the_rows_to_ask_about_are_those_whose_typed_words_change(plan):
    holding = Holding.of(plan, ("a11", "s112"))
    assert holding.typed == ()
    holding.move(Step(days=7))
    assert [item.id for item in holding.typed] == ["a11", "s112"]
    assert [item.id for item in Holding.of(plan, ("a21",)).revised] == ["a21"]


def test_the_next_part_can_be_taken_in_its_place(plan):
    holding = Holding(plan, ("a12",), 0)
    holding.next_part(1)
    assert holding.part in (0, 1)


def test_a_row_in_the_hand_is_the_row_with_other_segments(plan):
    holding = Holding.of(plan, ("a11",))
    assert holding.item(plan.items["a11"]) is plan.items["a11"]
    holding.move(Step(days=7))
    held = holding.item(plan.items["a11"])
    assert held.by_when.segments == holding.now["a11"]
    assert held.by_when.words == plan.items["a11"].by_when.words
    assert holding.item(plan.items["a25"]) is plan.items["a25"]
