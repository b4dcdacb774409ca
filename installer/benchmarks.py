"""Runs the benchmarks one after another, each as a process of its own, and gathers their figures in one document."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def run_all(python: Path, folder: Path, words: Sequence[str] = ()) -> int:
    """Print one JSON document with the figures of every `bench_*.py` in `folder`; return 1 if one failed, else 0.

    `words` picks the benchmarks whose name holds one of them; none picks all.
    """
    results: dict[str, object] = {}
    sound = True
    for script in chosen(folder, words):
        print(f"{script.stem} ...", file=sys.stderr, flush=True)
        figures = run_one(python, script)
        sound = sound and "error" not in figures
        results[script.stem.removeprefix("bench_")] = figures
    print(json.dumps({"machine": machine(), "benchmarks": results}, indent=2))
    return 0 if sound else 1


def chosen(folder: Path, words: Sequence[str]) -> list[Path]:
    """Return the benchmark scripts of a folder whose names hold one of `words`, or all of them where there are none."""
    scripts = sorted(folder.glob("bench_*.py"))
    return [script for script in scripts if not words or any(word in script.stem for word in words)]


def run_one(python: Path, script: Path) -> dict[str, object]:
    """Return the JSON object that a benchmark prints, or an object with the one key `error`."""
    done = subprocess.run([python, script], stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode != 0:
        return {"error": f"ended with status {done.returncode}"}
    try:
        figures = json.loads(done.stdout)
    except ValueError:
        return {"error": "printed something other than one JSON document"}
    return figures if isinstance(figures, dict) else {"figures": figures}


def machine() -> dict[str, object]:
    """Return what the figures were measured on, as far as it may be told abroad: no names of people or computers."""
    return {"system": platform.system(), "python": platform.python_version(), "processors": os.cpu_count()}
