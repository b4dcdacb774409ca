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
from threading import Timer

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
PAIRS = 11
LONGEST = 60.0
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
    ratios = {figure: counted["program"][figure] / counted["empty_window"][figure] for figure in ("median", "fastest")}
    return {
        **counted,
        "pairs": PAIRS,
        "ratio": round(ratios["median"], 3),
        "ratio_of_fastest": round(ratios["fastest"], 3),
    }


def seconds_of_a_start(arguments: list[str], screen: dict[str, str]) -> float:
    """Start one program with an empty profile and return the seconds until it has ended.

    A program that fails, or is still there after a minute, ends the benchmark. It is waited for without a time limit and
    stopped by a timer instead: waiting with a limit looks only every 50 ms, which would be seen in the figures.
    """
    with tempfile.TemporaryDirectory(prefix="mkplanner-bench-") as profile:
        switches = {"MKPLANNER_PROFILE": profile, "MKPLANNER_QUIT_AFTER_PAINT": "1", **screen}
        environment = {**os.environ, **switches}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody starts a desktop program from source text every time
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *arguments], cwd=CHECKOUT, env=environment, stdout=sys.stderr
        ) as started:
            stopper = Timer(LONGEST, started.kill)
            stopper.start()
            status = started.wait()
            taken = time.perf_counter() - begun
            stopper.cancel()
    if status != 0:
        raise SystemExit(f"{' '.join(arguments)} ended with status {status}; there is nothing to compare.")
    return taken


def summary(seconds: list[float]) -> dict[str, float]:
    """Return the median and the quartiles of some times, and the fastest, which other work on the machine disturbs least."""
    lower, median, upper = statistics.quantiles(seconds, n=4)
    figures = {"fastest": min(seconds), "lower_quartile": lower, "median": median, "upper_quartile": upper}
    return {name: round(value, 4) for name, value in figures.items()}


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
