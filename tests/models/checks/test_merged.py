"""Two Accountable after a merge, which neither side has written."""

from pathlib import Path

from mkplanner.models.checks.merged import say_several, several_after
from mkplanner.models.checks.registry import check
from mkplanner.models.commands.people import AddParty
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.settings import SetPlanInfo
from mkplanner.models.ids import new_id
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store.opening import create_plan, open_plan
from tests.builders import session_of


def test_the_second_a_of_a_merged_copy_is_told(tmp_path: Path) -> None:
    ours = create_plan(tmp_path / "ours.mkplan", PlanInfo(new_id(), "Plan"))
    session = ours.session
    session.run(AddItem("Agree terms", id="a"))
    for party in "xy":
        session.run(AddParty(f"Post {party}", id=party))
    ours.close()
    (tmp_path / "copy.mkplan").write_bytes((tmp_path / "ours.mkplan").read_bytes())
    ours, copy = open_plan(tmp_path / "ours.mkplan"), open_plan(tmp_path / "copy.mkplan")
    ours.session.run(SetLetters("a", "x", "A"))
    copy.session.run(SetLetters("a", "y", "A"))
    copy.close()
    before = ours.session.plan
    ours.merged(ours.take_in(tmp_path / "copy.mkplan"), set())
    after = ours.session.plan
    assert several_after(before, after) == ("a",)
    assert say_several(after, ("a",)) == "1 now has more than one Accountable; RASIC marks who."
    assert "two-accountable" in {notice.id for notice in check(after)}
    ours.close()


def test_what_was_there_before_is_no_news_and_a_plan_may_not_want_to_hear() -> None:
    session, _ = session_of()
    for number in range(6):
        session.run(AddItem(f"Row {number}", id=f"i{number}"))
    for party in "xy":
        session.run(AddParty(f"Post {party}", id=party))
    start = session.plan
    session.run(SetLetters("i0", "x", "A"))
    assert several_after(start, session.plan) == ()
    for number in range(6):
        for party in "xy":
            session.run(SetLetters(f"i{number}", party, "A"))
    rows = several_after(start, session.plan)
    assert (
        say_several(session.plan, rows) == "1, 2, 3, 4 and 2 more now have more than one Accountable; RASIC marks who."
    )
    assert several_after(session.plan, session.plan) == ()
    assert say_several(session.plan, ()) == ""
    session.run(SetPlanInfo((("checks_off", ("two-accountable",)),)))
    assert several_after(start, session.plan) == ()
