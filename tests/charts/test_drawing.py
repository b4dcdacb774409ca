"""Every kind of shape has a way to be drawn in every form."""

from typing import get_args

import pytest

from mkplanner.charts.drawing import Drawing
from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.png_shapes import PngShapes
from mkplanner.charts.outputs.svg_shapes import SvgShapes
from mkplanner.charts.pdf.shapes import ShapeWriter
from mkplanner.charts.shapes import Box, Line, Shape


class Names(Drawing[str]):
    def _named(self, shape):
        return type(shape).__name__

    _text = _box = _line = _polygon = _circle = _fade = _hatch = _bitmap = _named


def test_each_kind_of_shape_finds_its_way() -> None:
    assert {kind.__name__ for kind in get_args(Shape)} == {kind.__name__ for kind in Names()._writers}


def test_what_comes_of_a_shape_is_the_forms_own() -> None:
    assert [Names().draw(shape) for shape in (Box(Rect(0, 0, 1, 1), "base"), Line(0, 0, 1, 1, "edge", 1))] == [
        "Box",
        "Line",
    ]


@pytest.mark.parametrize("form", [ShapeWriter, SvgShapes, PngShapes])
def test_no_form_leaves_a_kind_out(form) -> None:
    assert issubclass(form, Drawing)
    assert not form.__abstractmethods__
