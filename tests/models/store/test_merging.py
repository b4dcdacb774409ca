"""Taking in other copies, looking back to marks, coming back to earlier versions, and handing out a clean copy."""

import shutil
from pathlib import Path

import pytest

from mkplanner.errors import DamagedPlanError, NewerPlanError, PlannerError, RefusedError
from mkplanner.models.commands.marks import AddMark
from mkplanner.models.commands.rasic import SetLetters
from mkplanner.models.commands.rows import DeleteItem, SetField
from mkplanner.models.store.backups import list_backups
from mkplanner.models.store.opening import OpenPlan, clean_copy, open_plan, replace_damaged
from tests.models.store.helping import (
    AUDIT,
    LEASE,
    TENDER,
    Retitle,
    computer,
    make,
    query_file,
    saved,
    tamper,
)


@pytest.fixture
def plan(tmp_path: Path) -> OpenPlan:
    """An open plan that is in its file."""
    saved(tmp_path / "saltway.mkplan")
    return open_plan(tmp_path / "saltway.mkplan", author="Rosen")


def edited_copy(plan: OpenPlan, name: str, author: str = "Tamsin") -> Path:
    """A copy of the file in which somebody else has changed a date and a note."""
    path = plan.path.with_name(name)
    shutil.copy(plan.path, path)
    with computer(plan.path.parent / "elsewhere"):
        other = open_plan(path, author=author)
        other.session.run(SetField(TENDER, "by_when", "By 15 December 2027"))
        other.session.run(Retitle(AUDIT, notes="Two witnesses"))
        other.close()
    return path


def test_what_comes_in_is_told_in_sentences_and_kept(plan: OpenPlan) -> None:
    report = plan.merge(edited_copy(plan, "from tamsin.mkplan"))
    told = [line.sentence.rpartition(" on ")[0] for line in report.lines]
    assert told == [
        "Tamsin changed the date of S1.1 from “By 31 March 2027 / for historic services” to “By 15 December 2027”",
        "Tamsin set the notes of S1.2 to “Two witnesses”",
    ]
    assert [(line.item, line.author) for line in report.lines] == [(TENDER, "Tamsin"), (AUDIT, "Tamsin")]
    assert report.conflicts == ()
    assert plan.plan.items[AUDIT].notes == "Two witnesses"
    assert plan.close().published
    assert open_plan(plan.path).plan == plan.plan


def test_merging_again_or_merging_oneself_brings_nothing(plan: OpenPlan) -> None:
    copy = edited_copy(plan, "from tamsin.mkplan")
    assert len(plan.merge(copy).changes) == 2
    plan.sync()
    for path in (copy, plan.path):
        report = plan.merge(path)
        assert (report.changes, report.backup) == ((), None)


def test_merging_writes_no_changeset_and_a_backup_holds_what_was(plan: OpenPlan) -> None:
    before = plan.plan
    plan.session.run(Retitle(LEASE, "Mine"))
    mine = plan.plan
    report = plan.merge(edited_copy(plan, "from tamsin.mkplan"))
    assert report.backup is not None
    assert open_plan(report.backup).plan == mine
    assert [each.kind for each in plan.history()] == ["new", "edit", "edit", "edit", "edit"]
    assert plan.session.undo() == "Change action"
    assert plan.plan.items[LEASE].title == before.items[LEASE].title, "undo takes back what was mine"
    assert plan.plan.items[AUDIT].notes == "Two witnesses", "and not what came in"


def test_another_plan_is_refused_by_name(plan: OpenPlan, tmp_path: Path) -> None:
    make(tmp_path / "other.mkplan", plan="5b1b6c1e-7b1d-4a55-8a1e-2f0c9d3e5b61").close()
    with pytest.raises(PlannerError, match=r"“other\.mkplan” is another plan, “The Saltway Partnership”"):
        plan.merge(tmp_path / "other.mkplan")
    assert plan.close().published


def test_a_copy_is_checked_whoever_wrote_it(plan: OpenPlan) -> None:
    copy = edited_copy(plan, "from tamsin.mkplan")
    tamper(copy, "UPDATE change SET new = '\"forged\"' WHERE field = 'notes' AND new LIKE '%witnesses%'")
    before = plan.plan
    with pytest.raises(DamagedPlanError):
        plan.merge(copy)
    tamper(copy, "UPDATE item SET title = 'forged'")
    assert plan.plan == before
    assert plan.verify() == []


def test_state_tables_of_a_copy_are_not_believed(plan: OpenPlan) -> None:
    copy = edited_copy(plan, "from tamsin.mkplan")
    tamper(copy, "UPDATE item SET title = 'forged'", "DELETE FROM assignment")
    plan.merge(copy)
    assert "forged" not in {item.title for item in plan.plan.items.values()}
    assert plan.plan.assignments


def test_a_copy_of_a_newer_program_is_not_mixed_in(plan: OpenPlan) -> None:
    copy = edited_copy(plan, "newer.mkplan")
    tamper(copy, "UPDATE meta SET value = '2' WHERE key IN ('format', 'min_writer')", "PRAGMA user_version = 2")
    with pytest.raises(NewerPlanError, match="newer MK Planner"):
        plan.merge(copy)
    tamper(copy, "UPDATE meta SET value = '2' WHERE key = 'min_reader'")
    with pytest.raises(NewerPlanError, match="format 2"):
        plan.merge(copy)


def test_a_ring_of_three_by_email_comes_back_whole(plan: OpenPlan, tmp_path: Path) -> None:
    """A sends to B, B to C, C to A; each goes on editing meanwhile and merges what arrives."""
    for step, (sender, receiver) in enumerate((("a", "b"), ("b", "c"), ("c", "a"))):
        letter = tmp_path / f"{sender} to {receiver}.mkplan"
        home = tmp_path / f"{sender}.mkplan"
        if step == 0:
            for name in "abc":
                shutil.copy(plan.path, tmp_path / f"{name}.mkplan")
        with computer(tmp_path / f"home {sender}"):
            writer = open_plan(home, author=sender)
            writer.session.run(Retitle((LEASE, TENDER, AUDIT)[step], f"By {sender}"))
            writer.close()
            shutil.copy(home, letter)
        with computer(tmp_path / f"home {receiver}"):
            reader = open_plan(tmp_path / f"{receiver}.mkplan", author=receiver)
            reader.session.run(Retitle(LEASE, ref=f"Meanwhile {receiver}"))
            reader.merge(letter)
            assert reader.close().published
    with computer(tmp_path / "home a"):
        last = open_plan(tmp_path / "a.mkplan")
        assert [last.plan.items[row].title for row in (LEASE, TENDER, AUDIT)] == ["By a", "By b", "By c"]
        (ref,) = last.conflicts()
        assert {choice.author for choice in ref.choices} == {"a", "b", "c"}
        assert last.verify() == []


def test_a_conflict_copy_beside_the_file_is_found_and_merged(plan: OpenPlan, tmp_path: Path) -> None:
    copy = edited_copy(plan, "saltway (Tamsin's conflicted copy).mkplan")
    make(tmp_path / "saltway-other.mkplan", plan="5b1b6c1e-7b1d-4a55-8a1e-2f0c9d3e5b61").close()
    (tmp_path / "saltway-notes.mkplan").write_text("no plan at all")
    (tmp_path / "saltwayside.mkplan").write_bytes(copy.read_bytes())
    assert plan.copies_beside() == [copy]
    assert len(plan.merge(copy).changes) == 2


def test_an_unknown_field_comes_through_a_merge_and_goes_out_again(plan: OpenPlan) -> None:
    copy = plan.path.with_name("newer.mkplan")
    from mkplanner.models.store.intake import receive
    from mkplanner.models.store.repository import create
    from tests.models.store.helping import PLAN, change, changeset

    received = receive(plan.path.read_bytes(), "saltway")
    lamport = len(received.changesets) + 1
    create(
        copy,
        received.meta,
        [*received.changesets, changeset("f" * 16, 1, lamport, change(1, TENDER, "colour", "teal"), plan=PLAN)],
    )
    report = plan.merge(copy)
    assert len(report.changes) == 1
    assert "colour" in report.lines[0].sentence
    plan.session.run(Retitle(TENDER, "Edited by an older program"))
    assert plan.close().published
    assert query_file(plan.path, "SELECT new FROM change WHERE field = 'colour'") == [('"teal"',)]


def test_a_mark_remembers_what_was_known_not_when(plan: OpenPlan) -> None:
    """An edit made before the board but merged after it is news to the board."""
    copy = edited_copy(plan, "from tamsin.mkplan")
    plan.session.run(Retitle(LEASE, "Before the board"))
    plan.mark("Board, 25 February")
    assert plan.history("Board, 25 February") == []
    assert plan.changed_since("Board, 25 February") == ()
    plan.session.run(Retitle(LEASE, "After"))
    plan.session.run(Retitle(LEASE, "After the board"))
    plan.session.run(Retitle(AUDIT, ref="M1"))
    plan.session.undo()
    plan.merge(copy)
    assert sorted(line.sentence for line in plan.changed_since("board, 25  february")) == [
        "Changed: the date of S1.1 from “By 31 March 2027 / for historic services” to “By 15 December 2027”.",
        "Changed: the title of S1 from “Before the board” to “After the board”.",
        "Set: the notes of S1.2 to “Two witnesses”.",
    ]
    assert {each.author for each in plan.history("Board, 25 February")} == {"Rosen", "Tamsin"}


def test_marks_travel_with_the_plan_and_are_told_once(plan: OpenPlan, tmp_path: Path) -> None:
    plan.mark("Board")
    plan.session.run(DeleteItem((TENDER,)))
    plan.close()
    with computer(tmp_path / "elsewhere"):
        there = open_plan(plan.path)
        assert [mark.name for mark in there.plan.marks.values()] == ["Board"]
        assert [line.sentence for line in there.changed_since("Board")][:1] == ["Deleted: action “Agree the lease”."]
        with pytest.raises(RefusedError, match="already a mark"):
            there.mark("board")
        with pytest.raises(RefusedError, match="Marks are “Board”"):
            there.history("Cabinet")


def test_marks_of_one_name_from_two_copies_tell_rather_too_much(plan: OpenPlan, tmp_path: Path) -> None:
    copy = tmp_path / "b.mkplan"
    shutil.copy(plan.path, copy)
    other = open_plan(copy, author="Tamsin")
    other.session.run(Retitle(AUDIT, notes="Known to Tamsin alone"))
    other.mark("Board")
    other.close()
    plan.mark("Board")
    plan.merge(copy)
    assert [line.item for line in plan.changed_since("Board")] == [AUDIT]


def test_what_came_in_since_a_moment_can_be_asked(plan: OpenPlan) -> None:
    before = plan.known()
    plan.merge(edited_copy(plan, "from tamsin.mkplan"))
    assert [line.author for line in plan.news_since(before)] == ["Tamsin", "Tamsin"]
    assert plan.news_since(plan.known()) == ()


def test_an_older_value_can_be_put_back_from_the_history(plan: OpenPlan) -> None:
    was = plan.plan.items[TENDER].by_when
    plan.session.run(SetField(TENDER, "by_when", "May 2028"))
    (change,) = plan.history()[-1].changes
    plan.put_back(change)
    assert plan.plan.items[TENDER].by_when == was
    plan.session.undo()
    assert plan.plan.items[TENDER].by_when != was
    born = next(each for record in plan.history() for each in record.changes if each.field == "alive")
    with pytest.raises(RefusedError, match="field by field"):
        plan.put_back(born)


def test_an_earlier_version_comes_back_as_a_step_that_can_be_undone(plan: OpenPlan) -> None:
    plan.session.run(Retitle(LEASE, "First edit of the day"))
    then = plan.plan
    kept = plan.back_up()
    assert kept is not None
    plan.session.run(DeleteItem((TENDER,)))
    plan.session.run(Retitle(LEASE, "Later"))
    later = plan.plan
    plan.mark("Board")
    plan.restore(kept)
    assert (plan.plan.items, plan.plan.assignments, plan.plan.updates) == (then.items, then.assignments, then.updates)
    assert len(plan.plan.marks) == 1
    assert plan.conflicts() == ()
    assert plan.verify() == []
    plan.session.undo()
    assert plan.plan.items == later.items
    dates = [each.at for each in plan.backups()]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) == len(dates) >= 3


def test_a_backup_of_another_plan_is_not_restored(plan: OpenPlan, tmp_path: Path) -> None:
    make(tmp_path / "other.mkplan", plan="5b1b6c1e-7b1d-4a55-8a1e-2f0c9d3e5b61").close()
    with pytest.raises(PlannerError, match="another plan"):
        plan.restore(tmp_path / "other.mkplan")


def test_a_damaged_file_is_replaced_by_a_backup_and_kept_beside(plan: OpenPlan, tmp_path: Path) -> None:
    plan.session.run(Retitle(LEASE, "Edited"))
    kept = plan.back_up()
    assert kept is not None
    now = plan.plan
    plan.close()
    plan.path.write_bytes(plan.path.read_bytes()[:3000])
    with computer(tmp_path / "elsewhere"):
        with pytest.raises(DamagedPlanError):
            open_plan(plan.path)
        aside = replace_damaged(plan.path, kept)
        assert aside.name == "saltway (damaged).mkplan"
        assert aside.stat().st_size == 3000
        assert open_plan(plan.path).plan == now
        with pytest.raises(PlannerError):
            replace_damaged(plan.path, aside)
        assert open_plan(plan.path).plan == now


def test_a_clean_copy_holds_the_plan_and_none_of_its_past(plan: OpenPlan, tmp_path: Path) -> None:
    plan.session.run(Retitle(TENDER, "A word nobody should see"))
    plan.session.run(Retitle(TENDER, "Agree the lease"))
    plan.session.run(AddMark("Board", ()))
    clean_copy(plan.plan, tmp_path / "for the press.mkplan")
    assert b"nobody should see" not in (tmp_path / "for the press.mkplan").read_bytes()
    assert b"Rosen" not in (tmp_path / "for the press.mkplan").read_bytes()
    copy = open_plan(tmp_path / "for the press.mkplan")
    assert copy.plan.items == plan.plan.items
    assert copy.plan.info.id != plan.plan.info.id
    assert not copy.plan.marks
    cells = [(cell.item, cell.party, cell.letters) for cell in copy.plan.assignments.values()]
    assert cells == [(cell.item, cell.party, cell.letters) for cell in plan.plan.assignments.values()]
    item, party, _ = cells[0]
    copy.session.run(SetLetters(item, party, "I"))
    assert len(copy.plan.assignments) == len(cells), "its cells are found under the new plan's names"
    with pytest.raises(PlannerError, match="another plan"):
        plan.merge(tmp_path / "for the press.mkplan")
    with pytest.raises(PlannerError, match="already a file"):
        clean_copy(plan.plan, tmp_path / "for the press.mkplan")


def test_backups_are_listed_newest_first(plan: OpenPlan) -> None:
    plan.session.run(Retitle(LEASE, "Edited"))
    plan.back_up()
    plan.back_up()
    (folder := list_backups(plan.path)[0].path.parent).joinpath("strange.mkplan").write_bytes(b"")
    found = list_backups(plan.path)
    assert len(found) == 3
    assert found[0].at > found[1].at > found[2].at
    assert all(each.size > 1000 and each.path.parent == folder for each in found)
