"""A plan file from making it to closing it, through the door that the window and the command line use."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mkplanner.errors import NotAPlanError, PlannerError
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store import backups
from mkplanner.models.store.opening import create_plan, open_plan
from tests.models.store.helping import (
    LEASE,
    PLAN,
    TENDER,
    Put,
    Remove,
    Retitle,
    beside,
    by_march,
    computer,
    copies,
    forget,
    make,
    query_file,
    sample_rows,
    saved,
)


def test_a_plan_comes_back_exactly_as_it_was_written(tmp_path: Path) -> None:
    plan = saved(tmp_path / "saltway.mkplan")
    with_trust = open_plan(tmp_path / "saltway.mkplan")
    assert with_trust.plan == plan
    with_trust.close()
    forget()
    replayed = open_plan(tmp_path / "saltway.mkplan")
    assert replayed.plan == plan
    assert replayed.plan.items[TENDER].by_when == by_march()
    replayed.close()


def test_a_new_plan_is_in_its_file_at_once_and_alone_in_its_folder(tmp_path: Path) -> None:
    made = create_plan(tmp_path / "saltway.mkplan", PlanInfo(PLAN, "Saltway"))
    assert query_file(tmp_path / "saltway.mkplan", "SELECT title FROM plan") == [("Saltway",)]
    assert beside(made.path) == []
    assert made.saved_state.published
    made.close()


def test_a_file_that_exists_is_never_made_anew(tmp_path: Path) -> None:
    plan = saved(tmp_path / "saltway.mkplan")
    with pytest.raises(PlannerError, match="already a file"):
        create_plan(tmp_path / "saltway.mkplan", PlanInfo(PLAN, "Another"))
    assert open_plan(tmp_path / "saltway.mkplan").plan == plan


def test_a_plan_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="no folder"):
        create_plan(tmp_path / "gone" / "saltway.mkplan", PlanInfo(PLAN))
    assert copies() == []


def test_every_edit_is_on_disk_before_it_is_answered(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.session.run(Retitle(TENDER, "Agree the lease by Easter"))
    (copy,) = copies()
    assert query_file(copy / "plan.mkplan", f"SELECT title FROM item WHERE id = '{TENDER}'") == [
        ("Agree the lease by Easter",)
    ]
    assert sorted(each.name for each in copy.iterdir() if "journal" in each.name) == []
    made.close()


def test_closing_publishes_and_leaves_nothing_in_the_profile(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    assert not made.saved_state.published
    assert made.close().published
    assert copies() == []
    assert beside(made.path) == []
    made.close()


def test_looking_at_a_plan_writes_nothing_at_all(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    forget()
    before = (tmp_path / "saltway.mkplan").stat()
    seen = open_plan(tmp_path / "saltway.mkplan")
    assert seen.verify() == []
    assert seen.history()
    assert seen.close().published
    after = (tmp_path / "saltway.mkplan").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert copies() == []


def test_looking_at_a_plan_loads_no_sqlalchemy(tmp_path: Path, checkout: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    look = (
        "import sys; from pathlib import Path\n"
        "from mkplanner.models.store.opening import open_plan\n"
        "plan = open_plan(Path(sys.argv[1])); plan.history(); plan.verify(); plan.sync(); plan.changed_elsewhere()\n"
        "plan.close(); print(len(plan.plan.items), 'sqlalchemy' in sys.modules)"
    )
    for attempt in range(2):
        done = subprocess.run(
            [sys.executable, "-c", look, str(tmp_path / "saltway.mkplan")],
            capture_output=True,
            text=True,
            cwd=checkout,
            check=True,
        )
        assert done.stdout.split() == ["3", "False"], attempt
        forget()


def test_undo_and_redo_are_changes_that_say_what_they_take_back(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    before = made.plan
    made.session.run(Retitle(TENDER, "Wrong"))
    made.session.undo()
    assert made.plan == before
    made.session.redo()
    made.close()
    seen = open_plan(made.path)
    assert seen.plan.items[TENDER].title == "Wrong"
    *_, edit, undo, redo = seen.history()
    assert [each.kind for each in (edit, undo, redo)] == ["edit", "undo", "redo"]
    assert undo.undoes == (edit.session, edit.seq)
    assert redo.undoes == (edit.session, undo.seq)


def test_a_deleted_row_is_gone_and_undo_brings_back_all_of_it(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    before = made.plan
    made.session.run(Remove(*before.items.values()))
    made.sync()
    assert query_file(made.path, "SELECT count(*) FROM item WHERE alive = 1") == [(0,)]
    made.session.undo()
    made.close()
    forget()
    seen = open_plan(made.path)
    assert seen.plan == before
    assert seen.verify() == []


def test_a_row_taken_away_and_made_anew_keeps_only_what_it_was_made_with(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    old = made.plan.items[TENDER]
    made.session.run(Remove(old))
    made.session.run(Put(type(old)(TENDER, title="Fresh")))
    made.close()
    forget()
    assert open_plan(made.path).plan.items[TENDER] == type(old)(TENDER, title="Fresh")


def test_the_history_is_oldest_first_with_old_and_new_values(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.session.run(Retitle(TENDER, "Agree heads of terms", percent=None))
    made.close()
    first, second, third = open_plan(made.path).history()
    assert (first.kind, first.label, first.seq, first.author) == ("new", "New plan", 1, "Rosen")
    assert (second.label, second.seq) == ("Write the plan", 2)
    found = {(each.item, each.field): (each.old, each.new) for each in third.changes}
    assert found == {(TENDER, "title"): ("Agree the lease", "Agree heads of terms"), (TENDER, "percent"): (40, None)}
    assert datetime.fromisoformat(third.at).tzinfo == UTC


def test_the_words_of_a_date_can_be_read_with_any_tool(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    rows = query_file(tmp_path / "saltway.mkplan", f"SELECT by_when_words, percent FROM item WHERE id = '{TENDER}'")
    assert rows == [("By 31 March 2027\nfor historic services", 40)]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    assert query_file(tmp_path / "saltway.mkplan", "PRAGMA application_id") == [(0x4D4B504C,)]
    assert query_file(tmp_path / "saltway.mkplan", "PRAGMA user_version") == [(1,)]
    meta = dict(query_file(tmp_path / "saltway.mkplan", "SELECT key, value FROM meta"))
    assert meta == {"plan": PLAN, "format": "1", "min_reader": "1", "min_writer": "1"}


def test_a_session_begins_with_its_first_edit_and_every_run_has_its_own(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    open_plan(tmp_path / "saltway.mkplan").close()
    assert query_file(tmp_path / "saltway.mkplan", "SELECT count(*) FROM session") == [(1,)]
    again = open_plan(tmp_path / "saltway.mkplan", author="Tamsin")
    again.session.run(Retitle(LEASE, "Premises"))
    again.close()
    found = query_file(tmp_path / "saltway.mkplan", "SELECT uid, author FROM session ORDER BY no")
    assert [author for _, author in found] == ["Rosen", "Tamsin"]
    assert len({uid for uid, _ in found}) == 2
    assert all(len(str(uid)) == 16 for uid, _ in found)


def test_the_first_edit_of_a_day_keeps_a_backup_of_what_was_there(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    for old in backups.backups_of(tmp_path / "saltway.mkplan"):
        old.unlink()
    again = open_plan(tmp_path / "saltway.mkplan")
    again.session.run(Retitle(TENDER, "Altered"))
    again.session.run(Retitle(TENDER, "Altered twice"))
    again.close()
    (backup,) = backups.backups_of(again.path)
    assert open_plan(backup).plan.items[TENDER].title == "Agree the lease"


def test_a_damaged_plan_is_refused_with_the_newest_good_backup_named(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    path = tmp_path / "saltway.mkplan"
    good = backups.backups_of(path)[0]
    (good.parent / "2999-01-01 00.00.00 saltway.mkplan").write_bytes(b"not one")
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(PlannerError, match="damaged") as told:
        open_plan(path)
    assert str(good) in told.value.advice
    assert "left as it is" in told.value.advice


def test_a_backup_can_be_asked_for(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.session.run(Retitle(TENDER, "Before the risky step"))
    kept = made.back_up()
    assert kept is not None
    assert query_file(kept, f"SELECT title FROM item WHERE id = '{TENDER}'") == [("Before the risky step",)]
    made.close()


def test_what_a_field_cannot_hold_is_refused_in_words_and_nothing_is_kept(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    before = made.plan
    for text, word in (("x" * 1_000_001, "too long"), ("half \ud83d", "half of a character")):
        with pytest.raises(PlannerError, match=word):
            made.session.run(Retitle(TENDER, text))
    assert made.plan == before
    made.session.run(Retitle(TENDER, "y" * 900_000))
    made.close()
    forget()
    assert len(open_plan(made.path).plan.items[TENDER].title) == 900_000


def test_a_closed_plan_takes_no_more_edits(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.close()
    with pytest.raises(PlannerError, match="closed"):
        made.session.run(Retitle(TENDER, "Too late"))


def test_a_path_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    for name in ("a\0b.mkplan", "x" * 400 + ".mkplan"):
        for opening in (open_plan, lambda path: create_plan(path, PlanInfo(PLAN))):
            with pytest.raises(PlannerError) as told:
                opening(tmp_path / name)
            assert len(str(told.value)) < 700


@pytest.mark.skipif(os.name != "posix", reason="names of files with line breaks")
def test_strange_names_of_files_are_taken_as_they_are(tmp_path: Path) -> None:
    for name in ("line\nbreak.mkplan", "100% #1?.mkplan", "Ŵ 計画.mkplan", "-rf.mkplan"):
        saved(tmp_path / name)
        assert open_plan(tmp_path / name).verify() == []
    with pytest.raises(NotAPlanError) as told:
        (tmp_path / "bad\nname").write_text("words")
        open_plan(tmp_path / "bad\nname")
    assert "\n" not in str(told.value)


def test_two_windows_of_one_profile_see_each_others_edits(tmp_path: Path) -> None:
    first = make(tmp_path / "saltway.mkplan")
    second = open_plan(tmp_path / "saltway.mkplan")
    assert second.plan == first.plan
    second.session.run(Retitle(LEASE, "From the second"))
    assert first.changed_elsewhere()
    first.session.run(Retitle(TENDER, "From the first"))
    assert first.plan.items[LEASE].title == "From the second"
    assert not first.changed_elsewhere()
    second.close()
    assert len(copies()) == 1, "the first window still works on it"
    first.session.run(Retitle(TENDER, "And again"))
    first.close()
    assert copies() == []
    last = open_plan(tmp_path / "saltway.mkplan")
    assert (last.plan.items[LEASE].title, last.plan.items[TENDER].title) == ("From the second", "And again")
    assert last.verify() == []


def test_a_window_that_only_looked_learns_of_edits_before_its_first(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    looking = open_plan(tmp_path / "saltway.mkplan")
    assert not looking.changed_elsewhere()
    writing = open_plan(tmp_path / "saltway.mkplan")
    writing.session.run(Retitle(LEASE, "Written meanwhile"))
    assert looking.changed_elsewhere()
    writing.close()
    assert looking.changed_elsewhere()
    looking.session.run(Retitle(TENDER, "Mine"))
    assert looking.plan.items[LEASE].title == "Written meanwhile"
    looking.close()
    assert open_plan(tmp_path / "saltway.mkplan").plan == looking.plan


def test_the_profile_of_another_computer_makes_no_difference(tmp_path: Path) -> None:
    plan = saved(tmp_path / "saltway.mkplan")
    with computer(tmp_path / "other"):
        there = open_plan(tmp_path / "saltway.mkplan")
        assert there.plan == plan
        there.session.run(Retitle(TENDER, "From the other computer"))
        there.close()
    assert open_plan(tmp_path / "saltway.mkplan").plan == there.plan


def test_every_kind_of_row_is_kept(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.close()
    seen = open_plan(made.path).plan
    for row in sample_rows():
        if row.id in (LEASE, TENDER):
            assert seen.items[row.id] == row
    assert len(seen.parties) == len(seen.assignments) == len(seen.updates) == len(seen.outcomes) == 1


def test_a_window_that_only_looks_takes_up_what_a_crash_left_beside_it(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    looking = open_plan(tmp_path / "saltway.mkplan")
    crashed = open_plan(tmp_path / "saltway.mkplan")
    crashed.session.run(Retitle(LEASE, "Never published"))
    assert crashed._file._copy is not None
    crashed._file._copy.leave()
    crashed._file._open_writer().close()
    with computer(tmp_path / "other"):
        there = open_plan(tmp_path / "saltway.mkplan")
        there.session.run(Retitle(TENDER, "From there"))
        there.close()
    looking.session.refresh()
    assert looking.plan.items[LEASE].title == "Never published"
    assert not looking.changed_elsewhere()
    looking.close()
    seen = open_plan(tmp_path / "saltway.mkplan")
    assert (seen.plan.items[LEASE].title, seen.plan.items[TENDER].title) == ("Never published", "From there")


def test_a_file_that_is_gone_or_broken_is_looked_at_once_not_for_ever(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    looking = open_plan(tmp_path / "saltway.mkplan")
    whole = looking.path.read_bytes()
    looking.path.unlink()
    assert not looking.changed_elsewhere()
    looking.path.write_bytes(whole[:4000])
    assert looking.changed_elsewhere()
    with pytest.raises(PlannerError, match="damaged"):
        looking.session.refresh()
    assert not looking.changed_elsewhere()
    assert looking.plan.items[TENDER].title == "Agree the lease"
    looking.session.run(Retitle(TENDER, "Edited all the same"))
    assert not looking.close().published
    assert len(copies()) == 1


def test_a_profile_that_cannot_be_used_is_told_in_one_sentence(
    tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path / "saltway.mkplan")
    looking = open_plan(tmp_path / "saltway.mkplan")
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("MKPLANNER_PROFILE", str(tmp_path / "no folder"))
    for attempt in (
        lambda: open_plan(tmp_path / "saltway.mkplan"),
        lambda: create_plan(tmp_path / "new.mkplan", PlanInfo(PLAN)),
        lambda: looking.session.run(Retitle(TENDER, "Not kept")),
    ):
        with pytest.raises(PlannerError, match="folder that MK Planner keeps on this computer cannot be used"):
            attempt()
    assert not (tmp_path / "new.mkplan").exists()


def test_a_backup_that_fails_does_not_stop_the_edit(tmp_path: Path, profile: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    for old in backups.backups_of(tmp_path / "saltway.mkplan"):
        old.unlink()
    (profile / "backups").rename(profile / "elsewhere")
    (profile / "backups").touch()
    plan = open_plan(tmp_path / "saltway.mkplan")
    plan.session.run(Retitle(TENDER, "Edited all the same"))
    assert plan.close().published
