"""How long all checks of plans of 10,000 and 50,000 rows take, against a bare loop over their rows; prints JSON.

The first plan has a date of its own in each row, as after an import; in the others rows that say the same share a date, as
they do once a plan is read from its file, and every second row is linked to the next. Beside each time stands the processor
time of the thread alone (`_cpu_ms`), which other work on the machine disturbs less; links and outline are there already, as
they are once the first picture has been drawn.

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
from mkplanner.models.outline import numbers, outline
from mkplanner.models.people import Party
from mkplanner.models.plan import Dependency, Item, ItemKind, Place, Plan, PlanInfo
from mkplanner.models.rasic.letters import Assignment
from mkplanner.models.remedies import check_with_remedies
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Timeframe

ROWS, PARTS = 10_000, 5
KNOWN = ("children", "_outline", "_numbers", "links", "links_of", "assignments_of", "ordered_parties")
"""What has been worked out once a plan can be seen."""
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


def plan(rows: int = ROWS, shared: dict[str, Timeframe] | None = None) -> Plan:
    """A plan of actions with five sub-actions each, all dated, every fourth with its Accountable.

    With `shared`, where dates are kept by their words, rows share them, and every second row is linked to the next.
    """
    context = Plan(INFO).context("By when")
    items, cells, links, above = {}, {}, {}, None
    for number in range(rows):
        kind = ItemKind.SUB_ACTION if number % (PARTS + 1) else ItemKind.ACTION
        above = str(number) if kind is ItemKind.ACTION else above
        place = Place(None if kind is ItemKind.ACTION else above, f"{number:06}")
        words = words_of(number)
        frame = parse(words, context) if shared is None else shared.setdefault(words, parse(words, context))
        items[str(number)] = Item(str(number), kind, place, title=f"Row {number}", by_when=frame)
        if number % 4 == 0:
            cells[str(number)] = Assignment(str(number), str(number), "p", "AR")
        if shared is not None and number % 2:
            links[str(number)] = Dependency(str(number), str(number - 1), str(number))
    return Plan(INFO, items, {"p": Party("p", "Ines Okafor")}, cells, dependencies=links)


def times_ms(work: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    """How long some work takes, by the clock and by the processor, each sorted, after a first go that fills the caches."""
    work()
    times, processor = [], []
    for _ in range(rounds):
        begin, busy = time.perf_counter(), time.thread_time()
        work()
        processor.append((time.thread_time() - busy) * 1000)
        times.append((time.perf_counter() - begin) * 1000)
    return sorted(times), sorted(processor)


def figures(subject: Plan, rounds: int) -> dict[str, object]:
    """All figures of one plan."""
    quarter = max(1, rounds // 4)

    def fresh() -> Plan:
        """The same plan with nothing checked yet, as after an edit."""
        found = replace(subject)
        found.__dict__.update({name: subject.__dict__[name] for name in KNOWN if name in subject.__dict__})
        return found

    outline(subject)
    numbers(subject)
    _ = subject.links_of, subject.assignments_of
    bare, _ = times_ms(
        lambda: [item for item in subject.items.values() if item.by_when and item.by_when.segments], rounds
    )
    checks, busy = times_ms(lambda: check(fresh()), rounds)
    remedied, _ = times_ms(lambda: check_with_remedies(fresh()), min(rounds, 5))
    return {
        "rows": len(subject.items),
        "links": len(subject.links),
        "notices": len(check(fresh())),
        "check_ms": round(statistics.median(checks), 1),
        "check_quartiles_ms": [round(checks[quarter], 1), round(checks[-quarter - 1], 1)],
        "check_cpu_ms": round(statistics.median(busy), 1),
        "check_with_remedies_ms": round(statistics.median(remedied), 1),
        "bare_loop_ms": round(statistics.median(bare), 3),
        "ratio": round(statistics.median(checks) / statistics.median(bare), 1),
    }


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = {"own_dates": figures(plan(), rounds)}
    for rows in (ROWS, 5 * ROWS):
        found[f"shared_dates_{rows}"] = figures(plan(rows, {}), rounds)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
