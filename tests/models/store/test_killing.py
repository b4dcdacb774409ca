"""kill -9 at any moment: what was acknowledged is there at the next start, the file is whole, and nothing lies beside it."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mkplanner.models.store.opening import open_plan
from tests.models.store.helping import beside, copies, query_file, saved

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill")


@contextmanager
def dying(path: Path, mode: str, checkout: Path) -> Iterator["Killer"]:
    command = [sys.executable, "-m", "tests.models.store.dying", str(path), mode]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=checkout) as process:
        yield Killer(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)


class Killer:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def kill(self, line: str) -> list[str]:
        """Let one child live for a while; return what it had acknowledged."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return list(json.loads(self._process.stdout.readline()))


def start_again(path: Path, acknowledged: list[str]) -> None:
    """The next start: everything is there, everything is whole, and the folder is clean."""
    if path.exists():
        assert query_file(path, "PRAGMA quick_check") == [("ok",)], "the shared file is whole at every moment"
    plan = open_plan(path)
    assert beside(path) == [], "swept by the start itself"
    kept = {change.new for each in plan.history() for change in each.changes if change.field == "title"}
    assert set(acknowledged) <= kept
    assert plan.verify() == []
    assert plan.close().published
    assert beside(path) == []
    assert copies() == []
    written = {row[0] for row in query_file(path, "SELECT new FROM change WHERE field = 'title'")}
    assert {json.dumps(each) for each in acknowledged} <= written


def trial(path: Path, mode: str, times: int, wanted: int, checkout: Path) -> None:
    """Kill so many times, and then on until more than `wanted` was acknowledged: a busy computer does less in the same time."""
    saved(path)
    (path.parent / "away").mkdir()
    shutil.copy(path, path.parent / "away" / path.name)
    acknowledged: list[str] = []
    chance = random.Random(f"{mode} {times}")
    with dying(path, mode, checkout) as killer:
        kills, patience = 0, 4 if mode == "merge" else 1
        while kills < times or len(acknowledged) <= wanted:
            assert kills < 5 * times, f"only {len(acknowledged)} edits acknowledged"
            acknowledged += killer.kill(str(chance.uniform(15, 220) * patience))
            start_again(path, acknowledged)
            kills += 1
            patience *= 2 if kills % times == 0 else 1


@pytest.mark.parametrize("mode", ["edit", "publish", "open", "merge"])
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path, checkout: Path, mode: str) -> None:
    trial(tmp_path / "saltway.mkplan", mode, 20, 10, checkout)


@pytest.mark.full
@pytest.mark.parametrize("mode", ["edit", "publish", "open", "merge"])
def test_nothing_acknowledged_is_lost_in_fifty_kills(tmp_path: Path, checkout: Path, mode: str) -> None:
    trial(tmp_path / "saltway.mkplan", mode, 50, 25, checkout)


@pytest.mark.parametrize("mode", ["publish", "open"])
def test_every_single_step_can_be_the_last(tmp_path: Path, checkout: Path, mode: str) -> None:
    path = tmp_path / "saltway.mkplan"
    saved(path)
    acknowledged: list[str] = []
    left_beside = 0
    with dying(path, mode, checkout) as killer:
        for step in range(40):
            acknowledged += killer.kill(f"step {step}")
            left_beside += bool(beside(path))
            start_again(path, acknowledged)
    assert left_beside >= 3, "some of the kills did leave a lock or a temporary file"
