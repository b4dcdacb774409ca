"""How soon a large plan is on the screen: from choosing it in a running window, and from a cold start; prints JSON.

python tests/benchmarks/bench_opening.py [rows…]

The plan has themes, actions, sub-actions, letters and half as many links as rows. Choosing is measured in the program itself,
from the choice to both halves of the timetable painted, against a bare window that reads the same texts with SQLite into Qt's
own tree. A cold start runs on an X server whose memory is watched: it ends with the last changed pixel, and is compared with
an empty window. Each run is a process of its own; the peak of memory is the process's own.
"""

import json
import mmap
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
ROUNDS = 7
COLD_ROUNDS = 5
QUIET = 3.0
"""Seconds without a changed pixel after which nothing more is expected: the notices of a long plan come late, and count."""
LONGEST = 30.0


def make(path: Path, count: int) -> None:
    """A published plan of so many rows, in this profile."""
    from bench_file import Write
    from bench_timetable import plan_of

    from mkplanner.models.ids import derived_id
    from mkplanner.models.people import Party
    from mkplanner.models.plan import Dependency, PlanInfo
    from mkplanner.models.rasic.letters import Assignment
    from mkplanner.models.store.opening import create_plan

    plan = plan_of(count)
    posts = [Party(derived_id(plan.info.id, f"post {n}"), name=f"Post {n}", order=f"{n:02}1") for n in range(30)]
    ids = list(plan.items)
    cells = [
        Assignment(derived_id(plan.info.id, item, posts[n % 30].id), item, posts[n % 30].id, "AR", "", "", "V")
        for n, item in enumerate(ids)
        if n % 3
    ]
    links = [Dependency(derived_id(plan.info.id, "link", str(n)), ids[n], ids[n + 1]) for n in range(0, count - 1, 2)]
    made = create_plan(
        path, PlanInfo(plan.info.id, "The Saltway Partnership", start=plan.info.start, end=plan.info.end)
    )
    made.session.run(Write((*plan.items.values(), *posts, *cells, *links)))  # type: ignore[arg-type]
    made.close()


def choose(path: Path) -> float:
    """Open a plan in a window that has long been there; milliseconds until table and chart are painted."""
    from bench_timetable import Painted
    from PySide6.QtCore import QElapsedTimer
    from PySide6.QtWidgets import QApplication

    from mkplanner.app import get_ready, make_application
    from mkplanner.settings import SettingsFile
    from mkplanner.ui.window.mainwindow import MainWindow

    settings = SettingsFile()
    app = make_application(settings)
    window = MainWindow(settings)
    window.show_start()
    window.resize(1366, 768)
    window.show()
    window.complete()
    get_ready(window)
    waiting = QElapsedTimer()
    waiting.start()
    while waiting.elapsed() < 1500:
        QApplication.processEvents()
    start = time.perf_counter()
    window.deeds.open_path(path)
    view = window.desk.view  # type: ignore[union-attr]
    table, chart = Painted(view.table.viewport()), Painted(view.chart.viewport())
    while not (table.count and chart.count):
        app.processEvents()
    return (time.perf_counter() - start) * 1000


def choose_bare(path: Path) -> float:
    """The same texts in Qt's own tree, read with SQLite alone; milliseconds until it is painted."""
    from bench_timetable import Painted
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView

    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    start = time.perf_counter()
    connection = sqlite3.connect(path)
    sql = "SELECT id, json_extract(place, '$.parent'), title, by_when_words, status FROM item ORDER BY place"
    model = QStandardItemModel(0, 3)
    made: dict[str, QStandardItem] = {}
    for id_, parent, *texts in connection.execute(sql).fetchall():
        row = [QStandardItem(text or "") for text in texts]
        (made.get(parent) or model.invisibleRootItem()).appendRow(row)
        made[id_] = row[0]
    tree = QTreeView()
    tree.setModel(model)
    painted = Painted(tree.viewport())
    window.setCentralWidget(tree)
    while not painted.count:
        app.processEvents()
    return (time.perf_counter() - start) * 1000


ONCE: dict[str, Callable[[Path], float]] = {"choose": choose, "bare": choose_bare}


def once(what: str, path: Path, screen: dict[str, str]) -> dict[str, float]:
    """One of ONCE in a process of its own: its milliseconds, and the megabytes it had at most."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(path)],
        env={**os.environ, **screen},
        capture_output=True,
        check=True,
        text=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


class Screen:
    """An X server without a screen, whose picture lies in a file that can be watched."""

    def __init__(self, folder: Path) -> None:
        reading, writing = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "1366x768x24",
            "-nolisten",
            "tcp",
            "-fbdir",
            folder,
        ]
        self._server = subprocess.Popen(
            command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.environment = {"DISPLAY": f":{answer.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        self._file = (folder / "Xvfb_screen0").open("rb")
        self._picture = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def look(self) -> bytes:
        """What is shown now; copied and compared, because working out a fingerprint would take a processor of its own."""
        return self._picture[:]

    def close(self) -> None:
        """Stop the server."""
        self._picture.close()
        self._file.close()
        self._server.terminate()
        self._server.wait()


def cold(screen: Screen, arguments: list[str]) -> dict[str, float]:
    """Start a program; milliseconds until the last changed pixel, and the megabytes it had at most."""
    environment = {**os.environ, **screen.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = screen.look()
    start = time.perf_counter()
    changed = None
    with subprocess.Popen([sys.executable, *arguments], cwd=CHECKOUT, env=environment, stdout=sys.stderr) as started:
        while (now := time.perf_counter()) - start < LONGEST and (changed is None or now - changed < QUIET):
            shown = screen.look()
            if shown != before:
                before, changed = shown, now
            time.sleep(0.004)
        peak = peak_of(started.pid)
        started.terminate()
    time.sleep(0.3)
    if changed is None:
        raise SystemExit(f"{' '.join(arguments)} showed nothing.")
    return {"ms": (changed - start) * 1000, "mb": peak}


def peak_of(process: int) -> float:
    """The most memory that a running process has had, in megabytes."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def compared(ours: list[dict[str, float]], bare: list[dict[str, float]]) -> dict[str, float]:
    """Medians, their ratio, the fastest, and the peak of memory."""
    mine, least = (statistics.median(each["ms"] for each in times) for times in (ours, bare))
    return {
        "median_ms": round(mine, 1),
        "fastest_ms": round(min(each["ms"] for each in ours), 1),
        "bare_ms": round(least, 1),
        "ratio": round(mine / least, 2),
        "peak_mb": round(max(each["mb"] for each in ours), 1),
        "bare_mb": round(max(each["mb"] for each in bare), 1),
    }


def measure(path: Path, folder: Path) -> dict[str, dict[str, float]]:
    """All figures of one plan."""
    screen = {"QT_QPA_PLATFORM": "offscreen"}
    runs: dict[str, list[dict[str, float]]] = {"choose": [], "bare": []}
    for turn in range(ROUNDS + 1):
        for what in sorted(runs, reverse=turn % 2 == 1):
            runs[what].append(once(what, path, screen))
    found = {"choose": compared(runs["choose"][1:], runs["bare"][1:])}
    if shutil.which("Xvfb"):
        found["cold"] = measure_cold(path, folder)
    return found


def measure_cold(path: Path, folder: Path) -> dict[str, float]:
    """Cold starts with the plan as argument, and of an empty window that stays."""
    runs: dict[str, list[dict[str, float]]] = {"plan": [], "empty": []}
    programs = {"plan": ["-m", "mkplanner", str(path)], "empty": [str(HERE / "empty_window.py"), "stay"]}
    screen = Screen(folder)
    try:
        for turn in range(COLD_ROUNDS + 1):
            for what in sorted(runs, reverse=turn % 2 == 1):
                runs[what].append(cold(screen, programs[what]))
    finally:
        screen.close()
    return compared(runs["plan"][1:], runs["empty"][1:])


def main() -> int:
    """Measure each size in a folder of our own and print what came out."""
    if len(sys.argv) > 2 and sys.argv[1] in ONCE:
        milliseconds = ONCE[sys.argv[1]](Path(sys.argv[2]))
        print(json.dumps({"ms": milliseconds, "mb": peak_of(os.getpid())}), flush=True)
        os._exit(0)  # The window is thrown away as it is.
    sizes = [int(each) for each in sys.argv[1:]] or [10_000, 50_000]
    figures: dict[str, object] = {"unit": "milliseconds"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["MKPLANNER_PROFILE"] = f"{folder}/profile"
        for count in sizes:
            path = folder / f"{count}.mkplan"
            make(path, count)
            figures[str(count)] = measure(path, folder)
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
