"""The bar of statuses: lengths that are true, patterns that differ in grey, labels that stay on the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build
from mkplanner.charts.shapes import Box, Circle, Content, Hatch, Line, Shape, Text
from mkplanner.models.status import Status
from tests.charts.paper import nodes
from tests.charts.sample_plans import TODAY, PlanMaker

EVERY = [*Status, None]


def bar(*statuses: Status | None) -> list[Shape]:
    make = PlanMaker()
    for status in statuses:
        make.add("Action", status=status)
    figure = nodes(build("board", make.plan(), ReportOptions(today=TODAY)).root, "Figure")[0]
    return [shape for part in figure.kids if isinstance(part, Content) for shape in part.shapes]


def outlines(shapes: list[Shape]) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box) and shape.stroke == "text"]


def test_each_stretch_is_as_long_as_its_share() -> None:
    found = outlines(bar(Status.COMPLETE, Status.LATE, Status.LATE, Status.LATE))
    assert found[1].rect.width == pytest.approx(3 * found[0].rect.width)
    assert found[1].rect.right == pytest.approx(559.28, abs=0.01)


def test_every_status_has_a_pattern_of_its_own_beside_its_colour() -> None:
    looks = set()
    for status in EVERY:
        shapes = bar(*[status, Status.NOT_STARTED] if status else [None, Status.NOT_STARTED])
        first = outlines(shapes)[0 if status is not Status.NOT_STARTED else -1].rect
        inside = [shape for shape in shapes if isinstance(shape, Line | Circle | Hatch | Box)]
        kinds = {
            (type(shape).__name__, getattr(shape, "dash", ()), isinstance(shape, Line) and shape.x1 == shape.x2)
            for shape in inside
            if isinstance(shape, Line | Hatch) or (isinstance(shape, Circle) and shape.radius < 1)
        }
        solid = any(isinstance(shape, Box) and shape.fill == "mark" and shape.rect == first for shape in inside)
        looks.add((frozenset(kinds), solid))
    assert len(looks) == len(EVERY)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 300), min_size=7, max_size=7).filter(lambda counts: sum(counts[:-1]) > 0))
def test_numbers_stand_on_the_page_and_never_on_one_another(counts: list[int]) -> None:
    shapes = bar(*[status for status, count in zip(EVERY, counts, strict=True) for _ in range(min(count, 60))])
    plates = [s.rect for s in shapes if isinstance(s, Box) and s.fill == "base" and s.rect.height == 17]
    numbers = [shape for shape in shapes if isinstance(shape, Text) and shape.size == 10]
    assert len(plates) == len(numbers) == sum(count > 0 for count in counts)
    assert all(plate.x >= 35.9 and plate.right <= 559.4 for plate in plates)
    for level in {round(plate.y, 1) for plate in plates}:
        row = sorted((plate for plate in plates if round(plate.y, 1) == level), key=lambda plate: plate.x)
        assert all(one.right <= other.x + 0.01 for one, other in pairwise(row))
