"""Matplotlib's artists as our shapes."""

from __future__ import annotations

import pytest

from mkplanner.charts.figures.renderer import ink, new_figure, shapes_of
from mkplanner.charts.fonts import width
from mkplanner.charts.geometry import Rect
from mkplanner.charts.palette import LIGHT
from mkplanner.charts.shapes import Box, Circle, Hatch, Line, Polygon, Shape, Text

PLACE = Rect(100, 200, 300, 120)


def drawn(draw) -> list[Shape]:
    figure = new_figure(PLACE)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 10)
    draw(axes)
    return shapes_of(figure)


def test_a_line_stands_where_its_values_lie_on_the_page_in_a_colour_of_the_palette() -> None:
    (line,) = drawn(lambda axes: axes.plot((0, 10), (0, 10), color=ink("mark"), linewidth=1.5))
    assert isinstance(line, Line)
    assert (line.x1, line.y1, line.x2, line.y2) == pytest.approx((100, 320, 400, 200))
    assert (line.colour, line.width, line.dash) == ("mark", 1.5, ())


def test_a_curve_of_several_values_is_one_open_figure_and_its_dashes_are_points() -> None:
    (curve,) = drawn(lambda axes: axes.plot((0, 5, 10), (0, 8, 2), color=ink("mark"), linewidth=1, dashes=(4, 2)))
    assert isinstance(curve, Polygon)
    assert (len(curve.points), curve.closed, curve.fill, curve.dash) == (3, False, None, (4.0, 2.0))


def test_bars_are_boxes_and_hatched_ones_have_our_patterns() -> None:
    plain = drawn(lambda axes: axes.bar(5, 5, 2, facecolor=ink("mark_fill"), edgecolor=ink("text"), linewidth=0.8))
    assert plain == [Box(Rect(220, 260, 60, 60), "mark_fill", "text", 0.8)]
    hatched = drawn(lambda axes: axes.bar(5, 5, 2, hatch="/", facecolor=ink("base"), edgecolor=ink("text")))
    assert [type(shape) for shape in hatched] == [Box, Hatch, Box]


def test_round_marks_are_circles() -> None:
    shapes = drawn(lambda axes: axes.plot((5,), (5,), marker="o", markersize=6, color=ink("mark"), linewidth=0))
    (circle,) = [shape for shape in shapes if isinstance(shape, Circle)]
    assert (circle.x, circle.y, circle.radius) == pytest.approx((250, 260, 3))
    assert circle.fill == "mark"


def test_words_are_set_in_our_own_face_and_measured_by_it() -> None:
    def write(axes) -> None:
        axes.text(10, 0, "Gŵyl y Dŵr", fontsize=9, ha="right", va="baseline", color=ink("text2"), parse_math=False)

    (words,) = drawn(write)
    assert isinstance(words, Text)
    assert (words.words, words.face, words.size, words.colour) == ("Gŵyl y Dŵr", "regular", 9, "text2")
    assert words.x == pytest.approx(400 - width("Gŵyl y Dŵr", "regular", 9), abs=0.5)


def test_bold_words_may_run_upwards() -> None:
    (words,) = drawn(lambda axes: axes.text(5, 5, "Up", rotation=90, fontweight="bold", fontsize=8))
    assert isinstance(words, Text)
    assert (words.turned, words.face) == (True, "bold")


def test_a_colour_that_is_no_token_passes_through_and_an_unknown_token_is_an_error() -> None:
    (line,) = drawn(lambda axes: axes.plot((0, 10), (5, 5), color="#b4231a"))
    assert isinstance(line, Line)
    assert line.colour == "#B4231A"
    with pytest.raises(KeyError):
        ink("no such colour")


def test_every_token_of_the_palette_comes_back_as_itself() -> None:
    for token in LIGHT.colours:
        (line,) = drawn(lambda axes, token=token: axes.plot((0, 10), (5, 5), color=ink(token)))
        assert isinstance(line, Line)
        assert line.colour == token
