"""Outcomes of one row and of several."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.outcomes import AddOutcome, ChangeOutcome, RemoveOutcome, ShareOutcome
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.session import PlanSession
from tests.builders import session_of


@pytest.fixture
def shared() -> tuple[PlanSession, str]:
    """A plan in which one outcome belongs to rows "a" and "b" of three."""
    session, _ = session_of()
    for id_ in "abc":
        session.run(AddItem(f"Row {id_}", id=id_))
    return session, session.run(AddOutcome(("a", "b"), "Fewer complaints")).id or ""


def test_an_outcome_is_changed_for_every_row_that_shares_it(shared: tuple[PlanSession, str]) -> None:
    session, outcome = shared
    session.run(ChangeOutcome(("b", 1), "Half the complaints"))
    assert session.plan.outcomes[outcome].text == "Half the complaints"
    assert session.plan.outcomes_of["a"] == session.plan.outcomes_of["b"]
    with pytest.raises(RefusedError, match="needs words"):
        session.run(ChangeOutcome(outcome, "  "))


def test_an_outcome_is_given_to_other_rows(shared: tuple[PlanSession, str]) -> None:
    session, outcome = shared
    session.run(ShareOutcome(outcome, ("b", "c", "b")))
    assert session.plan.outcomes[outcome].items == ("b", "c")
    with pytest.raises(RefusedError, match="at least one row"):
        session.run(ShareOutcome(outcome, ()))
    with pytest.raises(RefusedError):
        session.run(ShareOutcome(outcome, ("nowhere",)))


def test_taken_off_one_row_it_stays_with_the_other_and_the_last_takes_it_away(
    shared: tuple[PlanSession, str],
) -> None:
    session, outcome = shared
    session.run(RemoveOutcome(outcome, "a"))
    assert session.plan.outcomes[outcome].items == ("b",)
    session.run(RemoveOutcome(outcome, "b"))
    assert not session.plan.outcomes
    session.undo()
    assert session.plan.outcomes[outcome].items == ("b",)


def test_deleted_it_goes_from_every_row(shared: tuple[PlanSession, str]) -> None:
    session, outcome = shared
    session.run(RemoveOutcome(outcome))
    assert not session.plan.outcomes
    with pytest.raises(RefusedError, match="no longer"):
        session.run(RemoveOutcome(outcome))
