"""How long Gantt timetables of 1,000 and 10,000 rows on A3 take as tagged PDF, how large they get; prints JSON.

python tests/benchmarks/bench_paper.py [rounds]

The baseline is a bare ReportLab canvas that writes every text and rectangle of the laid-out pages, untagged: no layout, no
meaning, no checks of glyphs. The ratio is what all of that costs on top. Each size is measured in a process of its own, so
that the peak of memory is its own; a second thread notes the longest time for which it got no turn, as a window would.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mkplanner.charts.fonts import FILES, font_path
from mkplanner.charts.palette import PAPER
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Box, Document, Text
from mkplanner.models.plan import Item, ItemKind, Place, Plan, PlanInfo
from mkplanner.models.status import Status
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
from mkplanner.progress import Progress

SIZES = {1000: 9, 10_000: 3}
"""Rows, and how many rounds are measured."""
FIRST = date(2025, 4, 1)
OPTIONS = ReportOptions("A3", "landscape", date(2025, 11, 12))


def plan_of(rows: int) -> Plan:
    """An action with four sub-actions, again and again over two years, each row with a bar and a status."""
    items: dict[str, Item] = {}
    for number in range(rows):
        start = FIRST + timedelta(days=(number * 37) % 640)
        end = start + timedelta(days=20 + number % 70)
        segment = Segment(Kind.RANGE, start, end, Precision.DAY)
        items[f"i{number:05}"] = Item(
            id=f"i{number:05}",
            kind=ItemKind.SUB_ACTION if number % 5 else ItemKind.ACTION,
            place=Place(f"i{number - number % 5:05}" if number % 5 else None, f"{number:05}"),
            title=f"Review procedure {number + 1} with Aldermere, Brackwell and Tidemouth and publish the guidance",
            by_when=Timeframe(f"{start:%d.%m.%y} to {end:%d.%m.%y}", (segment,)),
            status=list(Status)[number % 6],
            percent=number % 101,
        )
    return Plan(PlanInfo("plan", title="Action plan"), MappingProxyType(items))


def bare(document: Document, path: Path) -> None:
    """The same words and rectangles, written one after another."""
    canvas = Canvas(str(path), pageCompression=1, initialFontName="regular")
    for page in document.pages:
        canvas.setPageSize((page.width, page.height))
        for part in page.content:
            for shape in part.shapes:
                if isinstance(shape, Text):
                    canvas.setFont(shape.face, shape.size)
                    canvas.setFillColor(PAPER[shape.colour])
                    canvas.drawString(shape.x, page.height - shape.y, shape.words)
                elif isinstance(shape, Box) and shape.fill:
                    rect = shape.rect
                    canvas.setFillColor(PAPER[shape.fill])
                    canvas.rect(rect.x, page.height - rect.bottom, rect.width, rect.height, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor, which another program's work does not stretch as it does those of the clock."""
    start = time.process_time()
    work()
    return time.process_time() - start


def summary(values: list[float]) -> dict[str, float]:
    quarters = statistics.quantiles(values, n=4)
    return {"median": round(statistics.median(values), 3), "low": round(quarters[0], 3), "high": round(quarters[2], 3)}


class Waiting:
    """A thread that asks for a turn every 5 ms; `longest` is how long it waited for one, in seconds."""

    def __enter__(self) -> "Waiting":
        self.longest = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _ask(self) -> None:
        last = time.perf_counter()
        while not self._over.wait(0.005):
            now = time.perf_counter()
            self.longest, last = max(self.longest, now - last), now


class Heard:
    """Notes the longest time between two reports of progress: so long it takes until a wish to stop is heard."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()

    def __call__(self, _done: int, _total: int, _label: str) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def measured(rows: int, rounds: int) -> dict[str, object]:
    for face in FILES:
        pdfmetrics.registerFont(TTFont(face, str(font_path(face))))
    plan = plan_of(rows)
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder, "gantt.pdf"), Path(folder, "bare.pdf")
        heard = Heard()
        with Waiting() as waiting:
            write_pdf("gantt", plan, OPTIONS, path, Progress(heard))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        document = build("gantt", plan, OPTIONS)
        bare(document, plain)
        ours, theirs, layout = [], [], []
        for _ in range(rounds):
            ours.append(timed(lambda: write_pdf("gantt", plan, OPTIONS, path)))
            theirs.append(timed(lambda: bare(document, plain)))
            layout.append(timed(lambda: build("gantt", plan, OPTIONS)))
        return {
            "pages": len(document.pages),
            "megabytes": round(path.stat().st_size / 1e6, 3),
            "peak_memory_mb": round(peak),
            "longest_wait_for_a_turn_seconds": round(waiting.longest, 3),
            "longest_time_between_reports_seconds": round(heard.longest, 3),
            "seconds": summary(ours),
            "layout_seconds": summary(layout),
            "bare_canvas_seconds": summary(theirs),
            "ratio_to_bare_canvas": summary([our / their for our, their in zip(ours, theirs, strict=True)]),
        }


def main() -> None:
    if sys.argv[1:2] == ["--rows"]:
        print(json.dumps(measured(int(sys.argv[2]), int(sys.argv[3]))))
        return
    results = {}
    for rows, rounds in SIZES.items():
        rounds = int(sys.argv[1]) if len(sys.argv) > 1 else rounds
        command = [sys.executable, __file__, "--rows", str(rows), str(rounds)]
        results[f"{rows}_rows"] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
