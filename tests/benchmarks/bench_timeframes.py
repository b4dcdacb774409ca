"""How long reading dates takes: ten thousand phrases beside a bare scan of the same text, and junk of several sorts.

Every figure is the fastest of several rounds, in milliseconds; the scan is one compiled expression that finds the numbers and
month names of the same phrases, which is the least that any reader of dates has to do.
"""

import json
import re
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
ROUNDS = 3
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
    reading = fastest(lambda: [parse(words, PLAN) for words in phrases])
    scanning = fastest(lambda: [_SCAN.findall(words) for words in phrases])
    junk = {name: (part * JUNK_LENGTH)[:JUNK_LENGTH] for name, part in JUNK.items()}
    times = {name: round(fastest(lambda text=text: parse(text, PLAN)), 2) for name, text in junk.items()}
    print(
        json.dumps(
            {
                "unit": "milliseconds",
                "phrases": COUNT,
                "reading": round(reading, 1),
                "bare_scan": round(scanning, 1),
                "ratio": round(reading / scanning, 1),
                "junk_characters": JUNK_LENGTH,
                "junk": times,
                "slowest_junk": max(times.values()),
            }
        )
    )
    return 0


def written_phrases() -> list[str]:
    """The words of the tests' own list of phrases."""
    lines = (line.partition("  =>  ") for line in PHRASES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [words.replace("\\n", "\n") for words, arrow, _ in lines if arrow]


def fastest(work: Callable[[], object]) -> float:
    """The least milliseconds that the work took in a few rounds."""
    times = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return min(times) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
