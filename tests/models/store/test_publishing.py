"""Replacing a shared file whole, and sweeping what a crash left beside it."""

import os
from pathlib import Path

import pytest

from mkplanner.models.store import publishing
from mkplanner.models.store.publishing import (
    CannotReplaceError,
    check_writable,
    leftovers,
    obstacle,
    replace_whole,
    sweep,
)
from mkplanner.models.store.sharelock import ShareLock
from tests.models.store.helping import beside


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "plan.mkplan").write_bytes(b"old")
    return tmp_path / "plan.mkplan"


def test_a_file_is_replaced_by_another_not_written_into(target: Path) -> None:
    with target.open("rb") as reader:
        replace_whole(target, b"new")
        assert reader.read() == b"old"
    assert target.read_bytes() == b"new"
    assert beside(target) == []


def test_a_file_that_must_be_new_does_not_push_out_another(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with pytest.raises(FileExistsError):
            replace_whole(target, b"new", must_be_new=True)
        assert target.read_bytes() == b"old"
        assert beside(target) == []
        monkeypatch.setattr(publishing.os, "link", refuse)  # a disk without links
    fresh = target.with_name("fresh.mkplan")
    replace_whole(fresh, b"new", must_be_new=True)
    assert fresh.read_bytes() == b"new"


def refuse(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def test_what_the_disk_gives_back_is_compared(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"something else")
    with pytest.raises(OSError, match="gives back"):
        replace_whole(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert beside(target) == []


def test_a_refusal_that_passes_is_waited_out_where_servers_do_so(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []
    real = Path.replace

    def sometimes(self: Path, other: Path) -> Path:
        tries.append(1)
        if len(tries) < 4:
            raise PermissionError(13, "somebody is reading")
        return real(self, other)

    monkeypatch.setattr(publishing, "_MAY_REFUSE", True)
    monkeypatch.setattr(publishing, "_FIRST_PAUSE", 0.001)
    monkeypatch.setattr(Path, "replace", sometimes)
    replace_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert len(tries) == 4


def test_a_file_whose_owner_does_not_want_it_altered_is_left(target: Path) -> None:
    check_writable(target)
    check_writable(target.with_name("not there yet"))
    target.chmod(0o444)
    with pytest.raises(CannotReplaceError, match=r"“plan\.mkplan” is read-only"):
        check_writable(target)


def test_what_a_crash_left_is_swept_and_nothing_else(target: Path) -> None:
    ours = [
        ".~lock.plan.mkplan#.0123456789abcdef",
        ".~lock.plan.mkplan#.0123456789abcdef.stale",
        ".~plan.mkplan.0123456789ab.tmp",
    ]
    others = [
        ".~lock.other.mkplan#",
        ".~lock.plan.mkplan.bak#",
        ".~other.mkplan.0123456789ab.tmp",
        ".~plan.mkplan.bak.0123456789ab.tmp",
        "plan (conflicted copy).mkplan",
        "plan.mkplan-journal",
        "plan.mkplan.tmp",
    ]
    for name in ours + others:
        target.with_name(name).touch()
    assert sorted(each.name for each in leftovers(target)) == sorted(ours)
    sweep(target)
    assert beside(target) == sorted(others)
    assert target.read_bytes() == b"old"


def test_nothing_is_swept_while_somebody_publishes(target: Path) -> None:
    temp = target.with_name(".~plan.mkplan.0123456789ab.tmp")
    with ShareLock(target):
        temp.touch()
        sweep(target)
        assert temp.exists()
    sweep(target)
    assert not temp.exists()


def test_sweeping_where_there_is_no_folder_is_no_matter(tmp_path: Path) -> None:
    sweep(tmp_path / "gone" / "plan.mkplan")


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_a_new_file_has_the_rights_of_the_old(target: Path) -> None:
    target.chmod(0o640)
    replace_whole(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_what_keeps_a_file_from_being_replaced_is_told_without_trying(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert obstacle(target) == ""
    target.chmod(0o444)
    assert obstacle(target) == "“plan.mkplan” is read-only"
    target.chmod(0o644)
    monkeypatch.setattr(publishing.os, "access", lambda path, _: path != target.parent)
    assert obstacle(target).startswith("nothing can be written to the folder")
    assert obstacle(target.parent / "gone" / "plan.mkplan") == "", "a place that has gone says so when it is asked"
