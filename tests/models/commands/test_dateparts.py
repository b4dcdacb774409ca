"""Parts of a date by commands."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.dateparts import AddPart, ChangePart, RemovePart
from mkplanner.models.commands.registry import read_command
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.timeframes.parts import PartWords
from tests.builders import session_of


def words_of(session) -> str | None:
    frame = session.plan.items["a"].by_when
    return frame.words if frame else None


def test_parts_are_added_changed_and_removed_each_as_one_step() -> None:
    session, _ = session_of()
    session.run(AddItem("Sign", id="a"))
    session.run(AddPart("a", PartWords("by 31 March 2027", "existing services")))
    session.run(AddPart("a", PartWords("ongoing", "new services")))
    session.run(ChangePart("a", 0, PartWords("by 30 April 2027", "existing services", "the board agrees")))
    assert words_of(session) == "By 30 April 2027 for existing services (if the board agrees)\nOngoing for new services"
    session.run(RemovePart("a", 0))
    assert words_of(session) == "Ongoing for new services"
    session.run(RemovePart("a", 0))
    assert words_of(session) is None
    session.undo()
    assert words_of(session) == "Ongoing for new services"


def test_what_cannot_be_done_is_refused_in_a_sentence_and_changes_nothing() -> None:
    session, journal = session_of()
    session.run(AddItem("Sign", id="a", fields=(("by_when", "By May 2027"),)))
    steps = len(journal.steps)
    for command in (
        RemovePart("a", 1),
        ChangePart("a", 3, PartWords("May 2027")),
        ChangePart("a", 0, PartWords("whenever")),
        AddPart("a", PartWords("3 May 2027; 15 June 2027")),
    ):
        with pytest.raises(RefusedError) as trouble:
            session.run(command)
        assert trouble.value.sentence.endswith(".")
    assert len(journal.steps) == steps


def test_scripts_count_parts_from_one() -> None:
    session, _ = session_of()
    session.run(AddItem("Sign", id="a", fields=(("by_when", "By May 2027"),)))
    for record in (
        {"command": "add_date_part", "item": "a", "when": "by July 2027", "label": "new services"},
        {"command": "set_date_part", "item": "a", "number": 2, "when": "by August 2027", "label": "new services"},
        {"command": "remove_date_part", "item": "a", "number": 1},
    ):
        session.run(read_command(record))
    assert words_of(session) == "By August 2027 for new services"
