"""A file that is read ahead serves whoever opens it, once, and only while it is still the same."""

import os
from pathlib import Path

import pytest

from mkplanner.errors import NotAPlanError
from mkplanner.models.store import ahead
from mkplanner.models.store.ahead import read_ahead, read_once
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.wholefile import WholeFile, read_whole
from tests.models.store.helping import TENDER, Retitle, saved


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read, one after the other."""
    found: list[Path] = []

    def read(path: Path) -> WholeFile:
        found.append(path)
        return read_whole(path)

    monkeypatch.setattr(ahead, "read_whole", read)
    return found


def test_a_file_that_was_read_ahead_is_not_read_again(tmp_path: Path, reads: list[Path]) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words")
    read_ahead(file)
    assert read_once(file).data == b"words"
    assert reads == [file]


def test_it_serves_once_because_nobody_keeps_it_in_memory(tmp_path: Path, reads: list[Path]) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words")
    read_ahead(file)
    read_once(file)
    assert read_once(file).data == b"words"
    assert reads == [file, file]


def test_a_file_that_was_written_meanwhile_is_read_afresh(tmp_path: Path, reads: list[Path]) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words")
    read_ahead(file)
    (tmp_path / "new").write_bytes(b"other")
    _finish_reading()
    (tmp_path / "new").replace(file)
    assert read_once(file).data == b"other"
    assert reads == [file, file]


def test_a_file_of_the_same_size_and_time_in_its_place_is_read_afresh(tmp_path: Path) -> None:
    file, new = tmp_path / "file", tmp_path / "new"
    file.write_bytes(b"words")
    read_ahead(file)
    _finish_reading()
    new.write_bytes(b"other")
    times = file.stat()
    os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))
    new.replace(file)
    assert read_once(file).data == b"other"


def test_another_file_is_read_itself(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"one")
    (tmp_path / "two").write_bytes(b"two")
    read_ahead(tmp_path / "one")
    assert read_once(tmp_path / "two").data == b"two"


def test_trouble_is_told_by_whoever_opens_the_file(tmp_path: Path) -> None:
    read_ahead(tmp_path / "nothing")
    with pytest.raises(FileNotFoundError):
        read_once(tmp_path / "nothing")
    read_ahead(tmp_path)
    with pytest.raises(NotAPlanError, match="is a folder"):
        open_plan(tmp_path)


def test_a_plan_opens_as_it_stands_in_the_file_although_it_was_read_ahead(tmp_path: Path) -> None:
    path = tmp_path / "plan.mkplan"
    saved(path)
    read_ahead(path)
    _finish_reading()
    opened = open_plan(path)
    opened.session.run(Retitle(TENDER, "Other words"))
    opened.close()
    read_ahead(path)
    opened = open_plan(path)
    assert opened.plan.items[TENDER].title == "Other words"
    opened.close()


def _finish_reading() -> None:
    ahead._under_way[0]._thread.join()
