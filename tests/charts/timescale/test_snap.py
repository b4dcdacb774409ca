from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.timescale.snap import Step, nearest_end, nearest_start, snap_unit, stepped, steps
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.charts.timescale.units import Unit

SCALE = Timescale(date(2026, 4, 1), 2.0, 0.0)


@pytest.mark.parametrize(
    ("pixels", "unit"), [(20, Unit.DAY), (4.6, Unit.DAY), (2, Unit.WEEK), (0.85, Unit.MONTH), (0.1, Unit.MONTH)]
)
def test_the_nearer_one_looks_the_finer_a_drag_aims(pixels, unit):
    assert snap_unit(Timescale(date(2026, 4, 1), pixels)) is unit


def test_larger_letters_aim_as_finely_as_they_look():
    assert snap_unit(Timescale(date(2026, 4, 1), 5.0), 2.0) is Unit.WEEK


@pytest.mark.parametrize(
    ("unit", "distance", "step"),
    [
        (Unit.DAY, 5.0, Step(days=2)),
        (Unit.WEEK, -27.0, Step(days=-14)),
        (Unit.MONTH, 62.0, Step(months=1)),
        (Unit.MONTH, 20.0, Step()),
    ],
)
def test_a_distance_is_the_whole_units_nearest_to_it(unit, distance, step):
    assert steps(SCALE, distance, unit) == step


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step(), "not moved"),
        (stepped(Unit.WEEK, 3), "3 weeks later"),
        (stepped(Unit.DAY, -1), "1 day earlier"),
        (stepped(Unit.MONTH, -2), "2 months earlier"),
        (Step(days=14), "2 weeks later"),
    ],
)
def test_a_step_says_how_far_and_which_way(step, words):
    assert step.words() == words


def test_a_start_comes_to_rest_on_the_first_of_a_month_and_an_end_on_the_last():
    assert nearest_start(SCALE, SCALE.x(date(2026, 6, 10)), Unit.MONTH) == date(2026, 6, 1)
    assert nearest_start(SCALE, SCALE.x(date(2026, 6, 20)), Unit.MONTH) == date(2026, 7, 1)
    assert nearest_end(SCALE, SCALE.x(date(2026, 6, 20)), Unit.MONTH) == date(2026, 6, 30)
    assert nearest_start(SCALE, SCALE.x(date(2026, 6, 11)), Unit.WEEK).weekday() == 0


@given(st.floats(-2000, 2000), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]))
def test_nothing_nearer_begins_than_the_nearest_start(x, unit):
    day = nearest_start(SCALE, x, unit)
    longest = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31}[unit]

    assert abs(SCALE.x(day) - x) <= longest * SCALE.pixels_per_day / 2 + 1e-6
