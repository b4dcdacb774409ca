"""A whole file and its fingerprint come in together, however large the file is and whatever becomes of it meanwhile."""

import os
from pathlib import Path

import pytest

from mkplanner.models.store import wholefile
from mkplanner.models.store.connection import reading_bytes
from mkplanner.models.store.opening import open_plan
from mkplanner.models.store.published import fingerprint
from mkplanner.models.store.wholefile import read_whole
from tests.models.store.helping import TENDER, Retitle, saved


@pytest.mark.parametrize("size", [0, 1, 99, 100, 101, 200, 250, 1001])
def test_the_bytes_and_their_fingerprint_are_those_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(wholefile, "AT_ONCE", 100)
    data = os.urandom(size)
    (tmp_path / "file").write_bytes(data)
    read = read_whole(tmp_path / "file")
    assert read.data == data
    assert read.mark == fingerprint(data)


@pytest.mark.parametrize("said", [150, 450])
def test_a_file_of_another_size_than_was_said_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: int
) -> None:
    monkeypatch.setattr(wholefile, "AT_ONCE", 100)
    data = os.urandom(300)
    (tmp_path / "file").write_bytes(data)
    real = (tmp_path / "file").stat()
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result((*real[:6], said, *real[7:10])))
    read = read_whole(tmp_path / "file")
    assert read.data == data
    assert read.mark == fingerprint(data)


def test_a_large_plan_is_read_changed_and_published_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wholefile, "AT_ONCE", 4096)
    path = tmp_path / "saltway.mkplan"
    before = saved(path)
    plan = open_plan(path)
    assert plan.plan == before
    plan.session.run(Retitle(TENDER, "Agree the tender"))
    assert plan.close().published
    assert open_plan(path).plan.items[TENDER].title == "Agree the tender"


def test_what_another_tool_made_of_a_large_file_is_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wholefile, "AT_ONCE", 4096)
    path = tmp_path / "saltway.mkplan"
    before = saved(path)
    data = path.read_bytes()
    path.write_bytes(data[:18] + b"\x02\x02" + data[20:])
    with reading_bytes(read_whole(path).data) as query:
        assert query("SELECT count(*) FROM item")[0][0] == len(before.items)
    assert open_plan(path).plan == before


def test_a_large_file_that_is_no_plan_is_refused_in_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wholefile, "AT_ONCE", 100)
    path = tmp_path / "photo.mkplan"
    path.write_bytes(os.urandom(5000))
    with pytest.raises(Exception, match="is not a plan of MK Planner"):
        open_plan(path)
