"""The program's main job without a window: open a plan, draw its timetable, print the board's PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.trouble import SetUpError


def show(python: Path, root: Path, plan: Path | None = None) -> int:
    """Save the picture and the PDF of a plan (the worked example, where none is named) in `output/` and say where.

    Works on a copy with a profile of its own, so neither the plan nor this user's settings are touched.
    """
    source = plan or worked_example(root)
    if not source.is_file():
        raise SetUpError(f"There is no plan at {source}. Nothing was changed.")
    output = root / "output"
    output.mkdir(exist_ok=True)
    copy = output / source.name
    if source.resolve() != copy.resolve():
        shutil.copyfile(source, copy)
    picture, paper = copy.with_suffix(".png"), copy.with_suffix(".pdf")
    jobs: dict[Path, list[str | Path]] = {
        picture: ["picture", copy, picture],
        paper: ["export", copy, paper, "--report", "gantt"],
    }
    for result, job in jobs.items():
        result.unlink(missing_ok=True)
        status = _without_window(python, root, job)
        if status != 0:
            return status
        if not result.is_file():
            raise SetUpError(f"The program ended well, yet {result} was not written.")
    print(f"Picture of the timetable: {picture}\nPDF for the board:        {paper}")
    return 0


def worked_example(root: Path) -> Path:
    """Return the plan that the project brings along."""
    plans = sorted((root / "resources" / "examples").glob("*.mkplan"))
    if not plans:
        raise SetUpError("The worked example is missing from resources/examples; this checkout is not complete.")
    return plans[0]


def _without_window(python: Path, root: Path, job: list[str | Path]) -> int:
    """Run one command of the program with nothing of this user's in sight; return its exit status."""
    with tempfile.TemporaryDirectory(prefix="mkplanner-") as profile:
        environment = {**os.environ, "MKPLANNER_PROFILE": profile, "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run([python, "-m", "mkplanner", *job], cwd=root, env=environment).returncode
