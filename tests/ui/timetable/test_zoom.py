from datetime import date

import pytest

from mkplanner.charts.timescale.timescale import LEAST, MOST
from mkplanner.models.timeframes.periods import Span
from mkplanner.ui.timetable.zoom import READABLE, Zoom

TWO_YEARS = Span(date(2025, 4, 1), date(2027, 3, 31))
TWENTY_YEARS = Span(date(2010, 4, 1), date(2030, 3, 31))


def zoom_of(years: Span, width: int = 600) -> Zoom:
    zoom = Zoom(years)
    zoom.width = width
    return zoom


def test_fitting_fills_the_width():
    zoom = zoom_of(TWO_YEARS)
    zoom.fit(TWO_YEARS)

    assert zoom.scale.span(*TWO_YEARS) == pytest.approx((16, 556))


def test_what_was_fitted_is_fitted_again_to_another_width():
    zoom = zoom_of(TWENTY_YEARS)
    zoom.fit(TWO_YEARS)
    zoom.width = 800
    zoom.fit_again(date(2026, 1, 1))
    assert zoom.scale.span(*TWO_YEARS) == pytest.approx((16, 756))
    zoom.first_view(date(2026, 1, 1))
    zoom.fit_again(date(2026, 1, 1))
    assert zoom.scale.pixels_per_day == pytest.approx(READABLE)


def test_a_single_day_is_not_blown_up_beyond_all_measure():
    zoom = zoom_of(TWO_YEARS)
    zoom.fit(Span(date(2026, 1, 1), date(2026, 1, 1)))

    assert zoom.scale.pixels_per_day == MOST


def test_a_first_view_of_many_years_keeps_bars_readable_and_shows_today():
    zoom = zoom_of(TWENTY_YEARS)
    zoom.first_view(date(2020, 5, 5))

    assert zoom.scale.pixels_per_day == pytest.approx(READABLE)
    assert 0 < zoom.scale.middle_x(date(2020, 5, 5)) < 600


def test_a_first_view_near_the_end_shows_no_emptiness_behind_it():
    zoom = zoom_of(TWENTY_YEARS)
    zoom.first_view(date(2030, 3, 1))

    assert zoom.scale.end_x(TWENTY_YEARS.last) == pytest.approx(600)


def test_a_first_view_shows_the_plans_own_years_and_whole_plan_all():
    zoom = Zoom(TWENTY_YEARS, TWO_YEARS)
    zoom.width = 600
    zoom.first_view(date(2026, 1, 1))
    assert zoom.scale.span(*TWO_YEARS) == pytest.approx((0, 600))
    assert zoom.longest > 2000
    zoom.fit(TWENTY_YEARS)
    assert zoom.scale.span(*TWENTY_YEARS) == pytest.approx((16, 556))


def test_zooming_ends_at_its_limits():
    zoom = zoom_of(TWO_YEARS)
    for _ in range(80):
        zoom.zoom(1.25, 300)
    assert zoom.scale.pixels_per_day == MOST
    for _ in range(200):
        zoom.zoom(0.8, 300)
    assert zoom.scale.pixels_per_day == LEAST


def test_scrolling_to_where_it_is_changes_nothing():
    zoom = zoom_of(TWO_YEARS)
    zoom.fit(TWO_YEARS)
    before = zoom.scale.x(date(2026, 1, 1))
    zoom.scroll_to(zoom.offset)

    assert zoom.scale.x(date(2026, 1, 1)) == pytest.approx(before, abs=0.5)


@pytest.mark.parametrize(
    ("pixels", "words"),
    [
        (0.85, "Months · 100 %"),
        (1.7, "Months · 200 %"),
        (20, "Days"),
        (6, "Weeks"),
        (0.25, "Quarters"),
        (0.05, "Years"),
    ],
)
def test_the_zoom_is_told_in_words(pixels, words):
    zoom = zoom_of(TWO_YEARS)
    zoom.zoom(pixels / zoom.scale.pixels_per_day, 0)

    assert zoom.words().startswith(words)
