from datetime import date

from mkplanner.models.baselines.baseline import Baseline
from mkplanner.models.commands.baselines import RemoveBaseline, SetBaseline
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store.opening import create_plan, open_plan
from tests.builders import PLAN_ID


def test_baselines_are_kept_in_the_file_and_two_peoples_meet_without_a_conflict(tmp_path):
    mine, theirs = tmp_path / "mine.mkplan", tmp_path / "theirs.mkplan"
    opened = create_plan(mine, PlanInfo(PLAN_ID, "Plan"))
    opened.session.run(AddItem("Agree", id="a", fields=(("by_when", "By 31 March 2026"),)))
    opened.close()
    theirs.write_bytes(mine.read_bytes())
    for path, name in ((mine, "Board, 1 May"), (theirs, "Board, 1 June")):
        opened = open_plan(path)
        opened.session.run(SetBaseline(name, date(2026, 5, 1)))
        opened.close()
    opened = open_plan(mine)
    opened.merge(theirs)

    found = opened.plan.baselines.values()
    assert sorted(row.name for row in found) == ["Board, 1 June", "Board, 1 May"]
    assert {row.dates for row in found} == {("a//2026-03-31",)}
    opened.session.run(RemoveBaseline(next(row.id for row in found if row.name == "Board, 1 June")))
    opened.session.undo()
    assert len(opened.plan.baselines) == 2
    opened.close()


def test_a_baseline_is_a_value_of_its_own():
    assert Baseline("x", "Board").dates == ()
