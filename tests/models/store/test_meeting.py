"""Meeting the shared file: it is only ever replaced whole, and where it cannot be, the edits stay here and that is said."""

import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.plan import PlanInfo
from mkplanner.models.store import meeting, publishing, sharelock
from mkplanner.models.store.intake import receive
from mkplanner.models.store.log import digest_of
from mkplanner.models.store.opening import OpenPlan, create_plan, open_plan
from mkplanner.models.store.repository import create
from mkplanner.models.store.sharelock import lock_path
from tests.models.store.helping import (
    LEASE,
    PLAN,
    TENDER,
    Retitle,
    beside,
    computer,
    copies,
    forget,
    make,
    query_file,
    saved,
    tamper,
)


def title_in(path: Path) -> object:
    return query_file(path, f"SELECT title FROM item WHERE id = '{TENDER}'")[0][0]


def test_the_shared_file_is_replaced_whole_and_never_written_into(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    before = made.path.read_bytes()
    with made.path.open("rb") as reader:
        made.session.run(Retitle(TENDER, "Altered"))
        assert made.sync().published
        assert reader.read() == before, "who reads meanwhile keeps the whole old file"
    assert title_in(made.path) == "Altered"
    assert beside(made.path) == []
    made.close()


def test_meeting_without_news_leaves_the_file_alone(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    before = made.path.stat()
    assert made.sync().published
    assert (made.path.stat().st_ino, made.path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    made.close()


def test_what_two_computers_wrote_meets_in_the_file(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    here = open_plan(tmp_path / "saltway.mkplan")
    here.session.run(Retitle(TENDER, "From here"))
    with computer(tmp_path / "other"):
        there = open_plan(tmp_path / "saltway.mkplan")
        there.session.run(Retitle(LEASE, "From there"))
        assert there.sync().published
    report = here.sync()
    assert (report.published, report.adopted, report.waiting) == (True, 1, "")
    assert here.changed_elsewhere()
    here.session.refresh()
    assert here.plan.items[LEASE].title == "From there"
    with computer(tmp_path / "other"):
        assert there.sync().adopted == 1
        there.session.refresh()
        assert there.plan == here.plan
        there.close()
    here.close()
    assert open_plan(tmp_path / "saltway.mkplan").verify() == []


def test_what_is_published_between_our_look_and_our_lock_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path / "saltway.mkplan")
    here = open_plan(tmp_path / "saltway.mkplan")
    here.session.run(Retitle(TENDER, "From here"))

    def meanwhile(path: Path) -> None:
        monkeypatch.setattr(meeting, "check_writable", publishing.check_writable)
        with computer(tmp_path / "other"):
            there = open_plan(path)
            there.session.run(Retitle(LEASE, "From there"))
            assert there.close().published

    monkeypatch.setattr(meeting, "check_writable", meanwhile)
    report = here.sync()
    assert (report.published, report.adopted) == (True, 1)
    assert title_in(here.path) == "From here"
    assert query_file(here.path, f"SELECT title FROM item WHERE id = '{LEASE}'") == [("From there",)]
    here.close()


def test_a_file_that_appears_at_the_last_moment_is_not_pushed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    made.path.unlink()
    made.session.run(Retitle(TENDER, "Waiting"))
    real = meeting.check_outgoing

    def meanwhile(data: bytes, theirs: dict[str, int]) -> dict[str, int]:
        made.path.write_text("somebody's letter")
        return real(data, theirs)

    monkeypatch.setattr(meeting, "check_outgoing", meanwhile)
    kept_here(made, "another file has just appeared as “saltway.mkplan”")
    assert made.path.read_text() == "somebody's letter"
    made.close()


def test_undo_does_not_pass_over_what_another_computer_wrote(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    here = open_plan(tmp_path / "saltway.mkplan")
    here.session.run(Retitle(TENDER, "From here"))
    here.sync()
    with computer(tmp_path / "other"):
        there = open_plan(tmp_path / "saltway.mkplan", author="Tamsin")
        there.session.run(Retitle(TENDER, "From there"))
        there.close()
    here.sync()
    here.session.refresh()
    with pytest.raises(PlannerError, match="because Tamsin has changed"):
        here.session.undo()
    assert here.plan.items[TENDER].title == "From there"
    here.close()


def test_an_older_backup_put_over_the_shared_file_is_healed_by_the_next_meeting(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    shutil.copy(made.path, tmp_path / "old")
    made.session.run(Retitle(TENDER, "Newer"))
    made.sync()
    shutil.copy(tmp_path / "old", made.path)
    assert made.sync().published
    assert title_in(made.path) == "Newer"
    made.close()


def test_edits_pushed_out_after_closing_are_put_back_at_the_next_start(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    shutil.copy(tmp_path / "saltway.mkplan", tmp_path / "old")
    again = open_plan(tmp_path / "saltway.mkplan")
    again.session.run(Retitle(TENDER, "Newer"))
    again.close()
    shutil.copy(tmp_path / "old", tmp_path / "saltway.mkplan")
    healed = open_plan(tmp_path / "saltway.mkplan")
    assert healed.plan.items[TENDER].title == "Newer"
    assert "put back" in healed.recovered
    healed.close()
    assert title_in(tmp_path / "saltway.mkplan") == "Newer"


def kept_here(plan: OpenPlan, words: str) -> None:
    """The edit stays on this computer, which is said; nothing lies beside the file."""
    report = plan.sync()
    assert not report.published
    assert words in report.waiting
    assert report.waiting.endswith(".")
    assert plan.saved_state.sentence == report.waiting
    assert not plan.saved_state.published
    assert [name for name in beside(plan.path) if name.startswith(".~")] == []


def then_published(plan: OpenPlan) -> None:
    """With the trouble gone, the next start finds the edit and the close publishes it."""
    assert not plan.close().published
    assert len(copies()) == 1
    again = open_plan(plan.path)
    assert "interrupted" in again.recovered
    assert again.plan == plan.plan
    assert not again.close().published


def test_a_file_whose_write_bit_is_off_is_not_replaced(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    before = made.path.read_bytes()
    made.path.chmod(0o444)
    made.session.run(Retitle(TENDER, "Waiting"))
    kept_here(made, "“saltway.mkplan” is read-only")
    assert made.path.read_bytes() == before
    then_published(made)
    made.path.chmod(0o644)
    again = open_plan(made.path)
    assert again.close().published
    assert title_in(made.path) == "Waiting"
    assert copies() == []


def test_a_folder_that_is_gone_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    made = make(tmp_path / "share" / "saltway.mkplan")
    made.sync()
    made.session.run(Retitle(TENDER, "Waiting"))
    (tmp_path / "share").rename(tmp_path / "unplugged")
    assert "is not there" in made.sync().waiting
    made.session.run(Retitle(TENDER, "Still waiting"))
    (tmp_path / "unplugged").rename(tmp_path / "share")
    assert made.sync().published
    assert title_in(made.path) == "Still waiting"
    made.close()


def test_a_plan_whose_file_is_gone_opens_from_what_had_not_been_published(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    made.session.run(Retitle(TENDER, "Waiting"))
    made.path.chmod(0o444)
    made.close()
    made.path.unlink()
    again = open_plan(made.path)
    assert again.plan.items[TENDER].title == "Waiting"
    assert again.close().published
    assert title_in(made.path) == "Waiting"


def test_a_plan_whose_folder_is_gone_opens_from_what_had_not_been_published(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    made = make(tmp_path / "share" / "saltway.mkplan")
    made.sync()
    made.session.run(Retitle(TENDER, "Waiting"))
    (tmp_path / "share").rename(tmp_path / "unplugged")
    assert not made.close().published
    again = open_plan(made.path)
    assert again.plan.items[TENDER].title == "Waiting"
    assert "is not there" in again.sync().waiting
    again.session.run(Retitle(LEASE, "Edited without the share"))
    assert not again.close().published
    (tmp_path / "unplugged").rename(tmp_path / "share")
    last = open_plan(made.path)
    assert last.plan == again.plan
    assert last.close().published
    assert title_in(made.path) == "Waiting"


def test_a_plan_that_was_deleted_on_purpose_stays_deleted(tmp_path: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    (tmp_path / "saltway.mkplan").unlink()
    with pytest.raises(PlannerError, match="There is no file"):
        open_plan(tmp_path / "saltway.mkplan")


def test_a_damaged_shared_file_is_never_replaced(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    broken = made.path.read_bytes()[:-5000]
    made.path.write_bytes(broken)
    made.session.run(Retitle(TENDER, "Waiting"))
    kept_here(made, "“saltway.mkplan” is damaged")
    assert made.path.read_bytes() == broken
    made.close()


def test_another_plan_at_the_same_place_is_never_replaced(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    create_plan(tmp_path / "other.mkplan", PlanInfo("0a9d1f0e-0000-4000-8000-000000000000", "Other")).close()
    (tmp_path / "other.mkplan").replace(made.path)
    made.session.run(Retitle(TENDER, "Waiting"))
    kept_here(made, "nother plan now stands at “saltway.mkplan”")
    made.close()
    assert open_plan(made.path).plan.info.title == "Other"
    assert len(copies()) == 1, "the edits of the first plan are still here"


def test_a_file_that_a_newer_program_has_taken_over_is_not_replaced(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    tamper(made.path, "UPDATE meta SET value = '7' WHERE key IN ('format', 'min_writer')", "PRAGMA user_version = 7")
    before = made.path.read_bytes()
    made.session.run(Retitle(TENDER, "Waiting"))
    kept_here(made, "“saltway.mkplan” was last written by a newer MK Planner")
    assert made.path.read_bytes() == before
    made.close()


def test_another_history_of_the_same_plan_is_never_mixed_in(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    received = receive(made.path.read_bytes(), "x")
    forged = [each._replace(label="Forged") for each in received.changesets]
    forged = [each._replace(digest=digest_of(PLAN, each)) for each in forged]
    made.path.unlink()
    create(made.path, received.meta, forged)
    made.session.run(Retitle(TENDER, "Waiting"))
    kept_here(made, "tells another history")
    made.close()


@pytest.mark.skipif(os.name != "posix", reason="mounts")
@pytest.mark.parametrize("options", ["ro", "size=160k"])
def test_a_share_that_is_read_only_or_full_keeps_the_edits_here(tmp_path: Path, options: str) -> None:
    with share(tmp_path / "share", "size=4m") as folder:
        made = make(folder / "saltway.mkplan")
        made.sync()
        before = made.path.read_bytes()
        subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True, capture_output=True)
        made.session.run(Retitle(TENDER, "Waiting", notes="long " * 20_000))
        kept_here(made, "is read-only" if options == "ro" else "is full")
        assert made.path.read_bytes() == before
        seen = open_plan(made.path)
        assert seen.plan == made.plan
        seen.close()
        subprocess.run(["mount", "-o", "remount,rw,size=8m", str(folder)], check=True, capture_output=True)
        assert made.sync().published
        assert title_in(made.path) == "Waiting"
        made.close()


@pytest.mark.skipif(os.name != "posix", reason="mounts")
def test_a_plan_cannot_be_made_where_nothing_can_be_written(tmp_path: Path) -> None:
    with share(tmp_path / "share", "size=1m,ro") as folder:
        with pytest.raises(PlannerError, match="cannot be made: nothing can be written to the folder"):
            create_plan(folder / "saltway.mkplan", PlanInfo(PLAN))
        assert copies() == []


@contextmanager
def share(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_on_this_computer_keeps_what_was_acknowledged(tmp_path: Path, checkout: Path) -> None:
    saved(tmp_path / "saltway.mkplan")
    fill = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from mkplanner.errors import PlannerError\n"
        "from mkplanner.models.store.opening import open_plan\n"
        "from tests.models.store.helping import TENDER, Retitle\n"
        "plan = open_plan(Path(sys.argv[1])); plan.session.run(Retitle(TENDER, 'first'))\n"
        "size = plan._file.database.stat().st_size; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.RLIM_INFINITY)); kept = 0\n"
        "try:\n"
        "    while kept < 200: plan.session.run(Retitle(TENDER, f'{kept} ' + 'x' * 500)); kept += 1\n"
        "except PlannerError as error: print(kept, error.sentence)\n"
        "print(plan.plan.items[TENDER].title.split()[0], 'x' * (kept == 200))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "plan.session.run(Retitle(TENDER, 'after')); print(plan.verify(), plan.close().published)"
    )
    done = subprocess.run(
        [sys.executable, "-c", fill, str(tmp_path / "saltway.mkplan")], capture_output=True, text=True, cwd=checkout
    )
    assert done.returncode == 0, done.stderr
    first, second, third = done.stdout.splitlines()
    kept = int(first.split()[0])
    assert 0 < kept < 200
    assert "disk of this computer" in first
    assert second.split() == [str(kept - 1)]
    assert third == "[] True"
    titles = {row[0] for row in query_file(tmp_path / "saltway.mkplan", "SELECT new FROM change WHERE field = 'title'")}
    assert all(any(str(each).startswith(f'"{number} x') for each in titles) for number in range(kept))
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_somebody_who_is_publishing_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharelock.ShareLock.__init__, "__defaults__", ("", 0.3))
    made = make(tmp_path / "saltway.mkplan")
    with sharelock.ShareLock(made.path, "Tamsin"):
        report = made.sync()
        assert not report.published
        assert "Tamsin is saving the same plan" in report.waiting
    assert made.sync().published
    made.close()


def test_a_replacement_that_is_refused_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    made.session.run(Retitle(TENDER, "Waiting"))

    def refuse(temp: Path, path: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    with monkeypatch.context() as context:
        context.setattr(publishing, "_put", refuse)
        kept_here(made, "nothing can be written")
    assert beside(made.path) == []
    assert made.sync().published
    made.close()


def test_publishing_in_the_background_does_not_disturb_editing(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    stop = threading.Event()
    reports = []

    def publish() -> None:
        while not stop.is_set():
            reports.append(made.sync())

    thread = threading.Thread(target=publish)
    thread.start()
    for number in range(60):
        made.session.run(Retitle(TENDER, f"Edit {number}"))
    stop.set()
    thread.join()
    assert all(report.published for report in reports)
    assert made.verify() == []
    made.close()
    assert title_in(made.path) == "Edit 59"


def test_the_rights_of_the_shared_file_stay_as_they_were(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    made.path.chmod(0o664)
    made.session.run(Retitle(TENDER, "Altered"))
    made.close()
    assert made.path.stat().st_mode & 0o777 == 0o664


def test_a_link_to_a_plan_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    saved(tmp_path / "real" / "saltway.mkplan")
    (tmp_path / "link.mkplan").symlink_to(tmp_path / "real" / "saltway.mkplan")
    plan = open_plan(tmp_path / "link.mkplan")
    plan.session.run(Retitle(TENDER, "Through the link"))
    plan.close()
    assert (tmp_path / "link.mkplan").is_symlink()
    assert title_in(tmp_path / "real" / "saltway.mkplan") == "Through the link"


def test_a_file_we_remember_needs_no_replay_and_one_altered_by_a_bit_does(tmp_path: Path) -> None:
    plan = saved(tmp_path / "saltway.mkplan")
    path = tmp_path / "saltway.mkplan"
    at = path.read_bytes().rindex(b"Agree the lease")
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 1
    path.write_bytes(damaged)
    try:
        assert open_plan(path).plan == plan
    except PlannerError as error:
        assert "damaged" in error.sentence
    forget()


def test_no_lock_is_left_behind(tmp_path: Path) -> None:
    made = make(tmp_path / "saltway.mkplan")
    made.sync()
    assert not lock_path(made.path).exists()
    made.close()


def test_a_file_that_others_replaced_is_news_until_the_next_meeting(tmp_path: Path) -> None:
    path = tmp_path / "saltway.mkplan"
    saved(path)
    here = open_plan(path)
    assert not here.changed_in_file(), "whoever only looks asks `changed_elsewhere`"
    here.session.run(Retitle(TENDER, "Here"))
    assert here.sync().published
    assert not here.changed_in_file()
    with computer(tmp_path / "there"):
        there = open_plan(path)
        there.session.run(Retitle(LEASE, "There"))
        there.close()
    assert here.changed_in_file()
    assert here.sync().adopted == 1
    assert not here.changed_in_file()
    path.write_bytes(b"no plan any more")
    assert here.changed_in_file()
    assert not here.sync().published
    assert not here.changed_in_file(), "told once"
    here.close()
