"""Another set of letters, as one step."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.lettersets import UseLetterSet
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.rasic.lettersets import letter_set
from tests.builders import example_plan, session_of


def test_another_set_changes_no_cell_and_comes_back_with_one_undo() -> None:
    session, _ = session_of(example_plan())
    before = session.plan.assignments
    session.run(UseLetterSet("RACI"))
    assert session.plan.assignments == before
    assert letter_set(session.plan).name == "RACI"
    session.undo()
    assert letter_set(session.plan).name == "RASIC"


def test_letters_without_a_place_become_what_was_chosen() -> None:
    session, _ = session_of(example_plan())
    cells = {cell.id: cell.letters for cell in session.plan.assignments.values()}
    session.run(UseLetterSet("RACI", {"S": "C"}))
    for cell in session.plan.assignments.values():
        assert set(cell.letters) == {"C" if code == "S" else code for code in cells[cell.id]}
    session.undo()
    assert {cell.id: cell.letters for cell in session.plan.assignments.values()} == cells


def test_letters_taken_away_leave_no_empty_cell() -> None:
    session, _ = session_of(example_plan())
    session.run(UseLetterSet("RACI", {"S": ""}))
    assert all(cell.letters for cell in session.plan.assignments.values())
    assert not any("S" in cell.letters for cell in session.plan.assignments.values())


def test_a_set_that_there_is_not_is_refused() -> None:
    session, _ = session_of()
    with pytest.raises(RefusedError, match="RASIQ"):
        session.run(UseLetterSet("RASIQ"))


def test_letters_typed_by_a_script_are_the_plans_own() -> None:
    session, _ = session_of(example_plan())
    item, party = next((cell.item, cell.party) for cell in session.plan.assignments.values())
    session.run(UseLetterSet("RACI-VS"))
    session.run(SetLetters(item, party, "S", typed=True))
    assert next(c.letters for c in session.plan.assignments_of[item] if c.party == party) == "O"
    with pytest.raises(RefusedError, match="“D” is not a RACI-VS letter"):
        session.run(SetLetters(item, party, "D", typed=True))
