"""The order in which notices are told."""

from mkplanner.models.checks.registry import check
from mkplanner.models.checks.rules import LIMIT_SETTING
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.notice import Severity
from tests.builders import session_of


def test_errors_come_first_then_what_is_to_see_to_on_rows_then_what_somebody_carries_in_all() -> None:
    session, _ = session_of()
    session.run(AddItem("Sign the agreement", id="a"))
    session.run(AddItem("", id="b"))
    session.run(AddParty("Joint Board", id="p"))
    session.run(AddParty("HR Manager", id="q"))
    session.run(SetCells({("a", "p"): "AR", ("a", "q"): "AR"}))
    session.run(SetSetting(LIMIT_SETTING + "to-do", 1))
    found = [(notice.severity, notice.item, notice.party) for notice in check(session.plan)]

    errors = [place for place, (severity, _, _) in enumerate(found) if severity is Severity.ERROR]
    warnings = [(item, party) for severity, item, party in found if severity is Severity.WARNING]

    assert errors == list(range(len(errors)))
    assert errors
    assert ("b", None) in warnings
    assert warnings[-2:] == [(None, "p"), (None, "q")]
    assert all(item is not None for item, _ in warnings[:-2])
