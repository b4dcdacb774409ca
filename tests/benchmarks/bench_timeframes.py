"""How long reading dates takes: ten thousand phrases beside a bare scan of the same text, and junk of several sorts.

The two take turns, and so does the junk; the scan is one compiled expression that finds the numbers and
month names of the same phrases, which is the least that any reader of dates has to do.
"""

import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from mkplanner.models.timeframes.parse import parse  # noqa: E402 - the checkout's own, wherever this is started from
from mkplanner.models.timeframes.timeframe import PlanContext  # noqa: E402

PHRASES = CHECKOUT / "tests" / "models" / "timeframes" / "phrases.txt"
PLAN = PlanContext(date(2014, 4, 1), date(2016, 3, 31), "By when")
COUNT = 10_000
ROUNDS = 9
MOST_FOR_THE_PHRASES = 2_000
MOST_FOR_JUNK = 50
JUNK_LENGTH = 100_000
JUNK = {
    "spaces": " ",
    "digits": "7",
    "digits_apart": "7 ",
    "and_and": "and ",
    "brackets": "(",
    "bracket_pairs": "()",
    "dotted_numbers": "1.",
    "dashed_numbers": "1-2-",
    "months": "March ",
    "dates": "1 March 2014 to ",
    "dates_by_line": "1 March 2014\n",
    "quarters": "first quarter of ",
    "surrogates": "\ud800",
}
_SCAN = re.compile(r"[0-9]+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)


def main() -> int:
    """Print one JSON object with the figures."""
    phrases = list(islice(cycle(written_phrases()), COUNT))
    readers = {"reading": lambda: [parse(words, PLAN) for words in phrases], "bare_scan": lambda: scan(phrases)}
    counted = alternated(readers)
    junk = {name: (part * JUNK_LENGTH)[:JUNK_LENGTH] for name, part in JUNK.items()}
    times = alternated({name: lambda text=text: parse(text, PLAN) for name, text in junk.items()})
    print(
        json.dumps(
            {
                "unit": "milliseconds",
                "phrases": COUNT,
                "rounds": ROUNDS,
                **counted,
                "ratio": round(counted["reading"]["median"] / counted["bare_scan"]["median"], 1),
                "most_for_the_phrases": MOST_FOR_THE_PHRASES,
                "junk_characters": JUNK_LENGTH,
                "junk": {name: figures["median"] for name, figures in times.items()},
                "slowest_junk": max(figures["median"] for figures in times.values()),
                "most_for_junk": MOST_FOR_JUNK,
            }
        )
    )
    return 0


def scan(phrases: list[str]) -> list[list[str]]:
    """Find the numbers and the month names of all phrases, and nothing else."""
    return [_SCAN.findall(words) for words in phrases]


def written_phrases() -> list[str]:
    """The words of the tests' own list of phrases."""
    lines = (line.partition("  =>  ") for line in PHRASES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [words.replace("\\n", "\n") for words, arrow, _ in lines if arrow]


def alternated(works: dict[str, Callable[[], object]]) -> dict[str, dict[str, float]]:
    """Give the median and the quartiles of each work's milliseconds, taken in turns after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(ROUNDS + 1):
        for name in sorted(works, reverse=turn % 2 == 1):
            before = time.perf_counter()
            works[name]()
            times[name].append((time.perf_counter() - before) * 1000)
    return {name: summary(taken[1:]) for name, taken in times.items()}


def summary(times: list[float]) -> dict[str, float]:
    """Give the median, the quartiles and the fastest of some times."""
    lower, median, upper = statistics.quantiles(times, n=4)
    figures = {"median": median, "lower_quartile": lower, "upper_quartile": upper, "fastest": min(times)}
    return {name: round(figure, 2) for name, figure in figures.items()}


if __name__ == "__main__":
    raise SystemExit(main())
