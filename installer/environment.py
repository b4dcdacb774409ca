"""The project's own Python environment, `.venv` in the checkout: made once, then left alone until something changes."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

from installer import packages
from installer.trouble import SetUpError

FOLDER = ".venv"
STAMP = "mkplanner-set-up.txt"
INGREDIENTS = ("pyproject.toml", "constraints.txt")


def prepare(root: Path) -> Path:
    """Return the Python of the checkout's environment, with the project and its tools installed in it.

    Does nothing the second time, until one of INGREDIENTS changes or the checkout moves. Raises SetUpError.
    """
    folder = root / FOLDER
    python, stamp, wanted = python_of(folder), folder / STAMP, fingerprint(root)
    if python.exists() and stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return python
    print(
        f"Setting up {folder} (only when something changed; the first time takes a minute or two) ...", file=sys.stderr
    )
    if not _works(python):
        _create(folder)
    stamp.unlink(missing_ok=True)  # an installation that is interrupted is begun again
    _install(python, root)
    _compile(python, root)
    stamp.write_text(wanted, "utf-8")
    return python


def python_of(folder: Path) -> Path:
    """Return where the Python of an environment lies."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(root: Path) -> str:
    """Return a text that changes when the environment has to be brought up to date."""
    digest = hashlib.sha256(str(root).encode())
    for name in INGREDIENTS:
        digest.update(b"\0" + (root / name).read_bytes())
    return digest.hexdigest()


def _works(python: Path) -> bool:
    """Tell whether an environment's Python starts, is recent enough and has pip."""
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", question], capture_output=True).returncode == 0
    except OSError:
        return False


def _create(folder: Path) -> None:
    """Make an empty environment with pip in it, in place of whatever stood there."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        packages.provide([f"python{version}-venv"], "This Python cannot make environments (its ensurepip is missing).")
        importlib.invalidate_caches()
    try:
        venv.create(folder, with_pip=True, clear=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as trouble:
        raise SetUpError(f"The environment {folder} could not be made: {trouble}.") from trouble


def _install(python: Path, root: Path) -> None:
    """Install the project as it lies, with its tools, in the versions of `constraints.txt`; pip stays as configured."""
    pip: list[str | Path] = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    command = [*pip, "-c", root / "constraints.txt", "-e", f"{root}[dev]"]
    if subprocess.run(command, stdout=sys.stderr).returncode != 0:
        raise SetUpError(
            "pip could not install what MK Planner needs (the reason stands above). "
            "Check the network connection, then start the same command again; it goes on where it stopped."
        )


def _compile(python: Path, root: Path) -> None:
    """Compile the program's modules now, so that even the first start is quick; what cannot be compiled is left to that."""
    subprocess.run([python, "-m", "compileall", "-q", root / "mkplanner"], stdout=sys.stderr)
