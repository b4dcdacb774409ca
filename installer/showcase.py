"""The program's main job without a window: open a plan, draw its timetable, print the board's PDF."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installer.trouble import SetUpError

EXAMPLE = "worked-example.mkplan"

Job = Sequence[str | Path]


def show(python: Path, root: Path, plan: Path | None = None) -> int:
    """Save the picture and the PDF of a plan (the worked example, where none is named) in `output/` and say where.

    Works with a profile of its own, so this user's settings and working copies are not touched. Returns the exit status.
    """
    if plan is not None and not plan.is_file():
        raise SetUpError(f"There is no plan at {plan}. Nothing was changed.")
    output = root / "output"
    output.mkdir(exist_ok=True)
    shown = plan.resolve() if plan else output / EXAMPLE
    picture, paper = (output / f"{shown.stem}{ending}" for ending in (".png", ".pdf"))
    made = [picture, paper] if plan else [shown, picture, paper]
    for path in made:
        path.unlink(missing_ok=True)
    status = carry_out([python, "-m", "mkplanner"], jobs(shown, picture, paper, is_new=plan is None))
    if status == 0:
        _tell(made, picture, paper)
    return status


def jobs(plan: Path, picture: Path, paper: Path, *, is_new: bool) -> list[Job]:
    """Return the commands of the program that lead to a picture and a PDF; a new plan is the worked example."""
    first: list[Job] = [["new", plan, "--template", "example"]] if is_new else []
    return [*first, ["picture", plan, picture], ["export", plan, paper, "--report", "gantt"]]


def carry_out(program: Job, jobs: Sequence[Job]) -> int:
    """Start the program once for each job, until one fails; return the last exit status.

    All of them share an empty profile, draw off screen, and end after the first paint should they open a window.
    """
    with tempfile.TemporaryDirectory(prefix="mkplanner-") as profile:
        switches = {"MKPLANNER_PROFILE": profile, "MKPLANNER_QUIT_AFTER_PAINT": "1", "QT_QPA_PLATFORM": "offscreen"}
        for job in jobs:
            done = subprocess.run([*program, *job], env={**os.environ, **switches}, stdout=subprocess.DEVNULL)
            if done.returncode != 0:
                return done.returncode
    return 0


def _tell(made: Sequence[Path], picture: Path, paper: Path) -> None:
    """Say where the results are, once it is certain that they are there."""
    for path in made:
        if not path.is_file():
            raise SetUpError(f"The program ended well, yet {path} was not written.")
    print(f"No display here, so the plan was drawn without a window:\n  timetable  {picture}\n  board PDF  {paper}")
