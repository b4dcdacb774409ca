"""How quick questions and edits are with 10,000 rows, beside searching and sorting bare lists; prints JSON.

python tests/benchmarks/bench_arranging.py [rounds]
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bench_timetable import SIZE, Journal, Painted, plan_of, timed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mkplanner.models.asking.narrowing import Wanted
from mkplanner.models.asking.query import EVERYTHING, Query, answer
from mkplanner.models.commands.rows import AddItem, DeleteItem, SetField
from mkplanner.models.outline import outline
from mkplanner.models.session import PlanSession
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.itemmodels.columns import TITLE
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.view import TimetableView

DAY = date(2026, 1, 15)
COUNT = 10_000
QUESTIONS = {
    "words": Query("board council"),
    "facts": Query(wanted=Wanted(("late", "at-risk"), when=("quarter",))),
    "sort_date": Query(sort="by_when"),
    "sort_title": Query(sort="title"),
    "group_status": Query(group="status"),
    "group_quarter": Query(group="quarter", sort="title"),
}


def median_ms(doing: Callable[[], object], rounds: int) -> float:
    """The middle of some rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        doing()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def bare(rounds: int) -> dict[str, float]:
    """What plain Python needs to look through and to sort as many texts."""
    texts = [f"{entry.item.title} {entry.number}".casefold() for entry in outline(plan_of(COUNT))]
    search = median_ms(lambda: [text for text in texts if "board" in text and "council" in text], rounds)
    return {"search": search, "sort": median_ms(lambda: sorted(texts), rounds)}


def models(rounds: int) -> dict[str, float]:
    """Each question, answered by the model alone."""
    plan = plan_of(COUNT)
    answer(plan, Query("warm up"), DAY)
    return {name: median_ms(lambda query=query: answer(plan, query, DAY), rounds) for name, query in QUESTIONS.items()}


def screen(rounds: int) -> dict[str, float]:
    """Each question from asking to its rows painted, and rows added, changed and deleted while all are open."""
    bridge = SessionBridge(PlanSession(plan_of(COUNT), Journal()))
    view = TimetableView(bridge, day=lambda: DAY)
    painted = Painted(view.table.viewport(), view.chart.viewport())
    view.resize(*SIZE)
    timed(view.show, painted, 2)
    view.handlers()["expand_all"]()
    found = {}
    for name, query in QUESTIONS.items():
        times = []
        for _ in range(rounds):
            times.append(timed(lambda query=query: view.arranger.ask(query), painted, 2))
            timed(lambda: view.arranger.ask(EVERYTHING), painted, 2)
        found[name] = statistics.median(times)
    found |= edits(view, painted, rounds)
    found["type_letter"] = type_letters(view, rounds)
    view.arranger.ask(replace(EVERYTHING, sort="by_when"))
    found["change_while_sorted"] = change(view, painted, rounds)
    view.close()
    return found


def type_letters(view: TimetableView, rounds: int) -> float:
    """A letter typed into an open cell, to the paint of the cell's editor."""
    view.table.edit_cell("r3", TITLE)
    (box,) = view.table.viewport().findChildren(QPlainTextEdit)
    painted = Painted(box.viewport())
    times = [timed(lambda: QTest.keyClicks(box, "a"), painted, 1) for _ in range(4 * rounds)]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    return statistics.median(times)


def edits(view: TimetableView, painted: Painted, rounds: int) -> dict[str, float]:
    """Rows that come, change and go in the middle of the plan."""
    run = view.model.run
    adds = [timed(lambda n=n: run(AddItem("New", parent="r1", id=f"new{n}")), painted, 2) for n in range(rounds)]
    changed = change(view, painted, rounds)
    gone = [timed(lambda n=n: run(DeleteItem((f"new{n}",))), painted, 2) for n in range(rounds)]
    view.table.choose("r8")
    orders = view.handlers()
    moved = [timed(orders[name], painted, 2) for _ in range(rounds) for name in ("move_down", "move_up")]
    found = {"add_row": adds, "delete_row": gone, "move_row": moved}
    return {
        "change_cell": changed,
        "select_all": select_all(view),
        **{k: statistics.median(v) for k, v in found.items()},
    }


def select_all(view: TimetableView) -> float:
    """Every row chosen, and told by its id, as all orders ask for it."""
    start = time.perf_counter()
    view.table.selectAll()
    view.table.chosen_ids()
    return (time.perf_counter() - start) * 1000


def change(view: TimetableView, painted: Painted, rounds: int) -> float:
    """A cell that gets other words."""
    run = view.model.run
    return statistics.median(
        timed(lambda n=n: run(SetField("r3", "title", f"Other words {n}")), painted, 2) for n in range(rounds)
    )


def main() -> None:
    """Measure and print; the ratios are to the bare search or sort of the same run."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    app = QApplication.instance() or QApplication([])
    theme.install(app, "light", 100)
    base, alone, shown = bare(rounds), models(rounds), screen(rounds)
    unit = base["search"] + base["sort"]
    figures = {"bare_ms": base, "model_ms": alone, "painted_ms": shown}
    found = {name: {key: round(value, 2) for key, value in part.items()} for name, part in figures.items()}
    found["painted_per_bare"] = {key: round(value / unit, 1) for key, value in shown.items()}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
