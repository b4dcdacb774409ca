"""How long a Gantt timetable of 1,000 rows on A3 takes, against a bare canvas writing the same words and boxes; prints JSON.

python tests/benchmarks/bench_paper.py [rounds]

The bare canvas writes every text and rectangle of the laid-out pages with ReportLab alone: no layout, no tags, no checks
of glyphs. The ratio is what layout, meaning and packing cost on top.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from reportlab.pdfgen.canvas import Canvas

from mkplanner.charts.palette import PAPER
from mkplanner.charts.pdf_fonts import face_name
from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build, write_pdf
from mkplanner.charts.shapes import Box, Document, Text
from mkplanner.models.plan import Item, ItemKind, Place, Plan, PlanInfo
from mkplanner.models.status import Status
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe

ROWS = 1000
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
    canvas = Canvas(str(path), pageCompression=1, initialFontName=face_name("regular"))
    for page in document.pages:
        canvas.setPageSize((page.width, page.height))
        for part in page.content:
            for shape in part.shapes:
                if isinstance(shape, Text):
                    canvas.setFont(face_name(shape.face), shape.size)
                    canvas.setFillColor(PAPER[shape.colour])
                    canvas.drawString(shape.x, page.height - shape.y, shape.words)
                elif isinstance(shape, Box) and shape.fill:
                    rect = shape.rect
                    canvas.setFillColor(PAPER[shape.fill])
                    canvas.rect(rect.x, page.height - rect.bottom, rect.width, rect.height, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def summary(values: list[float]) -> dict[str, float]:
    quarters = statistics.quantiles(values, n=4)
    return {"median": round(statistics.median(values), 3), "low": round(quarters[0], 3), "high": round(quarters[2], 3)}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    plan = plan_of(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder, "gantt.pdf"), Path(folder, "bare.pdf")
        document = build("gantt", plan, OPTIONS)
        write_pdf("gantt", plan, OPTIONS, path)
        bare(document, plain)
        ours, theirs, layout = [], [], []
        for _ in range(rounds):
            ours.append(timed(lambda: write_pdf("gantt", plan, OPTIONS, path)))
            theirs.append(timed(lambda: bare(document, plain)))
            layout.append(timed(lambda: build("gantt", plan, OPTIONS)))
        megabytes = path.stat().st_size / 1e6
    result = {
        "rows": ROWS,
        "pages": len(document.pages),
        "megabytes": round(megabytes, 3),
        "seconds": summary(ours),
        "layout_seconds": summary(layout),
        "bare_canvas_seconds": summary(theirs),
        "ratio_to_bare_canvas": summary([our / their for our, their in zip(ours, theirs, strict=True)]),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
