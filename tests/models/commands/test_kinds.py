"""Promoting and demoting."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.kinds import SetKind
from mkplanner.models.commands.rows import MoveItem
from mkplanner.models.plan import ItemKind
from tests.builders import written
from tests.ui.saltway import saltway_plan


def made(kind, *items, plan=None):
    return written(SetKind(items, kind), plan=plan or saltway_plan())


def test_a_sub_action_that_becomes_an_action_stands_after_its_own():
    plan = made(ItemKind.ACTION, "s111", "s112")
    assert [row.id for row in plan.children["t1"]] == ["a11", "s111", "s112", "a12"]
    assert plan.items["s111"].kind is ItemKind.ACTION


def test_an_action_that_becomes_a_sub_action_goes_below_the_one_before():
    plan = made(ItemKind.SUB_ACTION, "a22", "a23")
    assert [row.id for row in plan.children["a21"]] == ["a22", "a23"]
    assert plan.items["a23"].kind is ItemKind.SUB_ACTION


def test_the_first_action_has_none_before_it():
    with pytest.raises(RefusedError):
        made(ItemKind.SUB_ACTION, "a21")


def test_an_action_that_becomes_a_priority_holds_its_sub_actions_as_actions():
    plan = made(ItemKind.PRIORITY, "a11")
    assert plan.items["a11"].kind is ItemKind.PRIORITY
    assert plan.items["s111"].kind is ItemKind.ACTION


def test_a_theme_that_becomes_an_action_holds_its_actions_as_sub_actions():
    plan = made(ItemKind.ACTION, "t2")
    assert {row.kind for row in plan.children["t2"]} == {ItemKind.SUB_ACTION}


def test_a_theme_with_headings_below_it_cannot_be_an_action():
    plan = written(MoveItem("t2", "t1"), plan=saltway_plan())
    with pytest.raises(RefusedError, match="heading"):
        made(ItemKind.ACTION, "t1", plan=plan)


def test_a_milestone_stays_where_it_is():
    plan = made(ItemKind.MILESTONE, "s111")
    assert (plan.items["s111"].kind, plan.items["s111"].parent) == (ItemKind.MILESTONE, "a11")


def test_titles_name_the_kind():
    assert SetKind(("a",), ItemKind.ACTION).title == "Make it an action"
    assert SetKind(("a", "b"), ItemKind.PRIORITY).title == "Make 2 rows priorities"
