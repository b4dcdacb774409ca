"""Letters set by hand, one cell or many."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetCells, SetLetters
from mkplanner.models.commands.rows import AddItem
from tests.builders import session_of


def two_by_two():
    session, _ = session_of()
    for item in "ab":
        session.run(AddItem(item, id=item))
    for party in ("x", "y"):
        session.run(AddParty(f"Post {party}", id=party))
    return session


def letters(session) -> dict[tuple[str, str], str]:
    return {(cell.item, cell.party): cell.letters for cell in session.plan.assignments.values()}


def test_a_cell_is_set_changed_and_cleared() -> None:
    session = two_by_two()
    session.run(SetLetters("a", "x", "ra", "assist"))
    (cell,) = session.plan.assignments.values()
    assert (cell.letters, cell.qualifier) == ("AR", "assist")
    session.run(SetLetters("a", "x", "S"))
    assert next(iter(session.plan.assignments.values())).qualifier == "assist"
    session.run(SetLetters("a", "x", ""))
    assert not session.plan.assignments


def test_the_same_cell_is_the_same_row_wherever_it_is_filled_in() -> None:
    here, there = two_by_two(), two_by_two()
    here.run(SetLetters("a", "x", "R"))
    there.run(SetLetters("a", "x", "C"))
    assert set(here.plan.assignments) == set(there.plan.assignments)


def test_a_block_is_one_undo_step() -> None:
    session = two_by_two()
    session.run(SetCells({("a", "x"): "A", ("a", "y"): "R", ("b", "x"): ""}))
    assert letters(session) == {("a", "x"): "A", ("a", "y"): "R"}
    session.undo()
    assert letters(session) == {}


def test_strange_letters_and_strangers_are_refused() -> None:
    session = two_by_two()
    with pytest.raises(RefusedError, match="“Q” is not a RASIC letter"):
        session.run(SetLetters("a", "x", "Q"))
    with pytest.raises(RefusedError, match="no longer in the plan"):
        session.run(SetLetters("a", "nobody", "R"))
