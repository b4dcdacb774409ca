"""How quick the timetable is with 1,000 to 50,000 rows and half as many links (5,000 at most), in one run with bare parts.

Bare are a tree of the same texts, and a widget that fills a rectangle for each row in sight; prints JSON. Beside each time
stands the processor time of this process alone (`_cpu_ms`), which other work on the machine disturbs less.

python tests/benchmarks/bench_timetable.py [frames [rows …]]
"""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

from mkplanner.models.edit import Step
from mkplanner.models.orderkeys import keys_after
from mkplanner.models.outline import outline
from mkplanner.models.plan import Dependency, Item, ItemKind, Place, Plan, PlanInfo
from mkplanner.models.session import PlanSession
from mkplanner.models.status import Status
from mkplanner.models.timeframes.moving import can_move
from mkplanner.models.timeframes.parse import parse
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.look import theme
from mkplanner.ui.timetable.view import TimetableView

INFO = PlanInfo("6f1d2a52-0f4e-4d39-9a55-8e6f0c3b7a10", "Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
PHRASES = (
    "By 31 March 2026",
    "Oct 25 – Jan 26",
    "November 2025",
    "By 31 Dec 25 for existing services\nOngoing for new services",
    "Quarterly (from July 2025)",
    "Spring 2026",
    "Once the new branding is agreed",
    "1 September 2026 to 30 June 2027 (subject to funding)",
)
WORDS = "agree the operating model for the shared audit service with every council before the board meets again".split()
SIZE = (1366, 700)


class Journal:
    """Keeps nothing, as quick as can be: the store has a benchmark of its own."""

    def append(self, step: Step, *, kind: str, undoes: int | None = None) -> int:
        return 1

    def reload(self) -> Plan:
        raise NotImplementedError


def plan_of(count: int) -> Plan:
    """Themes of eight actions with four sub-actions each, until there are `count` rows."""
    frames = [parse(phrase, Plan(INFO).context("By when")) for phrase in PHRASES]
    items: dict[str, Item] = {}
    orders = list(keys_after("", count))
    above: list[str | None] = [None, None, None]
    statuses = [None, *Status]
    for number in range(count):
        level = 0 if number % 41 == 0 else 1 if number % 41 % 5 == 1 else 2
        kind = (ItemKind.THEME, ItemKind.ACTION, ItemKind.SUB_ACTION)[level]
        words = " ".join(WORDS[: 3 + number * 7 % 14])
        frame = frames[number % len(frames)] if level else None
        place = Place(above[level - 1] if level else None, orders[number])
        status = statuses[number % len(statuses)] if level else None
        items[f"r{number}"] = Item(f"r{number}", kind, place, "", f"{words} {number}", frame, status=status)
        above[level] = f"r{number}"
    return Plan(INFO, items, dependencies=links_of(list(items), min(count // 2, 5000)))


def links_of(ids: list[str], count: int) -> dict[str, Dependency]:
    """Mostly short links, as people make them, one in five from anywhere to anywhere further down."""
    chance = random.Random(5)
    links = {}
    while len(links) < count:
        before = chance.randrange(len(ids) - 25)
        after = before + chance.randrange(1, 21) if chance.random() < 0.8 else chance.randrange(before + 1, len(ids))
        name = f"l{len(links)}"
        links[name] = Dependency(name, ids[before], ids[after])
    return links


class Painted(QObject):
    """Counts the paint events of some widgets."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Both(float):
    """Milliseconds by the clock; `cpu` holds those that the processor spent on us."""

    cpu: float = 0.0

    @classmethod
    def since(cls, clock: float, cpu: float) -> "Both":
        """What has passed since these readings of `perf_counter` and `process_time`."""
        found = cls((time.perf_counter() - clock) * 1000)
        found.cpu = (time.process_time() - cpu) * 1000
        return found


def timed(doing: Callable[[], object], painted: Painted, wanted: int) -> Both:
    """Do something and wait until it was painted; milliseconds."""
    before = painted.count
    start, cpu = time.perf_counter(), time.process_time()
    doing()
    while painted.count < before + wanted and time.perf_counter() - start < 20:
        QApplication.processEvents()
    return Both.since(start, cpu)


def wheel(widget: QWidget, steps: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the middle of a widget."""
    at = QPointF(widget.rect().center())
    angle = QPoint(0, 120 * steps)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), angle, Qt.MouseButton.NoButton, held, phase, False)
    QApplication.sendEvent(widget, event)


def p95(times: list[Both]) -> Both:
    """The time that nineteen in twenty stay under."""
    found = Both(statistics.quantiles(times, n=20)[-1])
    found.cpu = statistics.quantiles([one.cpu for one in times], n=20)[-1]
    return found


def listed(found: dict[str, Both]) -> dict[str, float]:
    """Each figure by the clock and, behind it, of the processor."""
    both = [(name, round(one, 2), round(one.cpu, 2)) for name, one in found.items()]
    return {
        key: value for name, one, cpu in both for key, value in ((name, one), (name.replace("_ms", "_cpu_ms"), cpu))
    }


def measure_timetable(plan: Plan, frames: int) -> dict[str, Both]:
    """Show a plan and use it."""
    bridge = SessionBridge(PlanSession(plan, Journal()))
    start, cpu = time.perf_counter(), time.process_time()
    view = TimetableView(bridge)
    table, chart = view.table, view.chart
    painted = Painted(table.viewport(), chart.viewport())
    view.resize(*SIZE)
    timed(view.show, painted, 2)
    found = {}
    found["first_paint_ms"] = Both.since(start, cpu)
    orders = view.handlers()
    found["collapse_all_ms"] = timed(orders["collapse_all"], painted, 2)
    found["expand_all_ms"] = timed(orders["expand_all"], painted, 2)
    over = chart.viewport()
    down = [timed(partial(wheel, over, -1), painted, 2) for _ in range(frames)]
    held = Qt.KeyboardModifier.ControlModifier
    turns = [1 if number % 20 < 10 else -1 for number in range(frames)]
    zooms = [timed(partial(wheel, over, turn, held), painted, 1) for turn in turns]
    found |= {"wheel_p95_ms": p95(down), "zoom_p95_ms": p95(zooms)}
    found |= measure_drag(view, frames)
    found |= measure_keys(view, painted, frames)
    view.close()
    return found


def measure_drag(view: TimetableView, frames: int) -> dict[str, Both]:
    """Drag the first mark that can be held, back and forth, each step from pointer event to paint."""
    chart = view.chart
    chart.whole_plan()
    table, port = view.table, chart.viewport()
    row, place = next(
        (row, layout.places[0])
        for row in chart.rows()
        if (layout := chart.layout_of(row)) and layout.places and layout.places[0].x1 > 60
        if can_move(layout.places[0].segment)
    )
    at = QPointF((place.x0 + place.x1) / 2 if place.is_bar else place.x1, row.top + place.y)
    painted = Painted(port, table.viewport())
    kinds = QEvent.Type
    mouse(port, kinds.MouseButtonPress, at)
    mouse(port, kinds.MouseMove, at + QPointF(30, 0))
    QApplication.processEvents()
    steps = [at + QPointF(20 + 40 * (number % 10), 0) for number in range(frames)]
    times = [timed(partial(mouse, port, kinds.MouseMove, step), painted, 1) for step in steps]
    chart.hand.put_back()
    QApplication.processEvents()
    return {"drag_p95_ms": p95(times)}


def mouse(port: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    """Send what the left button does at a place of the chart."""
    left = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
    event = QMouseEvent(kind, at, QPointF(port.mapToGlobal(at.toPoint())), button, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, event)


class BareChart(QWidget):
    """Fills one rectangle for each of thirty rows, wherever `shift` has them."""

    shift = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        for number in range(30):
            painter.fillRect(QRect(40 + self.shift + 7 * number, 5 + 23 * number, 190, 12), Qt.GlobalColor.darkCyan)
        painter.end()


def measure_bare_chart(frames: int) -> dict[str, Both]:
    """Repaint the bare widget as often as zooming and dragging do."""
    bare = BareChart()
    bare.resize(740, 646)
    painted = Painted(bare)
    timed(bare.show, painted, 1)

    def shift(number: int) -> None:
        bare.shift = number
        bare.update()

    times = [timed(partial(shift, number % 50), painted, 1) for number in range(frames)]
    bare.close()
    return {"zoom_p95_ms": p95(times), "drag_p95_ms": p95(times)}


def measure_keys(view: TimetableView, painted: Painted, frames: int) -> dict[str, Both]:
    """Press arrows, and change a cell from key press to paint."""
    table = view.table
    table.setFocus()
    table.go_to(view.model.index(0, 4))
    arrows = [timed(partial(QTest.keyClick, table, Qt.Key.Key_Down), painted, 2) for _ in range(frames // 2)]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    letters = ("garcns" * frames)[: frames // 2]
    edits = [timed(partial(QTest.keyClick, table, letter), painted, 2) for letter in letters]
    return {"arrow_p95_ms": p95(arrows), "edit_p95_ms": p95(edits)}


def standard_model(plan: Plan) -> QStandardItemModel:
    """The same texts in Qt's ready-made model."""
    model = QStandardItemModel(0, 5)
    made: dict[str, QStandardItem] = {}
    for entry in outline(plan):
        item = entry.item
        words = item.by_when.words if item.by_when else ""
        row = [QStandardItem(text) for text in (entry.number, item.title, words, "", item.status or "")]
        above = made.get(item.parent or "")
        (above if above is not None else model.invisibleRootItem()).appendRow(row)
        made[item.id] = row[0]
    return model


def measure_bare_tree(plan: Plan, frames: int) -> dict[str, Both]:
    """Show the same texts in Qt's own tree and model, without a chart."""
    start, cpu = time.perf_counter(), time.process_time()
    tree = QTreeView()
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setModel(standard_model(plan))
    if len(plan.items) <= 2000:
        tree.expandAll()
    painted = Painted(tree.viewport())
    tree.resize(*SIZE)
    timed(tree.show, painted, 1)
    found = {"first_paint_ms": Both.since(start, cpu)}
    found["collapse_all_ms"] = timed(tree.collapseAll, painted, 1)
    found["expand_all_ms"] = timed(tree.expandAll, painted, 1)
    found["wheel_p95_ms"] = p95([timed(partial(wheel, tree.viewport(), -1), painted, 1) for _ in range(frames)])
    tree.setCurrentIndex(tree.model().index(0, 1))
    arrows = [timed(partial(QTest.keyClick, tree, Qt.Key.Key_Down), painted, 1) for _ in range(frames // 2)]
    found["arrow_p95_ms"] = p95(arrows)
    tree.close()
    return found


def main() -> None:
    """Measure both sizes and print the figures."""
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    app = QApplication.instance() or QApplication([])
    theme.install(app, "light", 100)
    measure_timetable(plan_of(600), 20)
    found = {}
    for count in [int(words) for words in sys.argv[2:]] or (1000, 10_000, 50_000):
        plan = plan_of(count)
        outline(plan)
        ours = measure_timetable(plan, frames)
        bare = {**measure_bare_tree(plan, frames), **measure_bare_chart(frames)}
        ratios = {name: round(ours[name] / bare[name], 2) for name in bare}
        cpu = {name: round(ours[name].cpu / max(bare[name].cpu, 0.01), 2) for name in bare}
        parts = {"timetable": listed(ours), "bare": listed(bare), "ratio": ratios, "cpu_ratio": cpu}
        found[str(count)] = {"links": len(plan.dependencies), **parts}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
