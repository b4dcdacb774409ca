"""Facts about the plan as a whole; refusals are in test_registry."""

from datetime import date

from mkplanner.models.commands.settings import SetPlanInfo
from tests.builders import session_of


def test_facts_change_together_and_undo_together() -> None:
    session, _ = session_of()
    session.run(SetPlanInfo((("title", "Saltway plan"), ("start", "2026-04-01"), ("end", date(2028, 3, 31)))))
    assert session.plan.info.start == date(2026, 4, 1)
    assert session.plan.context().end == date(2028, 3, 31)
    session.undo()
    assert session.plan.info.title == ""
    assert session.plan.info.end is None
