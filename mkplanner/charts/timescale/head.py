"""A timescale turned into shapes: the headings above a chart, the rules behind it, and the line of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.shapes import Box, Line, Shape, Text
from mkplanner.charts.timescale.timescale import Cell, Timescale, grid_lines, tiers
from mkplanner.charts.timescale.units import COUNCIL_YEAR, MONTHS, Calendar, Unit
from mkplanner.records import frozen


@frozen
class HeadMetrics:
    """Sizes of letters and lines in and below the headings: pixels on screen, points on paper."""

    top_letter: float = 11.5
    middle_letter: float = 11.0
    low_letter: float = 10.0
    thin: float = 1.0
    quarter: float = 1.0
    year: float = 1.5
    today: float = 1.5
    flag_letter: float = 10.0
    flag_height: float = 16.0

    def scaled(self, factor: float) -> HeadMetrics:
        """The same for letters that many times as large; lines keep their width."""
        return HeadMetrics(
            self.top_letter * factor,
            self.middle_letter * factor,
            self.low_letter * factor,
            flag_letter=self.flag_letter * factor,
            flag_height=self.flag_height * factor,
        )


SCREEN_HEAD = HeadMetrics()
PAPER_HEAD = HeadMetrics(9.0, 8.0, 8.0, 0.5, 0.5, 1.2, 1.3, 8.0, 12.5)


def head_shapes(
    scale: Timescale,
    rect: Rect,
    calendar: Calendar = COUNCIL_YEAR,
    metrics: HeadMetrics = SCREEN_HEAD,
    most: int = 3,
    flag: Rect | None = None,
) -> list[Shape]:
    """The rows of headings that fill a rectangle, with the rules between them; no ground.

    Where several units begin only the longest is ruled, in the weight it has in the chart below. Words of the lowest row make
    room for a `flag` that stands there, or are left out.
    """
    rows = tiers(scale, rect.x, rect.right, calendar, metrics.low_letter / 10, most)
    height = rect.height / len(rows)
    shapes: list[Shape] = []
    weights = {line.x: line.unit for line in grid_lines(scale, rect.x, rect.right, calendar, metrics.low_letter / 10)}
    ruled = {rect.x}
    for number, tier in enumerate(rows):
        top = rect.y + number * height
        for cell in tier.cells:
            if cell.opens and cell.left not in ruled:
                unit = max(tier.unit, weights.get(cell.left, tier.unit))
                shapes.append(_rule(cell.left, top, rect.bottom, unit, metrics))
                ruled.add(cell.left)
            if cell.words:
                words = _words(cell, top, height, number, len(rows), metrics)
                shapes += [words] if flag is None or number < len(rows) - 1 else _beside(words, cell, flag)
        bottom = top + height
        shapes.append(Line(rect.x, bottom, rect.right, bottom, "grid2", metrics.thin))
    return shapes


def _words(cell: Cell, top: float, height: float, number: int, rows: int, metrics: HeadMetrics) -> Text:
    face = "regular" if number else "bold"
    size = metrics.low_letter if number == rows - 1 else (metrics.middle_letter if number else metrics.top_letter)
    left = (cell.left + cell.right - width(cell.words, face, size)) / 2
    return Text(left, top + height / 2 + 0.36 * size, cell.words, face, size, "text2" if number else "text")


def _beside(words: Text, cell: Cell, flag: Rect) -> list[Text]:
    """The words of a heading where the flag leaves them: in place, at its left, at its right, or nowhere."""
    wide, gap = width(words.words, words.face, words.size), 0.4 * words.size
    for left, right in ((cell.left, min(cell.right, flag.x - gap)), (max(cell.left, flag.right + gap), cell.right)):
        if left <= words.x and words.x + wide <= right:
            return [words]
        if right - left >= wide + 2 * gap:
            return [replace(words, x=(left + right - wide) / 2)]
    return []


def head_flag(
    scale: Timescale,
    day: date,
    rect: Rect,
    metrics: HeadMetrics = SCREEN_HEAD,
) -> list[Shape]:
    """The flag of today at the foot of the headings in a rectangle, for when a mark stands at the top of the chart."""
    height = metrics.flag_height * 9 / 8
    return today_flag(scale, day, Rect(rect.x, rect.bottom - height, rect.width, height), metrics)


def _rule(x: float, top: float, bottom: float, unit: Unit, metrics: HeadMetrics) -> Line:
    if unit >= Unit.YEAR:
        return Line(x, top, x, bottom, "year_line", metrics.year)
    if unit is Unit.QUARTER:
        return Line(x, top, x, bottom, "grid2", metrics.quarter)
    return Line(x, top, x, bottom, "grid", metrics.thin)


def grid_shapes(
    scale: Timescale, rect: Rect, calendar: Calendar = COUNCIL_YEAR, metrics: HeadMetrics = SCREEN_HEAD
) -> list[Shape]:
    """The vertical rules behind the rows of a chart: months, quarters a shade darker, a heavier line for each year."""
    lines = grid_lines(scale, rect.x, rect.right, calendar, metrics.low_letter / 10)
    return [_rule(line.x, rect.y, rect.bottom, line.unit, metrics) for line in lines]


def today_line(scale: Timescale, day: date, rect: Rect, metrics: HeadMetrics = SCREEN_HEAD) -> list[Shape]:
    """The line through the middle of today, drawn below the marks; nothing where today is out of sight."""
    x = scale.middle_x(day)
    return [Line(x, rect.y, x, rect.bottom, "today", metrics.today)] if rect.x <= x <= rect.right else []


def today_flag(scale: Timescale, day: date, rect: Rect, metrics: HeadMetrics = SCREEN_HEAD) -> list[Shape]:
    """The flag "Today 12 Nov" that stands at the top of the visible chart, above everything, kept inside its sides."""
    x = scale.middle_x(day)
    if not rect.x <= x <= rect.right:
        return []
    words = f"Today {day.day} {MONTHS[day.month - 1][:3]}"
    wide = width(words, "bold", metrics.flag_letter)
    padding = 0.5 * metrics.flag_letter
    left = max(rect.x + 1, min(x - wide / 2 - padding, rect.right - wide - 2 * padding - 1))
    box = Rect(left, rect.y + metrics.flag_height / 8, wide + 2 * padding, metrics.flag_height)
    baseline = box.middle + 0.36 * metrics.flag_letter
    return [
        Box(box, "today", radius=2),
        Text(left + padding, baseline, words, "bold", metrics.flag_letter, "today_text"),
    ]
