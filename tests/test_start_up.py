"""The start of the program: what may not be loaded before the first window is painted."""

import json
import os
import subprocess
import sys
from pathlib import Path

SLOW_TO_LOAD = {"sqlalchemy", "reportlab", "matplotlib", "pikepdf", "numpy", "PIL", "lxml", "hypothesis"}


def start(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start a Python in the checkout that ends by itself after the program's first paint."""
    environment = {**os.environ, "MKPLANNER_QUIT_AFTER_PAINT": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=checkout, env=environment, capture_output=True, text=True, timeout=120
    )


def test_the_window_is_imported_without_database_or_paper(checkout):
    question = "import json, sys, mkplanner.app, mkplanner.ui.window.mainwindow; print(json.dumps(list(sys.modules)))"

    done = start(checkout, "-c", question)

    assert done.returncode == 0, done.stderr
    assert SLOW_TO_LOAD & {name.split(".")[0] for name in json.loads(done.stdout)} == set()


def test_the_first_paint_comes_before_database_and_paper(checkout):
    done = start(checkout, "-X", "importtime", "-m", "mkplanner")

    loaded = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert done.returncode == 0, done.stderr[-2000:]
    assert "mkplanner.ui.window.mainwindow" in loaded
    assert SLOW_TO_LOAD & {name.split(".")[0] for name in loaded} == set()
