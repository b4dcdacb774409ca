"""The local copy: who uses it, what is left of it after a crash, and when it goes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.store.holding import alone, hold, is_held, is_running
from mkplanner.models.store.leftover import rescue
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.published import is_ours, remember
from mkplanner.models.store.workingcopy import CLOSED_KEPT, copies_of, copy_for, gate, sweep_closed
from tests.models.store.helping import PLAN, TENDER, Retitle, copies, forget, make, saved, tamper


def test_a_copy_belongs_to_one_plan_at_one_path(tmp_path: Path) -> None:
    here = copy_for(tmp_path / "a.mkplan", PLAN)
    assert here.folder != copy_for(tmp_path / "b.mkplan", PLAN).folder
    assert here.folder != copy_for(tmp_path / "a.mkplan", "another").folder
    assert here.plan == PLAN


def test_a_copy_in_use_is_seen_by_others_and_not_by_its_user(tmp_path: Path) -> None:
    first, second = (copy_for(tmp_path / "a.mkplan", PLAN) for _ in range(2))
    with gate():
        first.join()
        assert second.is_used_by_others()
        assert not first.is_used_by_others()
        second.join()
        first.leave()
        assert not second.is_used_by_others()
        second.leave()


def test_a_user_who_died_is_no_user(tmp_path: Path, checkout: Path) -> None:
    join = (
        "import os, sys; from pathlib import Path\n"
        "from mkplanner.models.store.workingcopy import copy_for\n"
        "copy = copy_for(Path(sys.argv[1]), sys.argv[2]); copy.join(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", join, str(tmp_path / "a.mkplan"), PLAN], cwd=checkout, check=False)
    copy = copy_for(tmp_path / "a.mkplan", PLAN)
    assert len(list(copy.folder.glob("user-*"))) == 1
    with gate():
        assert not copy.is_used_by_others()
    assert list(copy.folder.glob("user-*")) == []


def crashed(path: Path, title: str) -> None:
    """Leave a working copy with one unpublished edit, as a crash does."""
    plan = open_plan(path)
    plan.session.run(Retitle(TENDER, title))
    file = plan._file
    assert file._copy is not None
    file._copy.leave()
    file._open_writer().close()


def test_edits_of_a_crashed_run_are_found_and_it_is_said(tmp_path: Path) -> None:
    saved(tmp_path / "a.mkplan")
    crashed(tmp_path / "a.mkplan", "Not published")
    again = open_plan(tmp_path / "a.mkplan")
    assert again.plan.items[TENDER].title == "Not published"
    assert "interrupted" in again.recovered
    assert again.close().published
    last = open_plan(tmp_path / "a.mkplan")
    assert last.recovered == ""
    assert last.plan.items[TENDER].title == "Not published"


def test_a_leftover_without_news_goes_quietly(tmp_path: Path) -> None:
    saved(tmp_path / "a.mkplan")
    crashed(tmp_path / "a.mkplan", "Published after all")
    open_plan(tmp_path / "a.mkplan").close()
    with gate():
        (copy,) = copies_of(tmp_path / "a.mkplan")
        copy.revive()
    again = open_plan(tmp_path / "a.mkplan")
    assert again.recovered == ""
    assert copies() == []


def test_a_copy_that_cannot_be_read_is_put_aside_not_removed(tmp_path: Path) -> None:
    plan = saved(tmp_path / "a.mkplan")
    crashed(tmp_path / "a.mkplan", "Lost in the damage")
    (copy,) = copies()
    data = (copy / "plan.mkplan").read_bytes()
    (copy / "plan.mkplan").write_bytes(b"rubbish" * 1000)
    again = open_plan(tmp_path / "a.mkplan")
    assert again.plan == plan
    assert "put aside" in again.recovered
    again.close()
    (aside,) = copy.parent.glob("damaged-*")
    assert (aside / "plan.mkplan").read_bytes() != data


def test_a_copy_made_by_another_version_gets_todays_tables(tmp_path: Path) -> None:
    saved(tmp_path / "a.mkplan")
    crashed(tmp_path / "a.mkplan", "Not published")
    (copy,) = copies()
    tamper(copy / "plan.mkplan", "ALTER TABLE item DROP COLUMN notes", "ALTER TABLE item ADD COLUMN cost_code TEXT")
    again = open_plan(tmp_path / "a.mkplan")
    assert again.plan.items[TENDER].title == "Not published"
    again.session.run(Retitle(TENDER, "Goes on", notes="With a note"))
    assert again.verify()[1:] == []
    again.close()
    assert open_plan(tmp_path / "a.mkplan").verify() == []


def test_our_own_file_of_another_version_is_replayed(tmp_path: Path) -> None:
    plan = saved(tmp_path / "a.mkplan")
    tamper(tmp_path / "a.mkplan", "ALTER TABLE item DROP COLUMN notes")
    from mkplanner.models.store.published import fingerprint

    remember(fingerprint((tmp_path / "a.mkplan").read_bytes()))
    again = open_plan(tmp_path / "a.mkplan")
    assert again.plan == plan
    again.session.run(Retitle(TENDER, "Goes on"))
    again.close()
    assert open_plan(tmp_path / "a.mkplan").verify() == []


def test_a_closed_copy_is_forgotten_after_a_month(tmp_path: Path) -> None:
    saved(tmp_path / "a.mkplan")
    with gate():
        sweep_closed(time.time() + CLOSED_KEPT - 60)
        assert len(copies_of(tmp_path / "a.mkplan")) == 1
        sweep_closed(time.time() + CLOSED_KEPT + 60)
        assert copies_of(tmp_path / "a.mkplan") == []


def test_what_is_left_of_a_plan_that_cannot_be_opened_becomes_its_newest_backup(tmp_path: Path) -> None:
    made = make(tmp_path / "a.mkplan")
    made.session.run(Retitle(TENDER, "The last edit"))
    made.close()
    made.path.write_bytes(made.path.read_bytes()[:-4096])
    with pytest.raises(PlannerError, match="damaged") as told:
        open_plan(made.path)
    backup = Path(told.value.advice.partition("computer is ")[2].removesuffix("."))
    assert open_plan(backup).plan.items[TENDER].title == "The last edit"
    rescue(tmp_path / "never.mkplan")


def test_fingerprints_are_remembered_and_the_oldest_forgotten(profile: Path) -> None:
    for number in range(450):
        remember(f"{number:064}")
        os.utime(profile / "published" / f"{number:064}", (number, number))
    assert is_ours(f"{449:064}")
    assert not is_ours(f"{1:064}")
    assert len(list((profile / "published").iterdir())) <= 401
    forget()


def test_a_held_file_is_held_until_let_go(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "file")
    held = hold(tmp_path / "file")
    assert held is not None
    assert is_held(tmp_path / "file")
    assert hold(tmp_path / "file") is None
    os.close(held)
    assert not is_held(tmp_path / "file")


def test_who_must_be_alone_waits_and_at_last_gives_up(tmp_path: Path) -> None:
    with alone(tmp_path / "gate"), pytest.raises(PlannerError, match="busy"), alone(tmp_path / "gate", wait=0.05):
        pass
    with alone(tmp_path / "gate"):
        pass


def test_processes_are_known_to_run_or_not() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    assert is_running(os.getpid())
    assert not is_running(process.pid)
