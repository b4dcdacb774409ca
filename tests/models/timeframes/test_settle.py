"""Which year is meant, and which days that makes: terms, their years and the segments they come to."""

from datetime import date

import pytest

from mkplanner.models.timeframes.bounds import Bound
from mkplanner.models.timeframes.dated import Dated, Link
from mkplanner.models.timeframes.readings import read_meaning, segments_of
from mkplanner.models.timeframes.settle import settled, window_of
from mkplanner.models.timeframes.terms import Part, Term, Unit, counts_financial, is_real, precision_of, span_of
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Precision

PLAN = PlanContext(date(2014, 4, 1), date(2016, 3, 31))
MARCH, NOVEMBER = Term(Unit.MONTH, index=3), Term(Unit.MONTH, index=11)


def years(dated: Dated, context: PlanContext = PLAN) -> list[list[int | None]]:
    return [[term.year for term in reading.terms] for reading in settled(dated, context)]


def test_a_year_flows_from_the_end_of_a_range_to_its_start():
    assert years(Dated((MARCH, Term(Unit.MONTH, 2015, 6)), Link.RANGE)) == [[2015, 2015]]


def test_a_start_later_in_the_year_than_the_end_is_the_year_before():
    assert years(Dated((NOVEMBER, Term(Unit.MONTH, 2015, 1)), Link.RANGE)) == [[2014, 2015]]


def test_a_month_of_a_financial_year_lies_on_the_right_side_of_new_year():
    assert span_of(Term(Unit.MONTH, 2014, 3, split=True), PLAN).first == date(2015, 3, 1)
    assert span_of(Term(Unit.MONTH, 2014, 4, split=True), PLAN).first == date(2014, 4, 1)


def test_a_missing_year_is_looked_for_in_the_plan_and_then_beside_it():
    assert years(Dated((NOVEMBER,))) == [[2014], [2015]]
    assert years(Dated((NOVEMBER,)), PlanContext(date(2014, 4, 1), date(2014, 9, 30))) == [[2014]]


def test_what_has_happened_is_dated_as_late_as_it_fits():
    assert settled(Dated((NOVEMBER,)), PLAN, past=True)[0].terms[0].year == 2015


def test_this_financial_year_is_the_one_the_plan_begins_in():
    this, coming = (Dated((Term(Unit.FINANCIAL, shift=shift, weak=True),)) for shift in (0, 1))

    assert years(this) + years(coming) == [[2014], [2015]]


def test_no_plan_and_no_heading_leave_the_year_open():
    assert years(Dated((NOVEMBER,)), PlanContext()) == [[None]]


def test_the_window_is_the_headings_year_or_the_plans_days():
    assert window_of(PlanContext(column="Target 2014/15")) == (date(2014, 4, 1), date(2015, 3, 31))
    assert window_of(PlanContext(PLAN.end, PLAN.start)) == (PLAN.start, PLAN.end)
    assert window_of(PlanContext(PLAN.start)) == (PLAN.start, date(2015, 4, 1))
    assert window_of(PlanContext(column="By when")) is None


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (Part.EARLY, date(2014, 7, 1), date(2014, 7, 10)),
        (Part.MID, date(2014, 7, 11), date(2014, 7, 20)),
        (Part.LATE, date(2014, 7, 21), date(2014, 7, 31)),
        (Part.END, date(2014, 7, 31), date(2014, 7, 31)),
        (Part.START, date(2014, 7, 1), date(2014, 7, 10)),
    ],
)
def test_early_mid_and_late_are_ten_days_each(part, first, last):
    assert span_of(Term(Unit.MONTH, 2014, 7, part=part), PLAN) == (first, last)


def test_early_year_is_four_months_and_early_season_its_first():
    assert span_of(Term(Unit.YEAR, 2011, part=Part.EARLY), PLAN) == (date(2011, 1, 1), date(2011, 4, 30))
    assert span_of(Term(Unit.SEASON, 2014, 0, part=Part.EARLY), PLAN) == (date(2014, 3, 1), date(2014, 3, 31))


def test_precision_says_how_exactly_a_term_is_known():
    assert precision_of(Term(Unit.MONTH, 2014, 7, part=Part.MID)) is Precision.DAY
    assert precision_of(Term(Unit.MONTH, 2014, 7, part=Part.END)) is Precision.MONTH
    assert precision_of(Term(Unit.YEAR, 2014, part=Part.LATE)) is Precision.MONTH


def test_quarters_are_financial_unless_the_plan_runs_by_calendar_years():
    q2 = Term(Unit.QUARTER, 2005, 2)

    assert counts_financial(q2, PLAN)
    assert not counts_financial(q2, PlanContext(date(2005, 1, 1), date(2006, 12, 31)))


@pytest.mark.parametrize(("month", "day", "real"), [(6, 31, False), (2, 29, True), (2, 30, False), (13, 1, False)])
def test_days_that_cannot_exist_are_known(month, day, real):
    assert is_real(Term(Unit.DAY, 2014, month, day)) is real


def test_a_leap_day_takes_a_leap_year():
    assert years(Dated((Term(Unit.DAY, index=2, day=29),))) == [[2016]]


def test_terms_that_touch_are_one_stretch_and_others_are_parts_of_their_own():
    april, may, june = (Term(Unit.MONTH, 2014, month) for month in (4, 5, 6))

    assert len(segments_of(Dated((april, may), Link.LIST), PLAN)) == 1
    assert len(segments_of(Dated((april, june), Link.LIST), PLAN)) == 2


def test_before_a_month_ends_the_day_before_it():
    segment = segments_of(Dated((Term(Unit.MONTH, 2014, 5),), bound=Bound.BEFORE), PLAN)[0]

    assert (segment.kind, segment.end) == (Kind.BY_DEADLINE, date(2014, 4, 30))


def test_a_day_that_exists_in_no_year_has_no_meaning():
    assert read_meaning(Dated((Term(Unit.DAY, 2014, 6, 31),)), PLAN) is None


def test_a_plain_winter_may_have_begun_the_year_before():
    reading = read_meaning(Dated((Term(Unit.SEASON, 2015, 3),)), PLAN)

    assert [s[0].start for s in (reading.segments, *reading.others)] == [date(2015, 12, 1), date(2014, 12, 1)]
