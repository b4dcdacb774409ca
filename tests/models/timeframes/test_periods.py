"""Spans of the calendar, both days inclusive."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes import periods


def test_a_financial_year_runs_from_april_to_march():
    assert periods.year_span(2014, 4) == (date(2014, 4, 1), date(2015, 3, 31))
    assert periods.financial_year_of(date(2015, 3, 31)) == 2014
    assert periods.financial_year_of(date(2015, 4, 1)) == 2015


def test_quarters_and_halves_follow_the_years_first_month():
    assert periods.quarter_span(2014, 4, 4) == (date(2015, 1, 1), date(2015, 3, 31))
    assert periods.quarter_span(2014, 4) == (date(2014, 10, 1), date(2014, 12, 31))
    assert periods.half_span(2014, 2, 4) == (date(2014, 10, 1), date(2015, 3, 31))


def test_winter_ends_in_the_next_february():
    assert periods.season_span(2015, periods.WINTER) == (date(2015, 12, 1), date(2016, 2, 29))


def test_school_terms_have_months_of_their_own():
    assert periods.term_span(2017, periods.AUTUMN) == (date(2017, 9, 1), date(2017, 12, 31))
    assert periods.term_span(2017, periods.SUMMER) == (date(2017, 4, 1), date(2017, 7, 31))
    with pytest.raises(KeyError):
        periods.term_span(2017, periods.WINTER)


def test_months_are_added_without_running_over_a_short_month():
    assert periods.add_months(date(2014, 1, 31), 1) == date(2014, 2, 28)
    assert periods.add_months(date(2014, 1, 31), -11) == date(2013, 2, 28)


def test_a_week_has_seven_days():
    assert periods.week_span(date(2021, 11, 8)) == (date(2021, 11, 8), date(2021, 11, 14))


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2014, 4, 20), (2015, 4, 5), (2016, 3, 27), (2024, 3, 31), (2038, 4, 25)]
)
def test_easter_falls_on_its_sunday(year, month, day):
    assert periods.easter_sunday(year) == (month, day)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(-600, 600))
def test_months_forth_and_back_come_home_or_stop_at_a_short_month(day, months):
    back = periods.add_months(periods.add_months(day, months), -months)

    assert back.replace(day=1) == day.replace(day=1)
    assert back.day <= day.day


@given(st.integers(1900, 2200), st.integers(1, 12), st.integers(1, 36))
def test_a_span_of_months_ends_where_the_next_begins(year, month, count):
    span = periods.months_span(year, month, count)

    assert periods.is_month_end(span.last)
    assert (span.last + periods.ONE_DAY).day == span.first.day == 1
