"""Coming back to an earlier version of a plan, and filling a clean copy of one."""

from mkplanner.models.commands.marks import AddMark
from mkplanner.models.commands.rows import AddItem, SetField
from mkplanner.models.commands.versions import FillCopy, RestoreVersion
from mkplanner.models.ids import derived_id
from tests.builders import empty_plan, example_plan, session_of


def test_an_earlier_version_comes_back_whole_and_can_be_undone() -> None:
    then = example_plan()
    session, _ = session_of(then)
    row = next(iter(then.items))
    session.run(SetField(row, "title", "Changed since"))
    session.run(AddItem("Added since"))
    session.run(AddMark("Board", ()))
    later = session.plan
    session.run(RestoreVersion(then))
    assert session.plan.items == then.items
    assert session.plan.marks == later.marks
    session.undo()
    assert session.plan == later


def test_restoring_what_is_there_already_leaves_no_trace() -> None:
    session, _ = session_of(example_plan())
    assert session.run(RestoreVersion(session.plan)).seq is None


def test_a_copy_has_the_same_rows_and_cells_of_its_own() -> None:
    source = example_plan()
    session, _ = session_of(empty_plan())
    new = session.plan.info.id
    session.run(FillCopy(source))
    assert session.plan.items == source.items
    assert len(session.plan.assignments) == len(source.assignments) > 0
    assert all(id_ == derived_id(new, cell.item, cell.party) for id_, cell in session.plan.assignments.items())
