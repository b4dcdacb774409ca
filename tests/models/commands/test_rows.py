"""Adding, moving and deleting rows."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.outcomes import AddOutcome
from mkplanner.models.commands.rows import AddItem, DeleteItem, Indent, MoveItem, Outdent, SetFields
from mkplanner.models.plan import ItemKind
from mkplanner.models.status import Status
from tests.builders import session_of


def three_rows():
    session, _ = session_of()
    for name in "abc":
        session.run(AddItem(name.upper(), id=name))
    return session


def order(session, parent: str | None = None) -> list[str]:
    return [row.id for row in session.plan.children.get(parent, ())]


def test_a_row_is_added_first_after_another_or_last() -> None:
    session = three_rows()
    session.run(AddItem("First", id="f", after=None))
    session.run(AddItem("After b", id="n", after="b"))
    session.run(AddItem("Last", id="l"))
    assert order(session) == ["f", "a", "b", "n", "c", "l"]


def test_a_row_moves_before_after_and_below_others() -> None:
    session = three_rows()
    session.run(MoveItem("c", None, None))
    assert order(session) == ["c", "a", "b"]
    session.run(MoveItem("c", None, "a"))
    assert order(session) == ["a", "c", "b"]
    session.run(MoveItem("b", "a"))
    assert order(session) == ["a", "c"]
    assert session.plan.items["b"].kind is ItemKind.SUB_ACTION


def test_a_row_cannot_be_moved_below_itself() -> None:
    session = three_rows()
    session.run(MoveItem("b", "a"))
    with pytest.raises(RefusedError, match="below itself"):
        session.run(MoveItem("a", "b"))
    with pytest.raises(RefusedError, match="below itself"):
        session.run(MoveItem("a", "a"))


def test_indent_and_outdent_change_the_kind_and_come_back() -> None:
    session = three_rows()
    session.run(Indent("b"))
    assert order(session, "a") == ["b"]
    assert session.plan.items["b"].kind is ItemKind.SUB_ACTION
    session.run(Outdent("b"))
    assert order(session) == ["a", "b", "c"]
    assert session.plan.items["b"].kind is ItemKind.ACTION


def test_the_first_row_cannot_be_indented_nor_a_top_row_outdented() -> None:
    session = three_rows()
    with pytest.raises(RefusedError, match="first of its level"):
        session.run(Indent("a"))
    with pytest.raises(RefusedError, match="top level"):
        session.run(Outdent("a"))


def test_a_row_that_has_gone_is_told_so() -> None:
    session = three_rows()
    session.run(DeleteItem(("a",)))
    with pytest.raises(RefusedError, match="no longer in the plan"):
        session.run(MoveItem("a", None))


def test_an_outcome_of_two_rows_stays_with_the_one_that_remains() -> None:
    session = three_rows()
    session.run(AddOutcome(("a", "b"), "Fewer complaints"))
    session.run(DeleteItem(("a",)))
    assert [outcome.items for outcome in session.plan.outcomes.values()] == [("b",)]
    session.run(DeleteItem(("b",)))
    assert not session.plan.outcomes


def test_several_rows_get_one_value_in_one_undo_step() -> None:
    session = three_rows()
    session.run(SetFields(("a", "b", "c"), "status", "late"))
    assert {item.status for item in session.plan.items.values()} == {Status.LATE}
    session.undo()
    assert {item.status for item in session.plan.items.values()} == {None}
