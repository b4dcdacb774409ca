"""The lock beside a shared file: one at a time, never seen half made, and stale when its owner is gone."""

import json
import os
import platform
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mkplanner.models.store import sharelock
from mkplanner.models.store.sharelock import HeldElsewhereError, ShareLock, lock_path
from tests.models.store.helping import beside


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "plan.mkplan").touch()
    return tmp_path / "plan.mkplan"


def write(target: Path, content: object, age: float = 0.0) -> None:
    data = content if isinstance(content, str) else json.dumps(content)
    lock_path(target).write_text(data)
    moment = time.time() - age
    os.utime(lock_path(target), (moment, moment))


def owner(**changes: object) -> dict[str, object]:
    return {"who": "Tamsin", "host": platform.node(), "pid": os.getpid(), "token": "t"} | changes


def gone() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_the_lock_says_who_holds_it_and_goes_when_it_is_let_go(target: Path) -> None:
    with ShareLock(target, "Rosen"):
        assert beside(target) == [".~lock.plan.mkplan#"]
        content = json.loads(lock_path(target).read_text())
        assert (content["who"], content["host"], content["pid"]) == ("Rosen", platform.node(), os.getpid())
        assert len(content["token"]) == 16
    assert beside(target) == []


def test_one_at_a_time(target: Path) -> None:
    inside, most = [], []

    def work() -> None:
        for _ in range(8):
            with ShareLock(target):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.001)
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 32
    assert max(most) == 1
    assert beside(target) == []


@pytest.mark.parametrize(
    ("content", "age", "stale"),
    [
        (owner(), 0, False),
        (owner(), 31, True),
        (owner(host="elsewhere"), 29, False),
        (owner(host="elsewhere", pid=1), 31, True),
        ("", 0, False),
        ("", 3, True),
        ("half a lo", 3, True),
        ("half a lo", 1, False),
        ("[1, 2]", 3, True),
    ],
)
def test_when_a_lock_is_stale(target: Path, content: object, age: float, stale: bool) -> None:
    write(target, content, age)
    if stale:
        with ShareLock(target, wait=0.3):
            assert len(json.loads(lock_path(target).read_text())["token"]) == 16
        assert beside(target) == []
    else:
        with pytest.raises(HeldElsewhereError), ShareLock(target, wait=0.1):
            pass
        assert beside(target) == [".~lock.plan.mkplan#"]


def test_a_lock_whose_process_is_gone_is_stale_at_once(target: Path) -> None:
    write(target, owner(pid=gone()))
    with ShareLock(target, wait=0.2):
        pass
    assert beside(target) == []


def test_the_same_process_number_on_another_computer_says_nothing(target: Path) -> None:
    write(target, owner(pid=gone(), host="elsewhere"))
    with pytest.raises(HeldElsewhereError, match="Tamsin"), ShareLock(target, wait=0.1):
        pass


def test_somebody_elses_lock_is_not_taken_away_with_ours(target: Path) -> None:
    with ShareLock(target):
        write(target, owner(token="another"))
    assert json.loads(lock_path(target).read_text())["token"] == "another"


def test_a_disk_without_links_still_has_locks(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(sharelock.os, "link", refuse)
    with ShareLock(target):
        assert len(json.loads(lock_path(target).read_text())["token"]) == 16
        with pytest.raises(HeldElsewhereError), ShareLock(target, wait=0.1):
            pass
    assert beside(target) == []


def test_a_folder_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError), ShareLock(tmp_path / "gone" / "plan.mkplan"):
        pass


def test_a_long_name_has_a_lock_with_a_shorter_one(tmp_path: Path) -> None:
    target = tmp_path / ("Ŵ" * 120 + ".mkplan")
    target.touch()
    with ShareLock(target):
        assert len(os.fsencode(beside(target)[0])) < 200
    assert beside(target) == []
