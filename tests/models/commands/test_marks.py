"""Marks: a moment under a name, which never moves."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.marks import AddMark, RemoveMark
from tests.builders import session_of


def test_a_mark_keeps_what_was_known_under_its_name() -> None:
    session, _ = session_of()
    made = session.run(AddMark(" Board,  25 February ", ("a/1", "b/7")))
    mark = session.plan.marks[made.id or ""]
    assert (mark.name, mark.known) == ("Board, 25 February", ("a/1", "b/7"))
    assert session.undo() == "Mark “Board, 25 February”"
    assert not session.plan.marks


@pytest.mark.parametrize("name", ["", "  ", "board"])
def test_a_name_is_needed_and_used_once(name: str) -> None:
    session, _ = session_of()
    session.run(AddMark("Board", ()))
    with pytest.raises(RefusedError):
        session.run(AddMark(name, ()))


def test_a_mark_can_be_removed_and_removing_it_twice_is_no_matter() -> None:
    session, _ = session_of()
    mark = session.run(AddMark("Board", ())).id or ""
    session.run(RemoveMark(mark))
    assert not session.plan.marks
    assert session.run(RemoveMark(mark)).seq is None
