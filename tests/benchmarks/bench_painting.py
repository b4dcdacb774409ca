"""How long sixty rows of mixed marks take to lay out and to paint, against sixty plain rectangles; prints JSON.

python tests/benchmarks/bench_painting.py [rounds]
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from mkplanner.charts.geometry import Rect
from mkplanner.charts.marks.marks import marks_for
from mkplanner.charts.marks.metrics import RowGeometry
from mkplanner.charts.palette import LIGHT
from mkplanner.charts.shapes import Shape
from mkplanner.charts.timescale.head import grid_shapes, head_shapes, today_flag, today_line
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.timeframes.timeframe import Flags, Kind, Recurrence, Segment, Timeframe
from mkplanner.ui.look.painting import paint

WIDTH, HEIGHT, ROWS = 1366, 768, 60
FIRST = date(2025, 4, 1)


def timeframes() -> list[dict]:
    """Ten kinds of mark, over and over, a week further on each time."""
    found = []
    for number in range(ROWS):
        start = FIRST + timedelta(7 * number)
        end = start + timedelta(100)
        kinds = [
            ({"done": 40}, Segment(Kind.RANGE, start, end)),
            ({"status": "A"}, Segment(Kind.BY_DEADLINE, None, end)),
            ({"complete": True, "status": "C"}, Segment(Kind.RANGE, start, end)),
            ({"status": "R"}, Segment(Kind.SEASON, start, end)),
            ({}, Segment(Kind.OPEN_ENDED_FROM, start)),
            ({}, Segment(Kind.RECURRING, start, recurrence=Recurrence("quarterly"))),
            ({}, Segment(Kind.RANGE, start, end, flags=Flags(conditional=True), condition="subject to funding")),
            ({"done": 75, "status": "A"}, Segment(Kind.RANGE, start, end)),
            (
                {"original": Timeframe("", (Segment(Kind.BY_DEADLINE, None, start),))},
                Segment(Kind.BY_DEADLINE, None, end),
            ),
            ({}, Segment(Kind.POINT, end, end)),
        ]
        options, segment = kinds[number % len(kinds)]
        found.append({"timeframe": Timeframe("words", (segment,)), **options})
    return found


def median_ms(work: Callable[[], object], rounds: int) -> float:
    """The median time of some work, after a first go that fills the caches."""
    work()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    application = QGuiApplication.instance() or QGuiApplication([])
    scale = Timescale.fitting(FIRST, date(2027, 3, 31), WIDTH)
    body = Rect(0, 54, WIDTH, HEIGHT - 54)
    pitch = body.height / ROWS
    rows = timeframes()

    def lay_out() -> list[Shape]:
        shapes: list[Shape] = []
        for number, row in enumerate(rows):
            geometry = RowGeometry(54 + number * pitch, pitch)
            shapes += marks_for(scale=scale, row=geometry, visible=(0, WIDTH), **row).shapes
        return shapes

    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT["base"]))
    marks = lay_out()
    around = head_shapes(scale, Rect(0, 0, WIDTH, 54)) + grid_shapes(scale, body)
    today = date(2026, 6, 1)
    around += today_line(scale, today, body) + today_flag(scale, today, body)

    def paint_all(shapes: list[Shape]) -> None:
        painter = QPainter(image)
        paint(painter, shapes, LIGHT)
        painter.end()

    def rectangles() -> None:
        painter = QPainter(image)
        colour = QColor(LIGHT["mark_fill"])
        for number in range(ROWS):
            painter.fillRect(QRectF(100 + 5 * number, 54 + number * pitch, 190, 12), colour)
        painter.end()

    plain, layout = median_ms(rectangles, rounds), median_ms(lay_out, rounds)
    marking, framing = median_ms(lambda: paint_all(marks), rounds), median_ms(lambda: paint_all(around), rounds)
    figures = {
        "rows": ROWS,
        "shapes": len(marks),
        "layout_ms": round(layout, 3),
        "paint_ms": round(marking, 3),
        "head_and_grid_ms": round(framing, 3),
        "plain_rectangles_ms": round(plain, 3),
        "ratio": round((layout + marking) / plain, 1),
    }
    print(json.dumps(figures))
    del application


if __name__ == "__main__":
    main()
