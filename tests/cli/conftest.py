"""The command line as a user calls it: a real process, a real file, a profile of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "mkplanner", *(str(word) for word in words)]


@pytest.fixture
def run(profile: Path, tmp_path: Path) -> Run:
    """Calls `mkplanner` with these words and hands back what it printed and its exit status."""

    def call(*words: object, given: str = "", status: int | None = 0) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"MKPLANNER_PROFILE": str(profile), "PYTHONPATH": str(CHECKOUT)}
        done = subprocess.run(
            command(*words),
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
        )
        assert "Traceback" not in done.stderr, done.stderr
        if status is not None:
            assert done.returncode == status, done.stderr
        return done

    return call


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:
    """A plan file with the worked example in it."""
    path = tmp_path / "saltway.mkplan"
    run("new", path, "--template", "example")
    return path


def lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def answers(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def beside(path: Path) -> Sequence[str]:
    """What lies in the plan's folder besides the plan."""
    return sorted(found.name for found in path.parent.iterdir() if found != path)
