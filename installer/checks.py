"""Every check of the project in its fixed order; all are run, and the end says which failed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = Sequence[str | Path]


def commands(python: Path, pytest_arguments: Sequence[str] = ()) -> dict[str, Command]:
    """Return the checks by name, in the order in which they run: quick ones first, pytest with its summary last."""
    return {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        "pytest": [python, "-m", "pytest", *pytest_arguments],
    }


def run_all(checks: Mapping[str, Command], root: Path) -> int:
    """Run each check in the checkout, off screen unless QT_QPA_PLATFORM says otherwise; return 1 if any failed."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    outcomes: dict[str, int] = {}
    for name, command in checks.items():
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        outcomes[name] = subprocess.run(command, cwd=root, env=environment).returncode
        print(f"== {name}: {_verdict(outcomes[name])} after {time.monotonic() - begun:.0f} s", flush=True)
    failed = [name for name, status in outcomes.items() if status != 0]
    print(f"Failed: {', '.join(failed)}" if failed else f"All {len(outcomes)} checks passed", flush=True)
    return 1 if failed else 0


def _verdict(status: int) -> str:
    """Return a word for an exit status."""
    return "passed" if status == 0 else f"failed (status {status})"
