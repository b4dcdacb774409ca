"""What was read of a shared file stays whole in our hands, whatever becomes of the file, and takes no memory if it is large."""

import os
from pathlib import Path

import pytest

from mkplanner import paths
from mkplanner.models.store import source
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.source import Source
from tests.models.store.helping import TENDER, Retitle, saved


@pytest.mark.parametrize("large", [0, 4 * 1024 * 1024])
def test_the_bytes_of_our_own_file_stay_as_they_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(source, "LARGE", large)
    path = tmp_path / "saltway.mkplan"
    plan = saved(path)
    read, data = Source(path), path.read_bytes()
    source.put_aside()
    path.unlink()
    assert (read.data(), read.data()) == (data, data)
    assert read.plan() == plan
    assert len(read.log()) == 2
    assert sum(read.vector().values()) == 2
    with read.reading() as query:
        assert query("SELECT count(*) FROM changeset") == [(2,)]


def test_a_large_file_is_kept_outside_memory_and_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LARGE", 0)
    path = tmp_path / "saltway.mkplan"
    saved(path)
    before = sorted(paths.subfolder("working").rglob("*"))
    read = Source(path)
    assert read._kept._data, "not while the plan is on its way to the screen"
    source.put_aside()
    assert read._kept._data == b""
    assert os.name != "posix" or sorted(paths.subfolder("working").rglob("*")) == before


def test_where_there_is_no_room_for_it_it_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(source, "LARGE", 0)
    monkeypatch.setattr(source, "TemporaryFile", full)
    path = tmp_path / "saltway.mkplan"
    saved(path)
    read = Source(path)
    source.put_aside()
    assert read.data() == path.read_bytes()


def test_a_first_edit_works_though_the_large_file_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGE", 0)
    path = tmp_path / "stick" / "saltway.mkplan"
    path.parent.mkdir()
    saved(path)
    plan = open_plan(path)
    source.put_aside()
    path.parent.rename(tmp_path / "pulled out")
    plan.session.run(Retitle(TENDER, "Written without the stick"))
    assert plan.plan.items[TENDER].title == "Written without the stick"
    (tmp_path / "pulled out").rename(path.parent)
    assert plan.close().published
