"""A date that was revised: its reason, and the way back."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.originals import ChangeReason, GoBackToOriginal
from mkplanner.models.commands.rows import AddItem
from tests.builders import session_of


def test_the_reason_can_be_said_better_but_not_left_out() -> None:
    session, _ = session_of()
    session.run(AddItem("Draft", id="a", fields=(("by_when", "By May 2027"),)))
    with pytest.raises(RefusedError, match="never revised"):
        session.run(ChangeReason("a", "Late papers"))
    session.run(ReviseDate("a", "By June 2027", "Lat papers"))
    session.run(ChangeReason("a", "Late papers"))
    assert session.plan.items["a"].revised_reason == "Late papers"
    with pytest.raises(RefusedError, match="needs a reason"):
        session.run(ChangeReason("a", " "))


def test_going_back_makes_the_first_date_the_date_again() -> None:
    session, _ = session_of()
    session.run(AddItem("Draft", id="a", fields=(("by_when", "By May 2027"),)))
    before = session.plan.items["a"]
    session.run(ReviseDate("a", "By June 2027", "Late papers"))
    session.run(ReviseDate("a", "By July 2027", "More late papers"))
    session.run(GoBackToOriginal("a"))
    assert session.plan.items["a"] == before
    with pytest.raises(RefusedError, match="never revised"):
        session.run(GoBackToOriginal("a"))
