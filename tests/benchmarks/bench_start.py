"""How long the program takes to its first painted window, beside an empty Qt window started the same way.

Each time is that of a whole process, from being started to having ended after its first paint. The two programs take turns,
so that whatever else the machine does falls on both.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
PAIRS = 11
MOST_TIMES_AN_EMPTY_WINDOW = 1.6
PROGRAMS = {"program": ["-m", "mkplanner"], "empty_window": [str(HERE / "empty_window.py")]}


def main() -> int:
    """Print the figures for drawing off screen, and for X where a virtual X server is installed."""
    platforms = {"offscreen": measure({"QT_QPA_PLATFORM": "offscreen"})}
    if shutil.which("Xvfb"):
        with virtual_x_server() as display:
            platforms["xcb"] = measure({"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})
    print(
        json.dumps(
            {"unit": "seconds", "most_times_an_empty_window": MOST_TIMES_AN_EMPTY_WINDOW, "platforms": platforms}
        )
    )
    return 0


def measure(screen: dict[str, str]) -> dict[str, object]:
    """Return medians, quartiles and the ratio of medians of PAIRS alternating starts, after one pair that does not count."""
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for turn in range(PAIRS + 1):
        for name in sorted(PROGRAMS, reverse=turn % 2 == 1):
            times[name].append(seconds_of_a_start(PROGRAMS[name], screen))
    counted = {name: summary(taken[1:]) for name, taken in times.items()}
    ratio = counted["program"]["median"] / counted["empty_window"]["median"]
    return {**counted, "pairs": PAIRS, "ratio": round(ratio, 3)}


def seconds_of_a_start(arguments: list[str], screen: dict[str, str]) -> float:
    """Start one program with an empty profile and return the seconds until it has ended; a failing one ends everything."""
    with tempfile.TemporaryDirectory(prefix="mkplanner-bench-") as profile:
        switches = {"MKPLANNER_PROFILE": profile, "MKPLANNER_QUIT_AFTER_PAINT": "1", **screen}
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments],
            cwd=CHECKOUT,
            env={**os.environ, **switches},
            stdout=sys.stderr,
            check=True,
            timeout=60,
        )
        return time.perf_counter() - begun


def summary(seconds: list[float]) -> dict[str, float]:
    """Return the median and the quartiles of some times."""
    lower, median, upper = statistics.quantiles(seconds, n=4)
    return {"median": round(median, 4), "lower_quartile": round(lower, 4), "upper_quartile": round(upper, 4)}


@contextmanager
def virtual_x_server() -> Iterator[str]:
    """Run an X server without a screen for the while; gives the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
