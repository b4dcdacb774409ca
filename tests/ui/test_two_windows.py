"""Two windows of two people on one file: a conflict made, seen, reviewed, settled; both show the same in the end."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mkplanner.models.store.opening import open_plan


class Driven:
    """A window elsewhere that does what it is told."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the window has ended"
        return json.loads(line)

    def do(self, deed: str, *words: str) -> Any:
        """Have it do something and return its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([deed, *words]) + "\n")
        self._process.stdin.flush()
        return self._answer()


@contextmanager
def window_of(who: str, path: Path, home: Path, checkout: Path) -> Iterator[Driven]:
    environment = {**os.environ, "MKPLANNER_PROFILE": str(home), "LOGNAME": who}
    command = [sys.executable, "-m", "tests.ui.otherwindow", str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=checkout, env=environment
    ) as process:
        try:
            yield Driven(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(30)


@pytest.mark.full
def test_two_people_make_a_conflict_and_settle_it(plan_path: Path, tmp_path: Path, checkout: Path) -> None:
    with (
        window_of("Rosen", plan_path, tmp_path / "rosen", checkout) as rosen,
        window_of("Tamsin", plan_path, tmp_path / "tamsin", checkout) as tamsin,
    ):
        rosen.do("type_title", "0", "Agree two audit teams")
        tamsin.do("type_title", "0", "Agree no audit team")
        rosen.do("save")
        tamsin.do("save")
        rosen.do("wait_for_conflicts", "1")
        tamsin.do("wait_for_conflicts", "1")
        assert rosen.do("conflicts") == tamsin.do("conflicts")
        assert "Agree two audit teams" in rosen.do("conflicts")[0]

        rosen.do("settle", "0")
        rosen.do("save")
        tamsin.do("wait_for_conflicts", "0")
        tamsin.do("wait_for_title", "Agree two audit teams")
        tamsin.do("type_title", "1", "Consult everybody")
        tamsin.do("save")
        rosen.do("wait_for_title", "Consult everybody")
        assert rosen.do("titles") == tamsin.do("titles")
        for window in (rosen, tamsin):
            window.do("close")
    found = open_plan(plan_path)
    assert found.plan.items["a"].title == "Agree two audit teams"
    assert found.conflicts() == ()
    assert found.verify() == []
    found.close()
    assert [each.name for each in plan_path.parent.iterdir() if each.name.startswith(".~")] == []
