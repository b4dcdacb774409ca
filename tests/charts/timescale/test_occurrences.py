from datetime import date

import pytest

from mkplanner.charts.timescale.occurrences import occurrences
from mkplanner.charts.timescale.units import Calendar
from mkplanner.models.timeframes.timeframe import Kind, Precision, Recurrence, Segment

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)


def found(rule: Recurrence, start: date | None = None, end: date | None = None, **more) -> list[date]:
    segment = Segment(Kind.RECURRING, start, end, more.pop("precision", Precision.MONTH), recurrence=rule)
    return occurrences(segment, FIRST, LAST, **more)


def test_a_named_month_comes_every_year():
    assert found(Recurrence("annual", (4,))) == [date(2025, 4, 15)]
    assert found(Recurrence("annual", (3,), "end")) == [date(2026, 3, 31)]
    assert found(Recurrence("annual", (2,), "30")) == [date(2026, 2, 28)]
    assert found(Recurrence("twice a year", (6, 11))) == [date(2025, 6, 15), date(2025, 11, 15)]


def test_quarterly_alone_ends_each_quarter_of_the_plans_own_year():
    assert [day.month for day in found(Recurrence("quarterly"))] == [6, 9, 12, 3]
    assert [day.month for day in found(Recurrence("quarterly"), calendar=Calendar(5))] == [4, 7, 10, 1]


def test_a_start_sets_the_rhythm_and_an_end_stops_it():
    days = found(Recurrence("quarterly"), date(2025, 5, 20), date(2025, 12, 31), precision=Precision.DAY)
    assert days == [date(2025, 5, 20), date(2025, 8, 20), date(2025, 11, 20)]


def test_weeks_keep_their_weekday():
    days = found(Recurrence("weekly", (), "Thursday"), date(2026, 3, 1))
    assert days == [date(2026, 3, 5), date(2026, 3, 12), date(2026, 3, 19), date(2026, 3, 26)]
    assert len(found(Recurrence("fortnightly"))) == 26


def test_the_first_monday_of_each_month():
    days = found(Recurrence("monthly", (), "1st Monday"))
    assert len(days) == 12
    assert all(day.weekday() == 0 and day.day <= 7 for day in days)


@pytest.mark.parametrize(("frequency", "years"), [("every 3 years", 3), ("every 4 years", 4)])
def test_every_few_years_counts_from_its_start(frequency: str, years: int):
    segment = Segment(Kind.RECURRING, date(2014, 6, 1), precision=Precision.DAY, recurrence=Recurrence(frequency))
    days = occurrences(segment, date(2014, 1, 1), date(2026, 12, 31))
    assert [day.year for day in days] == list(range(2014, 2027, years))


def test_a_rhythm_nobody_knows_has_no_days():
    assert found(Recurrence("from time to time")) == []
    assert occurrences(Segment(Kind.RECURRING), FIRST, LAST) == []
