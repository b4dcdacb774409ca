"""Settling a conflict, putting an older value back; how the log takes it is tried with the store."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import AddItem, DeleteItem
from mkplanner.models.commands.settling import PutBack, Settle, SettleOtherwise, can_type
from mkplanner.models.edit import ALIVE
from mkplanner.models.lookback.conflict import Choice, Conflict, ConflictKind
from mkplanner.models.plan import Item
from mkplanner.models.session import PlanSession
from tests.builders import MemoryJournal, session_of


def disputed(field: str = "title", *values: object) -> tuple[PlanSession, MemoryJournal, Conflict]:
    session, journal = session_of()
    row = session.run(AddItem("Shown")).id or ""
    choices = tuple(
        Choice(n, value, value, "Rosen", "", str(value))
        for n, value in enumerate(values or ("Shown", "Other"), start=1)
    )
    return session, journal, Conflict("abc", ConflictKind.VALUE, Item, row, row, field, choices, "Two.")


def test_choosing_what_is_shown_is_written_all_the_same() -> None:
    session, journal, conflict = disputed()
    before = session.plan
    done = session.run(Settle(conflict, 1))
    assert done.seq == 2
    assert session.plan == before
    step, kind, _ = journal.steps[-1]
    assert (kind, step.title) == ("edit", "Settle the title")
    assert step.settled == {((Item, conflict.row), "title")}


def test_choosing_the_other_can_be_undone_and_done_again() -> None:
    session, journal, conflict = disputed()
    session.run(Settle(conflict, 2))
    assert session.plan.items[conflict.row].title == "Other"
    session.undo()
    assert session.plan.items[conflict.row].title == "Shown"
    assert journal.steps[-1][0].settled, "the log is told which field was in dispute"
    session.redo()
    assert session.plan.items[conflict.row].title == "Other"


def test_own_words_are_read_as_if_typed_into_the_field() -> None:
    session, _, conflict = disputed("percent", 10, 20)
    with pytest.raises(RefusedError, match="not a percentage"):
        session.run(SettleOtherwise(conflict, "half"))
    session.run(SettleOtherwise(conflict, "15 %"))
    assert session.plan.items[conflict.row].percent == 15


def test_a_row_that_has_gone_and_a_choice_that_is_none_are_refused() -> None:
    session, _, conflict = disputed()
    with pytest.raises(RefusedError, match="no choice 0"):
        session.run(Settle(conflict, 0))
    session.run(DeleteItem((conflict.row,)))
    for command in (Settle(conflict, 1), SettleOtherwise(conflict, "x"), PutBack(Item, conflict.row, "title", "x")):
        with pytest.raises(RefusedError, match="no longer in the plan"):
            session.run(command)


def test_only_fields_that_are_typed_take_words_of_ones_own() -> None:
    session, _, conflict = disputed("place", "here", "there")
    with pytest.raises(RefusedError, match="one of the choices"):
        session.run(SettleOtherwise(conflict, "elsewhere"))
    assert not can_type(conflict)
    assert can_type(disputed()[2])
    assert not can_type(Conflict("a", ConflictKind.DELETE, Item, "r", "r", ALIVE, (), ""))


def test_an_older_value_is_put_back_as_a_step_of_its_own() -> None:
    session, _, conflict = disputed()
    session.run(PutBack(Item, conflict.row, "title", "Before"))
    assert session.plan.items[conflict.row].title == "Before"
    assert session.history.undo_title == "Put the older title back"
