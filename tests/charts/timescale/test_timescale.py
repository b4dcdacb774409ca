from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.timescale.timescale import LEAST, MOST, Timescale, grid_lines, tiers
from mkplanner.charts.timescale.units import COUNCIL_YEAR, Calendar, Unit

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
WIDTHS = st.floats(LEAST, MOST)
PICTURE = Timescale(date(2025, 4, 1), 0.845)


def words(scale: Timescale, x0: float, x1: float, calendar: Calendar = COUNCIL_YEAR) -> list[list[str]]:
    return [[cell.words for cell in tier.cells] for tier in tiers(scale, x0, x1, calendar)]


@given(DAYS, DAYS, WIDTHS, st.floats(-5000, 5000))
def test_the_day_at_the_x_of_a_day_is_that_day(origin: date, day: date, width: float, left: float):
    scale = Timescale(origin, width, left)
    assert scale.day(scale.x(day)) == day
    assert scale.day(scale.middle_x(day)) == day


@given(DAYS, st.integers(0, 5000), WIDTHS)
def test_spans_include_their_last_day_and_touch_the_next(first: date, days: int, width: float):
    scale = Timescale(date(2025, 4, 1), width)
    last = first + timedelta(days)
    x0, x1 = scale.span(first, last)
    assert x0 == scale.x(first)
    assert x1 == scale.x(last + timedelta(1))
    assert x1 - x0 == pytest.approx((days + 1) * width)


@given(DAYS, st.integers(0, 5000), st.floats(50, 3000))
def test_a_fitted_scale_fills_the_width_from_first_to_last_day(first: date, days: int, width: float):
    last = first + timedelta(days)
    scale = Timescale.fitting(first, last, width, left=40)
    assert scale.span(first, last) == (pytest.approx(40), pytest.approx(40 + width))


@given(WIDTHS, st.floats(0.2, 5), st.floats(-400, 2000))
def test_zooming_keeps_what_stands_under_the_pointer(width: float, factor: float, about: float):
    before = Timescale(date(2025, 4, 1), width)
    after = before.zoomed(factor, about)
    days_before = (about - before.left) / before.pixels_per_day
    assert (about - after.left) / after.pixels_per_day == pytest.approx(days_before, abs=1e-6)
    assert LEAST <= after.pixels_per_day <= MOST


def test_the_calendar_has_ends_and_no_x_goes_beyond_them():
    assert PICTURE.day(-1e9) == date.min
    assert PICTURE.day(1e9) == date.max
    assert PICTURE.end_x(date.max) > PICTURE.x(date.max)
    assert grid_lines(PICTURE, -1e6, -1e6 + 500) == ()
    assert tiers(PICTURE, PICTURE.x(date.max) - 300, PICTURE.x(date.max) + 300)


def test_months_stand_below_quarters_below_financial_years():
    years, quarters, months = words(PICTURE, 0, 463)
    assert years == ["2025/26", "2026/27"]
    assert quarters == ["Q1", "Q2", "Q3", "Q4", "Q1", "Q2"]
    assert months[:4] == ["Apr", "May", "Jun", "Jul"]


def test_a_heading_cut_by_the_edge_keeps_its_words_in_the_visible_part():
    years = tiers(PICTURE, 100, 463)[0]
    assert [cell.left for cell in years.cells] == [100, PICTURE.x(date(2026, 4, 1))]
    assert [cell.opens for cell in years.cells] == [False, True]


def test_words_that_would_not_fit_are_left_out():
    months = tiers(PICTURE, PICTURE.x(date(2025, 4, 25)), 463)[2]
    assert [cell.words for cell in months.cells[:2]] == ["", "May"]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (20, [["April 2025"], ["w/c 31", "w/c 7"], ["1", "2", "3"]]),
        (6, [["Q1 2025/26"], ["April", "May"], ["w/c 31"]]),
        (0.9, [["2025/26"], ["Q1"], ["Apr", "May"]]),
        (0.45, [["2025/26"], ["Q1"], ["A", "M", "J"]]),
        (0.25, [["2025/26", "2026/27"], ["Q1", "Q2"]]),
        (0.12, [["2025 – 2030"], ["25/26", "26/27"]]),
        (0.06, [["2025 – 2030"]]),
        (0.02, [["2025", "2030"]]),
    ],
)
def test_headings_change_with_the_zoom(width: float, expected: list[list[str]]):
    for found, first in zip(words(Timescale(date(2025, 4, 1), width), 0, 300), expected, strict=True):
        assert found[: len(first)] == first


def test_calendar_quarters_and_years_are_a_setting():
    assert words(PICTURE, 0, 200, Calendar(calendar_quarters=True))[1][:2] == ["Q2", "Q3"]
    years, quarters, _ = words(PICTURE, 0, 463, Calendar(financial_month=1))
    assert years == ["2025", "2026"]
    assert quarters[0] == "Q2"
    near = Timescale(date(2025, 4, 1), 6)
    assert words(near, 0, 300, Calendar(calendar_quarters=True))[0] == ["Q2 2025"]


@given(DAYS, WIDTHS, st.floats(0, 2000), st.sampled_from([1, 4, 9]))
def test_cells_of_a_tier_leave_no_gap(origin: date, width: float, x0: float, month: int):
    for tier in tiers(Timescale(origin, width), x0, x0 + 400, Calendar(month)):
        assert tier.cells[0].left == x0
        assert tier.cells[-1].right == x0 + 400
        for one, other in pairwise(tier.cells):
            assert one.right == pytest.approx(other.left)


def test_the_heaviest_unit_rules_where_several_begin():
    lines = {PICTURE.day(line.x): line.unit for line in grid_lines(PICTURE, 0, 463)}
    assert lines[date(2026, 4, 1)] is Unit.YEAR
    assert lines[date(2025, 7, 1)] is Unit.QUARTER
    assert lines[date(2025, 8, 1)] is Unit.MONTH
    assert len(lines) == 18


@given(DAYS, WIDTHS)
def test_rules_never_stand_so_close_that_they_become_a_wash(origin: date, width: float):
    places = [line.x for line in grid_lines(Timescale(origin, width), 0, 1000)]
    assert all(later - earlier >= 4 for earlier, later in pairwise(places))


def test_a_year_starting_in_september_is_written_over_two_years():
    assert Calendar(9).year_words(date(2025, 8, 31)) == "2024/25"
    assert Calendar(9).year_words(date(1999, 9, 1)) == "1999/00"
    assert Calendar(9).quarter_of(date(2025, 12, 1)) == 2
