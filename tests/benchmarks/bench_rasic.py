"""How quick the RASIC matrix is with 300 actions and 60 parties in a real plan file, beside a bare table in the same run.

Prints JSON: key press to paint, scrolling both ways, and pasting a block of 100 × 20 cells, kept durably and undone.

python tests/benchmarks/bench_rasic.py [frames]
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from mkplanner.models.commands.people import AddParties
from mkplanner.models.commands.rasic import SetCells
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.commands.together import Together
from mkplanner.models.ids import new_id
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.session import PlanSession
from mkplanner.models.store.opening import create_plan
from mkplanner.ui.bridge import SessionBridge
from mkplanner.ui.look import theme
from mkplanner.ui.rasic.view import RasicView

ACTIONS, PARTIES = 300, 60
BLOCK = (100, 20)
SIZE = (1366, 700)
DATES = ("By 31 March 2027", "Oct 26 – Jan 27", "Quarterly", "Spring 2027", "Once agreed")


def fill(session: PlanSession) -> None:
    """Write themes, actions and sub-actions, 60 posts of six councils, and letters in a third of the cells."""
    draw = random.Random(7)
    rows = []
    for number in range(ACTIONS):
        if number % 20 == 0:
            rows.append(AddItem(f"Theme {number // 20 + 1}", id=f"t{number}"))
        parent = f"i{number - number % 4}" if number % 4 else f"t{number - number % 20}"
        title = f"Agree the operating model of shared service {number} with every council before the board meets"
        when = DATES[number % len(DATES)]
        rows.append(AddItem(title, parent=parent, id=f"i{number}", fields=(("by_when", when),)))
    session.run(Together("Write the rows", tuple(rows)))
    for council in range(6):
        names = tuple(f"Head of shared service {council * 10 + number}" for number in range(10))
        session.run(AddParties(names, organisation=f"Council {council + 1}"))
    plan = session.plan
    parties = [party.id for party in plan.ordered_parties if party.organisation]
    cells = {
        (item, party): draw.choice("RASICC")
        for item in plan.items
        for party in parties
        if item[0] == "i" and draw.random() < 0.33
    }
    session.run(SetCells(cells))


class Painted(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def timed(doing: Callable[[], object], painted: Painted) -> float:
    """Do something and wait until it was painted; milliseconds."""
    before = painted.count
    start = time.perf_counter()
    doing()
    while painted.count <= before and time.perf_counter() - start < 2:
        QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def wheel(widget: QWidget, x: int, y: int) -> None:
    """Turn the wheel over the middle of a widget."""
    at = QPointF(widget.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(x, y), Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(widget, event)


def cpu(doing: Callable[[], object], painted: Painted) -> float:
    """Milliseconds of this process alone, which a busy machine does not swell as much."""
    start = time.process_time()
    timed(doing, painted)
    return (time.process_time() - start) * 1000


def p95(times: list[float]) -> float:
    """The time that nineteen in twenty stay under."""
    return statistics.quantiles(times, n=20)[-1]


def measure_scrolling(table: QTableView, frames: int) -> dict[str, float]:
    """Turn the wheel down and up, right and left, by tens."""
    table.setCurrentIndex(table.model().index(0, 0))
    painted = Painted(table.viewport())
    turns = [-120 if number % 20 < 10 else 120 for number in range(frames)]
    down = [timed(partial(wheel, table.viewport(), 0, turn), painted) for turn in turns]
    across = [timed(partial(wheel, table.viewport(), turn, 0), painted) for turn in turns]
    spent = [cpu(partial(wheel, table.viewport(), turn // 2, turn), painted) for turn in turns]
    return {"wheel_p95_ms": p95(down), "wheel_across_p95_ms": p95(across), "wheel_cpu_p95_ms": p95(spent)}


def measure_keys(table: QTableView, frames: int) -> dict[str, float]:
    """Press arrows and type letters, each until it is painted."""
    painted = Painted(table.viewport())
    table.setFocus()
    table.setCurrentIndex(table.model().index(3, 3))
    arrows = [timed(partial(QTest.keyClick, table, Qt.Key.Key_Down), painted) for _ in range(frames // 2)]
    letters = ("rasic" * frames)[:frames]
    typed = [timed(partial(QTest.keyClick, table, letter), painted) for letter in letters]
    spent = [cpu(partial(QTest.keyClick, table, letter), painted) for letter in letters]
    found = {"arrow_p95_ms": p95(arrows), "key_to_paint_p95_ms": p95(typed), "key_median_ms": statistics.median(typed)}
    return found | {"key_cpu_p95_ms": p95(spent)}


def measure_matrix(session: PlanSession, frames: int) -> dict[str, float]:
    """Show the matrix and use it."""
    bridge = SessionBridge(session)
    start = time.perf_counter()
    view = RasicView(bridge)
    painted = Painted(view.grid.viewport())
    view.resize(*SIZE)
    timed(view.show, painted)
    found = {"first_paint_ms": (time.perf_counter() - start) * 1000}
    found |= measure_keys(view.grid, frames) | measure_scrolling(view.grid, frames)
    found |= measure_paste(view, bridge)
    view.close()
    return found


def measure_paste(view: RasicView, bridge: SessionBridge) -> dict[str, float]:
    """Paste a block of letters, undo it, and do so again; the median of five."""
    line = "\t".join(("R", "A, R", "C", "I", "S")[number % 5] for number in range(BLOCK[1]))
    QGuiApplication.clipboard().setText("\n".join([line] * BLOCK[0]))
    painted = Painted(view.grid.viewport())
    pastes, undos = [], []
    for _ in range(6):
        view.grid.setCurrentIndex(view.model.index(1, 2))
        pastes.append(timed(view.grid.lettering.paste, painted))
        undos.append(timed(bridge.undo, painted))
    view.grid.setCurrentIndex(view.model.index(1, 2))
    spent = cpu(view.grid.lettering.paste, painted)
    found = {"paste_100x20_ms": statistics.median(pastes[1:]), "undo_paste_ms": statistics.median(undos[1:])}
    return found | {"paste_cpu_ms": spent}


class BareModel(QAbstractTableModel):
    """A table of texts of the same size, with nothing behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [["RASIC"[(row + column) % 5] for column in range(PARTIES)] for row in range(ACTIONS + 15)]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else PARTIES

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.texts[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class BareTable(QTableView):
    """A table that puts a typed letter into its cell."""

    def keyPressEvent(self, event):
        if event.text().isalpha():
            index = self.currentIndex()
            self.model().texts[index.row()][index.column()] = event.text()
            self.model().dataChanged.emit(index, index)
        else:
            super().keyPressEvent(event)


def measure_bare(frames: int) -> dict[str, float]:
    """Show as many texts in Qt's own table."""
    start = time.perf_counter()
    table = BareTable()
    model = BareModel()
    table.setModel(model)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for column in range(PARTIES):
        table.setColumnWidth(column, 52)
    painted = Painted(table.viewport())
    table.resize(*SIZE)
    timed(table.show, painted)
    found = {"first_paint_ms": (time.perf_counter() - start) * 1000}
    found |= measure_keys(table, frames) | measure_scrolling(table, frames)
    table.close()
    return found


def main() -> None:
    """Measure both and print the figures."""
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    app = QApplication.instance() or QApplication([])
    theme.install(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MKPLANNER_PROFILE"] = folder
        info = PlanInfo(new_id(), "Plan", start=date(2026, 4, 1), end=date(2028, 3, 31))
        opened = create_plan(Path(folder) / "plan.mkplan", info)
        fill(opened.session)
        plan: Plan = opened.session.plan
        ours, bare = measure_matrix(opened.session, frames), measure_bare(frames)
        opened.close()
    found = {
        "rows": len(plan.items),
        "parties": PARTIES,
        "letters": len(plan.assignments),
        "matrix": {name: round(value, 2) for name, value in ours.items()},
        "bare_table": {name: round(value, 2) for name, value in bare.items()},
        "ratio": {name: round(ours[name] / bare[name], 2) for name in bare},
        "wanted": {"key_to_paint_p95_ms": 30, "paste_100x20_ms": 300, "wheel_p95_ms": 16, "wheel_across_p95_ms": 16},
    }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
