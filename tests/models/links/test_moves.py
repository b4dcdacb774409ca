from datetime import date

import pytest

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.edit import Edit
from mkplanner.models.links.following import broken_links
from mkplanner.models.links.moves import Scope, command_for, moves
from tests.builders import dated_row as row
from tests.builders import empty_plan, written


@pytest.fixture
def plan():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    return written(
        row("a", "October 2026 to March 2027"),
        row("b", "March 2027 to May 2027"),
        row("c", "June 2027"),
        row("d", "December 2027"),
        LinkItems("a", "b"),
        LinkItems("b", "c"),
        LinkItems("c", "d"),
        plan=start,
    )


def test_a_row_alone_moves_as_far_as_it_must(plan):
    (move,) = moves(plan, "b", Scope.ALONE)

    assert (move.months, move.days) == (1, 0)
    assert (move.old, move.new) == ("March 2027 to May 2027", "April 2027 to June 2027")
    assert move.reason == "1 ends on 31 March 2027"


def test_in_turn_only_what_is_pushed_moves(plan):
    found = moves(plan, "b", Scope.IN_TURN)

    assert [move.item for move in found] == ["b", "c"]
    assert found[1].new == "July 2027"


def test_all_that_follow_move_by_as_much(plan):
    assert [(move.item, move.months) for move in moves(plan, "b", Scope.ALL)] == [("b", 1), ("c", 1), ("d", 1)]


def test_a_row_in_order_has_nothing_to_move(plan):
    assert moves(plan, "d", Scope.IN_TURN) == ()


def test_the_order_is_one_and_mends_the_link_with_the_words_kept_as_the_original(plan):
    edit = Edit(plan)
    command = command_for(plan, moves(plan, "b", Scope.IN_TURN), "Telephones came late")
    command.apply(edit)

    assert command.title == "Move 2 rows"
    assert broken_links(edit.plan) == {}
    assert edit.plan.items["c"].original == plan.items["c"].by_when
    assert edit.plan.items["c"].revised_reason == "Telephones came late"


def test_links_in_a_circle_come_to_an_end():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    plan = written(
        row("a", "May 2026"),
        row("b", "May 2026"),
        LinkItems("a", "b"),
        LinkItems("b", "a", type="SS", lag_days=40),
        plan=start,
    )

    assert moves(plan, "b", Scope.IN_TURN)
