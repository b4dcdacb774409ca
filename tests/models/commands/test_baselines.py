import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.baselines.agreed import compared
from mkplanner.models.commands.baselines import CompareBaseline, RemoveBaseline, SetBaseline
from mkplanner.models.commands.registry import read_command
from mkplanner.models.commands.rows import AddItem
from tests.builders import empty_plan, session_of, written


@pytest.fixture
def plan():
    return written(AddItem("Agree", id="a", fields=(("by_when", "By 31 March 2026"),)), plan=empty_plan(title="Plan"))


def test_setting_one_is_one_step_and_undo_takes_it_back(plan):
    session, _ = session_of(plan)
    session.run(SetBaseline("  Board,  25 February "))
    assert session.history.undo_title == "Set baseline “Board, 25 February”"
    assert compared(session.plan).name == "Board, 25 February"
    session.undo()
    assert session.plan.baselines == {}
    assert compared(session.plan) is None


def test_a_name_is_needed_and_taken_once(plan):
    with pytest.raises(RefusedError, match="needs a name"):
        written(SetBaseline(" "), plan=plan)
    with pytest.raises(RefusedError, match="already a baseline"):
        written(SetBaseline("Board"), SetBaseline("board"), plan=plan)
    with pytest.raises(RefusedError, match="No row"):
        written(SetBaseline("Board"), plan=empty_plan(title="Plan"))


def test_deleting_the_one_compared_with_compares_with_none(plan):
    set_ = written(SetBaseline("Board"), plan=plan)
    (id_,) = set_.baselines
    gone = written(RemoveBaseline(id_), RemoveBaseline(id_), plan=set_)

    assert gone.baselines == {}
    assert compared(gone) is None
    with pytest.raises(RefusedError, match="no longer"):
        written(CompareBaseline(id_), plan=gone)


def test_scripts_can_do_all_three(plan):
    made = written(read_command({"command": "set_baseline", "name": "Board", "day": "2026-02-25"}), plan=plan)
    (id_,) = made.baselines
    none = written(read_command({"command": "compare_baseline", "baseline": None}), plan=made)
    assert compared(none) is None
    assert written(read_command({"command": "remove_baseline", "baseline": id_}), plan=none).baselines == {}
