"""Several commands as one step."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.commands.together import Together
from tests.builders import session_of


def test_commands_together_are_one_undo_step() -> None:
    session, journal = session_of()
    session.run(Together("Two rows", (AddItem("One"), AddItem("Two"))))
    assert len(journal.steps) == 1
    session.undo()
    assert not session.plan.items


def test_if_one_is_refused_none_has_happened() -> None:
    session, journal = session_of()
    with pytest.raises(RefusedError):
        session.run(Together("Two", (AddItem("One"), SetField("nowhere", "title", "x"))))
    assert not session.plan.items
    assert not journal.steps
