"""Arrows between rows: right angles from the right end of one mark to the right end of another, and reasons in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from mkplanner.charts.links import Arrow, LinkEnd, link_arrow, link_reason
from mkplanner.charts.shapes import Box, Point, Polygon, Text
from mkplanner.models.plan import LinkType


def row(left: float, right: float, top: float) -> LinkEnd:
    """A row of 24 with one mark on its middle line."""
    return LinkEnd((left, top + 12), (right, top + 12), top, top + 24)


def points(arrow: Arrow) -> tuple[Point, ...]:
    """The line's corners and the head's tip."""
    line, head = arrow.shapes
    assert isinstance(line, Polygon)
    assert isinstance(head, Polygon)
    return (*line.points, head.points[1])


EARLY, LATE = (100.0, 200.0), (300.0, 400.0)


@pytest.mark.parametrize("sort", LinkType)
@pytest.mark.parametrize("tops", [(0, 24), (0, 240), (240, 0)])
@pytest.mark.parametrize("marks", [(EARLY, LATE), (LATE, EARLY), (EARLY, EARLY), ((150.0, 150.0), EARLY)])
def test_every_arrow_has_right_angles_and_joins_the_ends_that_its_sort_names(
    sort: LinkType, tops: tuple[float, float], marks: tuple[Point, Point]
) -> None:
    before, after = (row(*mark, top) for mark, top in zip(marks, tops, strict=True))
    found = points(link_arrow(sort, before, after))
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(found))
    origin = before.end if sort in (LinkType.FS, LinkType.FF) else before.start
    goal = after.start if sort in (LinkType.FS, LinkType.SS) else after.end
    assert abs(found[0][0] - origin[0]) <= 1
    assert abs(found[-1][0] - goal[0]) <= 8
    assert abs(found[-1][1] - goal[1]) <= 9
    assert after.top <= found[-1][1] <= after.bottom


def test_it_arrives_from_the_side_the_other_row_is_on() -> None:
    down = points(link_arrow(LinkType.FS, row(*EARLY, 0), row(*LATE, 48)))
    up = points(link_arrow(LinkType.FS, row(*EARLY, 48), row(*LATE, 0)))
    assert down[-2][1] < down[-1][1] < 60
    assert up[-2][1] > up[-1][1] > 12


def test_a_diamond_is_met_on_its_middle() -> None:
    tip = points(link_arrow(LinkType.FS, row(*EARLY, 0), row(300, 300, 24)))[-1]
    assert tip[0] == 300


def test_a_broken_link_is_dashed_in_its_own_colour_and_a_sound_one_is_not() -> None:
    sound, broken = (link_arrow(LinkType.FS, row(*LATE, 0), row(*EARLY, 24), broken=b) for b in (False, True))
    assert [(shape.stroke or shape.fill, bool(shape.dash)) for shape in sound.shapes if isinstance(shape, Polygon)] == [
        ("arrow", False),
        ("arrow", False),
    ]
    assert [
        (shape.stroke or shape.fill, bool(shape.dash)) for shape in broken.shapes if isinstance(shape, Polygon)
    ] == [
        ("broken", True),
        ("broken", False),
    ]


@pytest.mark.parametrize("right", [1000.0, 450.0])
def test_the_reason_stands_beside_the_arrow_and_inside_the_chart(right: float) -> None:
    arrow = link_arrow(LinkType.FS, row(*LATE, 0), row(*EARLY, 24), broken=True)
    *_, warning, words = link_reason(arrow, "starts before 3.1 ends", (0, right))
    assert isinstance(words, Text)
    assert isinstance(warning, Text)
    assert (warning.words, words.words) == ("!", "starts before 3.1 ends")
    assert 0 < warning.x < words.x < right - 60
    low, high = sorted(point[0] for point in arrow.turn)
    is_beside_the_other_mark = abs(words.y - 36) < 5 and words.x > EARLY[1]
    assert words.x > high or words.x < low or is_beside_the_other_mark


def test_the_reason_keeps_clear_of_the_status_of_a_row_close_above() -> None:
    crowded = replace(row(*LATE, 0), clear=LATE[1] + 22.0)
    alone, beside = (
        link_arrow(LinkType.FS, before, row(*EARLY, 24), broken=True) for before in (row(*LATE, 0), crowded)
    )
    first, second = (
        next(shape for shape in link_reason(arrow, "starts before 3.1 ends", (0, 1000)) if isinstance(shape, Box))
        for arrow in (alone, beside)
    )
    assert first.rect.x < LATE[1] + 22 <= second.rect.x
    assert beside.points == alone.points


def test_the_reason_never_stands_over_a_bar_that_is_close_above() -> None:
    """Without room at the right it goes before the bar, or else beside the mark that comes too early."""
    arrow = link_arrow(LinkType.FS, row(*LATE, 0), replace(row(*EARLY, 24), clear=220.0), broken=True)
    for visible in ((0.0, 450.0), (150.0, 450.0)):
        ground = next(
            shape for shape in link_reason(arrow, "starts before 3.1", visible) if isinstance(shape, Box)
        ).rect
        is_over = ground.y < 18 and ground.right > LATE[0] and ground.x < LATE[1]
        assert not is_over
        assert visible[0] < ground.x
        assert ground.right <= visible[1] + 2
