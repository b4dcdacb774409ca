"""How long all checks of a plan of 10,000 rows take, against a bare loop over its rows; prints JSON.

python tests/benchmarks/bench_checks.py [rounds]
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from mkplanner.models.checks.registry import check
from mkplanner.models.people import Party
from mkplanner.models.plan import Item, ItemKind, Place, Plan, PlanInfo
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.remedies import check_with_remedies
from mkplanner.models.timeframes.parse import parse

ROWS, PARTS = 10_000, 5
FIRST = date(2026, 4, 1)
INFO = PlanInfo(
    "6f1d2a52-0f4e-4d39-9a55-8e6f0c3b7a10", "Saltway", start=FIRST, end=date(2031, 3, 31), quarters="financial"
)


def words_of(number: int) -> str:
    """A wording for a row; one in ten has something to notice."""
    day = FIRST + timedelta(number * 7919 % 1500)
    said = f"{day.day} {day:%B %Y}"
    if number % 10 == 0:
        return ["Once agreed", "31 October", f"{said} to 1 April 2026", "1 May 2035"][number // 10 % 4]
    return [f"By {said}", f"{day:%B %Y}", f"From {said}", "Ongoing", f"{day.year}/{(day.year + 1) % 100}"][number % 5]


def plan() -> Plan:
    """A plan of actions with five sub-actions each, all dated, every fourth with its Accountable."""
    context = Plan(INFO).context("By when")
    items, cells, above = {}, {}, None
    for number in range(ROWS):
        kind = ItemKind.SUB_ACTION if number % (PARTS + 1) else ItemKind.ACTION
        above = str(number) if kind is ItemKind.ACTION else above
        place = Place(None if kind is ItemKind.ACTION else above, f"{number:06}")
        frame = parse(words_of(number), context)
        items[str(number)] = Item(str(number), kind, place, title=f"Row {number}", by_when=frame)
        if number % 4 == 0:
            cells[str(number)] = Assignment(str(number), str(number), "p", "AR")
    return Plan(INFO, items, {"p": Party("p", "Ines Okafor")}, cells)


def times_ms(work: Callable[[], object], rounds: int) -> list[float]:
    """How long some work takes, sorted, after a first go that fills the caches."""
    work()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return sorted(times)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    subject = plan()

    def fresh() -> Plan:
        """The same plan with nothing worked out yet, as after an edit."""
        return replace(subject)

    bare = times_ms(lambda: [item for item in subject.items.values() if item.by_when and item.by_when.segments], rounds)
    checks = times_ms(lambda: check(fresh()), rounds)
    remedied = times_ms(lambda: check_with_remedies(fresh()), rounds)
    quarter = max(1, rounds // 4)
    figures = {
        "rows": ROWS,
        "notices": len(check(subject)),
        "check_ms": round(statistics.median(checks), 1),
        "check_quartiles_ms": [round(checks[quarter], 1), round(checks[-quarter - 1], 1)],
        "check_with_remedies_ms": round(statistics.median(remedied), 1),
        "bare_loop_ms": round(statistics.median(bare), 3),
        "ratio": round(statistics.median(checks) / statistics.median(bare), 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
