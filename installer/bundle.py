"""The program as one folder that runs without Python: built by PyInstaller, then tried before anybody gets it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from installer import packages, showcase
from installer.trouble import SetUpError

NAME = "mkplanner"
WHOLE = (".docx", ".xlsx", ".html", ".xml", ".ics")
REPORTS = (".docx", ".xlsx", ".svg")
BACK = (".docx", ".xlsx", ".html")


def build(python: Path, root: Path) -> Path:
    """Build `dist/mkplanner` and return the program inside it. Raises SetUpError where it cannot be built."""
    if sys.platform.startswith("linux") and shutil.which("objcopy") is None:
        packages.provide(["binutils"], "Making a bundle takes the program objcopy, which is not installed here.")
    command: list[str | Path] = [
        python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        root / "dist",
    ]
    command += ["--workpath", root / "build", root / "installer" / "mkplanner.spec"]
    if subprocess.run(command, cwd=root, stdout=sys.stderr).returncode != 0:
        raise SetUpError("PyInstaller could not make the bundle (the reason stands above).")
    return root / "dist" / NAME / (f"{NAME}.exe" if os.name == "nt" else NAME)


def try_out(program: Path) -> None:
    """Let a bundled program make the worked example, its picture and its PDF, and open its window once off screen.

    It also writes the plan in every form that takes a library of its own, and brings a document, a workbook and a web page
    in again: what a bundle lacks shows only when it is first used.
    """
    with tempfile.TemporaryDirectory(prefix="mkplanner-bundle-") as folder:
        plan, picture, paper = (Path(folder, f"trial.{ending}") for ending in ("mkplan", "png", "pdf"))
        handed_on = [Path(folder, f"whole{ending}") for ending in WHOLE]
        jobs = [*showcase.jobs(plan, picture, paper, is_new=True), [plan]]
        jobs += [["export", plan, out] for out in handed_on]
        jobs += [["export", plan, Path(folder, f"report{ending}"), "--report", "board"] for ending in REPORTS]
        jobs += [["import", *(Path(folder, f"whole{ending}") for ending in BACK), "--to", Path(folder, "back.mkplan")]]
        is_done = showcase.carry_out([program], jobs) == 0
        if not is_done or not all(path.is_file() for path in (picture, paper, *handed_on)):
            raise SetUpError(f"The bundle was built, but {program} does not do its work (what it said stands above).")


def size_in_megabytes(folder: Path) -> int:
    """Return how much room a folder takes, in whole megabytes of a million bytes."""
    return round(sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6)
