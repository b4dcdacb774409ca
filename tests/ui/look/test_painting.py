from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from mkplanner.charts.geometry import Rect
from mkplanner.charts.legend import Sign, mark_entry
from mkplanner.charts.palette import CONTRAST, DARK, LIGHT, PAPER, STATUS_LETTERS, Palette
from mkplanner.charts.rasic_tokens import token
from mkplanner.charts.shapes import Box, Circle, Fade, Hatch, Line, Polygon, Shape, Text
from mkplanner.charts.status_marks import status_shape
from mkplanner.models.rasic.letters import LETTERS
from mkplanner.ui.look.painting import paint

ALL = (LIGHT, DARK, CONTRAST, PAPER)


def painted(shapes: list[Shape], palette: Palette = LIGHT, side: int = 60, ratio: float = 1.0) -> QImage:
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint(painter, [Box(Rect(0, 0, side, side), "base"), *shapes], palette)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def column(image: QImage, y: int) -> list[str]:
    return [colour(image, x, y) for x in range(image.width())]


@pytest.fixture(autouse=True)
def _application(qapp):
    return qapp


def test_a_filled_box_covers_whole_pixels_wherever_it_lies():
    row = column(painted([Box(Rect(10.4, 10.4, 20.2, 10), "mark")]), 15)
    assert set(row[10:31]) == {LIGHT["mark"]}
    assert set(row[:10] + row[31:]) == {LIGHT["base"]}


@pytest.mark.parametrize("x", [20.0, 20.3, 20.49, 20.9])
def test_a_hairline_fills_one_column_of_pixels(x: float):
    row = column(painted([Line(x, 0, x, 60, "edge", 1.0)]), 30)
    assert row.count(LIGHT["edge"]) == 1
    assert len(set(row)) == 2


def test_a_hairline_is_crisp_when_the_painter_was_moved_by_half_a_pixel():
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(0.5, 0.5)
    paint(painter, [Line(20, 0, 20, 40, "edge", 1.0)], LIGHT)
    painter.end()
    assert len(set(column(image, 20))) == 2


def test_the_outline_of_a_bar_has_a_solid_core():
    image = painted([Box(Rect(10.3, 10.3, 30, 12), "mark_fill", "mark", 1.25, 1.5)])
    row = column(image, 16)
    assert row.count(LIGHT["mark"]) == 2
    assert LIGHT["mark_fill"] in row


def test_a_fade_runs_from_clear_to_strong_without_a_seam_to_the_box_beside_it():
    row = column(painted([Fade(Rect(10, 10, 20.4, 10), "mark", 0, 1), Box(Rect(30.4, 10, 10, 10), "mark")]), 15)
    lightness = [int(code[1:3], 16) for code in row]
    assert lightness[10] > 240
    assert all(one >= other for one, other in pairwise(lightness[10:39]))
    assert row[31] == LIGHT["mark"]


def test_a_hatch_leans_to_the_right_and_keeps_to_its_figure():
    corners = ((10.0, 10.0), (50.0, 10.0), (50.0, 30.0), (10.0, 30.0))
    image = painted([Hatch(corners, "mark")])
    assert LIGHT["mark"] in column(image, 20)
    assert set(column(image, 5) + column(image, 40)) == {LIGHT["base"]}
    here, below = ([image.pixelColor(x, y).red() for x in range(15 + 20 - y, 40 + 20 - y)] for y in (20, 21))
    assert here == pytest.approx(below, abs=8)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_every_shape_is_drawn_at_every_ratio_of_pixels(ratio: float):
    triangle = ((20.0, 10.0), (40.0, 40.0), (5.0, 40.0))
    shapes: list[Shape] = [
        Text(5, 40, "Dyddiad", "regular", 11.5),
        Text(5, 40, "✓ tŷ", "bold", 10),
        Text(5, 40, "Words", "ui", 11),
        Box(Rect(10, 10, 30, 12), None, "mark", 1.25, 1.5, (2.0, 1.5)),
        Line(5, 5, 50, 40, "arrow", 1.25, (4.0, 2.5)),
        Polygon(triangle, "mark", "mark", 1.25),
        Polygon(triangle, None, "mark", 1.7, closed=False),
        Circle(30, 30, 9, "base", "mark", 1.1, (2.0, 2.0)),
        Fade(Rect(10, 10, 30, 12), "mark", 0, 0.62),
        Hatch(triangle, "mark", 3.5, 1.8),
    ]
    for shape in shapes:
        assert painted([shape], ratio=ratio) != painted([], ratio=ratio)


@pytest.mark.parametrize("palette", ALL, ids=lambda palette: palette.name)
def test_every_mark_status_and_letter_is_told_from_every_other_in_grey(palette: Palette):
    marks = [list(mark_entry(sign, 10, 30).shapes) for sign in Sign if sign is not Sign.BAR]
    statuses = [list(status_shape(letter, 30, 30, 7.2)) for letter in STATUS_LETTERS]
    letters = [list(token(letter, 30, 30)) for letter in LETTERS]
    for group in (marks, statuses, letters):
        grey = [painted(shapes, palette).convertToFormat(QImage.Format.Format_Grayscale8) for shapes in group]
        assert min(_differing(one, other) for one, other in combinations(grey, 2)) >= 12


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels differ so much that an eye sees it."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(a - b) > 60 for a, b in zip(first, second, strict=True))


def test_the_same_shapes_paint_the_same_picture_twice():
    shapes = [shape for sign in Sign for shape in mark_entry(sign, 10, 30).shapes]
    assert painted(shapes) == painted(shapes)


def test_turned_words_run_upwards_from_where_they_begin():
    def inked(image: QImage) -> tuple[list[int], list[int]]:
        dark = [(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).lightness() < 128]
        return [x for x, _ in dark], [y for _, y in dark]

    xs, ys = inked(painted([Text(30, 50, "HHHH", "bold", 10, turned=True)]))
    assert max(ys) - min(ys) > 2 * (max(xs) - min(xs))
    assert min(ys) < 30 < max(ys) <= 50
    assert max(xs) <= 30
