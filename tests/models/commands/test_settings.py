"""Facts about the plan as a whole; refusals are in test_registry."""

from dataclasses import replace
from datetime import date

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.settings import SetPlanInfo, SetSetting
from tests.builders import session_of


def test_facts_change_together_and_undo_together() -> None:
    session, _ = session_of()
    session.run(SetPlanInfo((("title", "Saltway plan"), ("start", "2026-04-01"), ("end", date(2028, 3, 31)))))
    assert session.plan.info.start == date(2026, 4, 1)
    assert session.plan.context().end == date(2028, 3, 31)
    session.undo()
    assert session.plan.info.title == ""
    assert session.plan.info.end is None


def test_a_plan_remembers_a_value_under_a_name_until_it_is_told_to_forget() -> None:
    session, _ = session_of()
    session.run(SetSetting("view/Late", {"sort": "by_when"}, "Keep the view “Late”"))
    session.run(SetSetting("view/board", [1, None]))
    session.run(SetSetting("letters", "RACI"))
    assert session.plan.setting("view/Late") == {"sort": "by_when"}
    assert session.plan.settings_under("view") == {"board": [1, None], "Late": {"sort": "by_when"}}
    session.run(SetSetting("view/Late", None, "Forget the view “Late”"))
    assert session.plan.setting("view/Late", "gone") == "gone"
    assert session.undo() == "Forget the view “Late”"
    assert session.plan.setting("view/Late") == {"sort": "by_when"}


def test_two_people_who_keep_one_name_meet_on_one_row() -> None:
    mine, _ = session_of()
    theirs, _ = session_of()
    mine.run(SetSetting("view/Late", 1))
    theirs.run(SetSetting("view/Late", 2))
    assert mine.plan.settings.keys() == theirs.plan.settings.keys()


def test_a_value_that_cannot_be_read_is_as_if_there_were_none() -> None:
    session, _ = session_of()
    session.run(SetSetting("letters", "RACI"))
    (row,) = session.plan.settings.values()
    damaged = replace(session.plan, settings={row.id: replace(row, value="{")})
    assert damaged.setting("letters", "RASIC") == "RASIC"


@pytest.mark.parametrize(("name", "value"), [(" ", 1), ("view/Late", {1, 2}), ("view/Late", float("nan"))])
def test_a_setting_without_a_name_or_with_a_value_that_no_file_holds_is_refused(name: str, value: object) -> None:
    session, _ = session_of()
    with pytest.raises(RefusedError):
        session.run(SetSetting(name, value))
    assert not session.plan.settings
