"""How long every frequent deed of the timetable's window takes in a plan of 10,000 rows, all of them open; prints JSON.

python tests/benchmarks/bench_deeds.py [rows [rounds [parts wanted, such as moves …]]]

Keys are pressed in a whole window with its panels, and every edit is kept in a file. Counted is the processor time of the
window's own thread: until the paint (`painted_ms`), until nothing is left to do (`done_ms`), and the longest turn of what
follows the paint (`turn_ms`), for which the next key would have to wait. Bare are some of these deeds on Qt's own tree with
the same texts, without plan, file, chart and panels.
"""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_opening import make
from bench_timetable import Painted, plan_of, standard_model
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QTreeView
from window_hand import SIZE, Hand, Times, leave, now

from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.plan import ItemKind
from mkplanner.ui.itemmodels.columns import BY_WHEN, STATUS, TITLE

COUNT, ROUNDS = 10_000, 5
Figures = Iterator[tuple[str, Times]]


def _row(hand: Hand, share: float = 0.5, of: int = 3) -> str:
    """A sub-action so far down the plan: `bench_timetable.plan_of` has them in blocks of 41."""
    blocks = len(hand.window.desk.bridge.plan.items) // 41
    return f"r{int(blocks * share) * 41 + of}"


# ---- rows


def rows(hand: Hand) -> Figures:
    hand.go(_row(hand))
    yield "new row, open for typing", hand.keys("Ins")
    yield "new row typed and kept", hand.keys("“New action", "Return")
    hand.press("Esc")
    yield "new row undone", hand.keys("Ctrl+Z")
    hand.press("Ctrl+Z")
    hand.go(_row(hand))
    yield "delete a row", hand.keys("Ctrl+Del")
    yield "undo", hand.keys("Ctrl+Z")
    yield "redo", hand.keys("Ctrl+Y")
    hand.keys("Ctrl+Z")
    hand.go(_row(hand, of=6))
    yield "delete an action with rows below", hand.keys("Ctrl+Del")
    yield "undo of that", hand.keys("Ctrl+Z")
    hand.choose(_row(hand), 500)
    yield "delete 500 rows", hand.keys("Ctrl+Del")
    yield "undo of 500 rows", hand.keys("Ctrl+Z")


def moves(hand: Hand) -> Figures:
    hand.go(_row(hand, of=4))
    yield "indent", hand.keys("Alt+Shift+Right")
    yield "outdent", hand.keys("Alt+Shift+Left")
    yield "outdent to action", hand.keys("Alt+Shift+Left")
    hand.keys("Ctrl+Z")
    yield "move down", hand.keys("Alt+Down")
    yield "move up", hand.keys("Alt+Up")
    yield "drag to another parent", hand.drag(_row(hand, of=3), _row(hand, of=8))
    yield "undo of a drag", hand.keys("Ctrl+Z")
    hand.go(_row(hand, of=3))
    yield "promote to milestone", hand.time(lambda: hand.view.doings.cells.make(ItemKind.MILESTONE))
    hand.keys("Ctrl+Z")


def cells(hand: Hand) -> Figures:
    row = _row(hand)
    hand.go(row, TITLE)
    yield "title typed", hand.time(lambda: hand.press("F2", "“Other words", "Return"))
    hand.keys("Ctrl+Z")
    hand.go(row, BY_WHEN)
    yield "date typed", hand.time(lambda: hand.press("F2", "Ctrl+A", "“31 March 2027", "Return"))
    hand.press("Esc", "Esc")
    hand.rest()
    while hand.window.desk.bridge.undo_title:
        hand.keys("Ctrl+Z")
    hand.go(row, STATUS)
    yield "status of a row", hand.keys("C")
    hand.keys("Ctrl+Z")
    hand.go(row, TITLE)
    yield "arrow down", hand.keys("Down")
    yield "date a week later", hand.keys("Ctrl+Alt+Right")
    hand.press("Esc")
    hand.rest()


def clipboard(hand: Hand) -> Figures:
    first, last = _row(hand, 0.3), _row(hand, 0.8)
    for many in (1, 10, 500):
        hand.choose(first, many) if many > 1 else hand.go(first)
        yield f"copy {many}", hand.time(lambda: hand.press("Ctrl+C"), None)
        hand.go(last)
        yield f"paste {many}", hand.keys("Ctrl+V")
        hand.keys("Ctrl+Z")
        hand.choose(first, many) if many > 1 else hand.go(first)
        hand.press("Ctrl+X")
        hand.go(last)
        yield f"paste {many} that were cut", hand.keys("Ctrl+V")
        hand.keys("Ctrl+Z")


def thousand(hand: Hand) -> Figures:
    hand.choose(_row(hand, 0.2), 1000, STATUS)
    yield "status for 1,000 rows", hand.keys("C")
    yield "undo of 1,000 statuses", hand.keys("Ctrl+Z")
    hand.choose(_row(hand, 0.2), 1000, BY_WHEN)
    yield "fill down 1,000 rows", hand.keys("Ctrl+D")
    yield "undo of 1,000 dates", hand.keys("Ctrl+Z")
    yield "choose all rows", hand.keys("Ctrl+A")
    hand.go(_row(hand))


# ---- what is shown


def seeking(hand: Hand) -> Figures:
    hand.go(_row(hand))
    box = hand.window.plan_bar.filter
    hand.press("Ctrl+F")
    for count, letter in enumerate("board", 1):
        yield f"filter, letter {count}", hand.keys(f"“{letter}")
    hand.rest()
    yield "find next", hand.keys("F3")
    box.setFocus()
    yield "filter taken off", hand.time(box.clear)
    hand.table.setFocus()
    yield "find next in all", hand.keys("F3")
    yield "go to, dialogue", hand.dialogue(lambda: hand.press("Ctrl+G"))

    def go(dialog):  # type: ignore[no-untyped-def]
        dialog.line.setText("120")
        dialog.accept()

    yield "go to and arrive", hand.dialogue(lambda: hand.press("Ctrl+G"), go)


def arranging(hand: Hand) -> Figures:
    hand.go(_row(hand))
    ask = hand.view.arranger
    for key in ("by_when", "title", "status"):
        yield f"sort by {key}", hand.time(lambda key=key: ask.turn_sort(key))
    yield "sort taken off", hand.time(lambda: ask.sort(""))
    for key in ("owner", "organisation", "theme"):
        yield f"group by {key}", hand.time(lambda key=key: ask.group(key))
        yield f"group by {key} off", hand.time(lambda: ask.group(""))
    kept = {"query": {"words": "board", "sort": "title"}, "columns": hand.table.head.places()}
    hand.window.desk.bridge.run(SetSetting("view/Board", kept))
    hand.rest()
    yield "saved view", hand.time(lambda: hand.view.views.show("Board"))
    yield "back to the whole plan", hand.keys("Ctrl+Alt+0")


def opening(hand: Hand) -> Figures:
    hand.go(_row(hand, of=1))
    yield "close a row", hand.keys("Ctrl+Left")
    yield "open a row", hand.keys("Ctrl+Right")
    yield "collapse all", hand.keys("Ctrl+Shift+Up")
    yield "expand all", hand.keys("Ctrl+Shift+Down")
    yield "whole plan in sight", hand.keys("Ctrl+0")


# ---- the window


def panels(hand: Hand) -> Figures:
    hand.go(_row(hand))
    for name, key in (("Details", "F4"), ("Notices", "Ctrl+Shift+N")):
        yield f"{name} off", hand.keys(key)
        yield f"{name} on", hand.keys(key)
    yield "history", hand.dialogue(lambda: hand.press("Ctrl+H"))
    yield "history again", hand.dialogue(lambda: hand.press("Ctrl+H"))
    hand.table.setFocus()
    yield "full screen", hand.keys("F11")
    yield "full screen left", hand.keys("F11")
    yield "critical chain on", hand.keys("Ctrl+Alt+K")
    yield "critical chain off", hand.keys("Ctrl+Alt+K")


def views(hand: Hand) -> Figures:
    hand.go(_row(hand))
    for name, key in (("RASIC", "Ctrl+2"), ("Updates", "Ctrl+3"), ("Board", "Ctrl+4")):
        for again in ("", " again"):
            yield f"{name}{again}", hand.keys(key)
            yield f"timetable after {name}{again}", hand.keys("Ctrl+1")


def looks(hand: Hand) -> Figures:
    hand.go(_row(hand))

    def other(name: str, size: int) -> None:
        from mkplanner.ui.look import theme

        theme.news().dress(name, size)

    yield "theme dark", hand.time(lambda: other("dark", 100))
    yield "theme light", hand.time(lambda: other("light", 100))
    yield "text size 125 %", hand.time(lambda: other("light", 125))
    yield "text size 100 %", hand.time(lambda: other("light", 100))
    yield "preferences kept", hand.dialogue(lambda: hand.press("Ctrl+,"), lambda dialog: dialog.accept())


def baselines(hand: Hand) -> Figures:
    def keep(dialog):  # type: ignore[no-untyped-def]
        start = now()
        QTest.mouseClick(dialog.findChild(QPushButton, "set_baseline_now"), Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        kept.append(now() - start)
        dialog.reject()

    kept: list[float] = []
    open_it = hand.window.deeds.offers()["baselines"]
    yield "baselines, dialogue", hand.dialogue(open_it)
    yield "baselines, after setting", hand.dialogue(open_it, keep)
    yield "baseline set", Times(kept[0], kept[0], 0)
    yield "baseline undone", hand.keys("Ctrl+Z")


PARTS: tuple[Callable[[Hand], Figures], ...] = (
    rows,
    moves,
    cells,
    clipboard,
    thousand,
    seeking,
    arranging,
    opening,
    panels,
    views,
    looks,
    baselines,
)


def measure(path: Path, rounds: int, words: list[str]) -> dict[str, dict[str, float]]:
    """Every deed, so many times in one window."""
    hand = Hand(path)
    hand.press("Ctrl+Shift+Down")
    hand.rest()
    found: dict[str, list[Times]] = {}
    for part in PARTS:
        if words and part.__name__ not in words:
            continue
        for turn in range(rounds):
            for name, times in part(hand):
                found.setdefault(name, []).append(times)
                print(f"{turn} {name}: {times.painted:.0f} {times.done:.0f} {times.longest:.0f}", file=sys.stderr)
    return {name: told(times) for name, times in found.items()}


def measure_bare(count: int, rounds: int) -> dict[str, float]:
    """Some of the deeds on Qt's own tree with the same texts, all rows open; the middle of some rounds."""
    tree = QTreeView()
    model = standard_model(plan_of(count))
    tree.setModel(model)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    tree.resize(*SIZE)
    tree.expandAll()
    painted = Painted(tree.viewport())
    tree.show()
    theme = model.index(count // 82, 0)

    def time_one(deed: Callable[[], object]) -> float:
        before, start = painted.count, now()
        deed()
        tree.viewport().update()
        while painted.count == before:
            QApplication.processEvents()
        return now() - start

    deeds: dict[str, Callable[[], object]] = {
        "delete a row": lambda: model.removeRow(0, theme),
        "choose all rows": tree.selectAll,
        "collapse all": tree.collapseAll,
        "expand all": tree.expandAll,
        "sort by title": lambda: model.sort(1),
        "theme dark": lambda: tree.setStyleSheet(f"color: #{len(tree.styleSheet()):06}"),
    }
    found = {name: statistics.median(time_one(deed) for _ in range(rounds)) for name, deed in deeds.items()}
    tree.close()
    return found


def told(times: list[Times]) -> dict[str, float]:
    """The first time and the middle of the others; of what follows, the middle."""
    later = times[1:] or times
    return {
        "first_ms": round(times[0].painted, 1),
        "painted_ms": round(statistics.median(each.painted for each in later), 1),
        "done_ms": round(statistics.median(each.done for each in later), 1),
        "turn_ms": round(statistics.median(each.longest for each in later), 1),
    }


def main() -> None:
    """Measure in a folder of our own and print what came out."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        os.environ["MKPLANNER_PROFILE"] = f"{name}/profile"
        path = Path(name) / "plan.mkplan"
        make(path, count)
        figures = measure(path, rounds, sys.argv[3:])
        for deed, least in measure_bare(count, rounds).items():
            if deed in figures:
                figures[deed] |= {"bare_ms": round(least, 1), "ratio": round(figures[deed]["painted_ms"] / least, 1)}
        print(json.dumps({"unit": "milliseconds", str(count): figures}, indent=1), flush=True)
    leave()


if __name__ == "__main__":
    main()
