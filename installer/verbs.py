"""What each word after `mk.py` does, once Python is known to be recent enough."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from installer import benchmarks, bundle, checks, display, environment, showcase, system_libraries
from installer.trouble import SetUpError


def carry_out(verb: str, rest: list[str], root: Path) -> int:
    """Set up what is missing, do what the verb asks, and return the exit status."""
    try:
        system_libraries.provide(display.kinds())
        python = environment.prepare(root)
        return _DOERS[verb](python, root, rest)
    except SetUpError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped at your request.", file=sys.stderr)
        return 130


def run(python: Path, root: Path, rest: list[str]) -> int:
    """Start the window, or do its main job without one where there is no display."""
    if display.is_present():
        return subprocess.run([python, "-m", "mkplanner", *rest]).returncode
    return showcase.show(python, root, Path(rest[0]) if rest else None)


def test(python: Path, root: Path, rest: list[str]) -> int:
    """Run every check of the project, all of them even if one fails; `rest` goes to pytest."""
    return checks.run_all(checks.commands(python, rest), root)


def bench(python: Path, root: Path, rest: list[str]) -> int:
    """Run every benchmark (or those whose names hold one of the words in `rest`) and print one JSON document."""
    return benchmarks.run_all(python, root / "tests" / "benchmarks", rest)


def package(python: Path, root: Path, rest: list[str]) -> int:
    """Build the program as one folder, try it out, and say where it is."""
    program = bundle.build(python, root)
    bundle.try_out(program)
    print(f"Built and tried out, {bundle.size_in_megabytes(program.parent)} MB: {program}")
    return 0


_DOERS = {"run": run, "test": test, "bench": bench, "package": package}
