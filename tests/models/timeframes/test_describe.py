"""Timeframes in British words, and back again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes import periods
from mkplanner.models.timeframes.describe import describe, describe_segment, speak
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Flags, Kind, PlanContext, Precision, Recurrence, Segment, Timeframe

PLAN = PlanContext(date(2014, 4, 1), date(2016, 3, 31))
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
years = st.integers(1990, 2090)
months = st.tuples(years, st.integers(1, 12))
ONGOING = Flags(ongoing=True)


def of_span(kind, precision, span, flags=None):
    return Segment(kind, span.first, span.last, precision, flags or Flags())


def ranges(pair):
    first, last = sorted(pair)
    return Segment(Kind.RANGE, first, last, Precision.DAY)


def month_ranges(pair):
    first, last = sorted(pair)
    return Segment(Kind.RANGE, periods.months_span(*first).first, periods.months_span(*last).last, Precision.MONTH)


ordinary = st.one_of(
    days.map(lambda day: Segment(Kind.POINT, day, day, Precision.DAY)),
    days.map(lambda day: of_span(Kind.POINT, Precision.WEEK, periods.week_span(day))),
    days.map(lambda day: Segment(Kind.BY_DEADLINE, end=day, precision=Precision.DAY)),
    months.map(lambda m: Segment(Kind.BY_DEADLINE, end=periods.last_of_month(*m), precision=Precision.MONTH)),
    years.map(lambda y: Segment(Kind.BY_DEADLINE, end=date(y, 12, 31), precision=Precision.YEAR)),
    years.map(lambda y: Segment(Kind.BY_DEADLINE, end=date(y, 3, 31), precision=Precision.YEAR)),
    st.lists(days, min_size=2, max_size=2, unique=True).map(ranges),
    st.lists(months, min_size=2, max_size=2, unique=True).map(month_ranges),
    months.map(lambda m: of_span(Kind.MONTH, Precision.MONTH, periods.months_span(*m))),
    st.tuples(years, st.sampled_from([1, 4, 7, 10])).map(
        lambda q: of_span(Kind.QUARTER, Precision.QUARTER, periods.months_span(*q, 3))
    ),
    st.tuples(years, st.sampled_from([4, 10])).map(
        lambda h: of_span(Kind.HALF_YEAR, Precision.HALF_YEAR, periods.months_span(*h, 6))
    ),
    st.tuples(years, st.integers(0, 3)).map(lambda s: of_span(Kind.SEASON, Precision.SEASON, periods.season_span(*s))),
    st.tuples(years, st.integers(0, 2)).map(lambda t: of_span(Kind.RANGE, Precision.TERM, periods.term_span(*t))),
    years.map(lambda y: of_span(Kind.YEAR, Precision.YEAR, periods.year_span(y))),
    years.map(lambda y: of_span(Kind.FINANCIAL_YEAR, Precision.YEAR, periods.year_span(y, 4))),
    years.map(lambda y: of_span(Kind.RANGE, Precision.YEAR, periods.year_span(y, 9))),
    st.just(Segment(Kind.ONGOING, flags=ONGOING)),
    days.map(lambda day: Segment(Kind.OPEN_ENDED_FROM, day, precision=Precision.DAY)),
    months.map(lambda m: Segment(Kind.OPEN_ENDED_FROM, date(*m, 1), precision=Precision.MONTH)),
    months.map(
        lambda m: Segment(Kind.ONGOING_UNTIL, end=periods.last_of_month(*m), precision=Precision.MONTH, flags=ONGOING)
    ),
    days.map(lambda day: Segment(Kind.ONGOING_UNTIL, end=day, precision=Precision.DAY)),
    months.map(lambda m: Segment(Kind.COMMENCED_AND_ONGOING, date(*m, 1), precision=Precision.MONTH, flags=ONGOING)),
    months.map(lambda m: Segment(Kind.PHASED, end=periods.last_of_month(*m), precision=Precision.MONTH)),
)


@given(ordinary)
def test_what_is_described_is_read_as_the_same_segment(segment):
    assert parse(describe_segment(segment), PLAN).segments == (segment,)


@given(ordinary)
def test_the_short_words_name_the_same_days(segment):
    read = parse(describe_segment(segment, length="short"), PLAN)

    assert (read.segments[0].start, read.segments[0].end) == (segment.start, segment.end)


@pytest.mark.parametrize(
    "words",
    [
        "annually in April",
        "annually by end of March",
        "annually on 30 September",
        "quarterly",
        "every 3 years",
        "monthly on the 1st Monday",
        "quarterly from June 2014",
        "annually from April 2014",
        "monthly until March 2015",
        "ongoing, quarterly",
        "by the end of summer term 2015",
    ],
)
def test_words_of_the_programs_own_making_come_back_word_for_word(words):
    assert describe(parse(words, PLAN)) == words


def test_labels_and_conditions_are_told_in_the_long_words_alone():
    timeframe = parse("By 31 March 15 for existing services\nOngoing for joining services.", PLAN)

    assert describe(timeframe) == "by 31 March 2015 for existing services; ongoing for joining services"
    assert describe(timeframe, length="short") == "by 31 Mar 2015; ongoing"


def test_words_that_were_not_understood_stand_for_themselves():
    assert describe(Timeframe("see\n link")) == "see link"
    assert describe(parse("after the next\nmeeting")) == "after the next meeting"


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("1 April 14 – 31 March 15", ["1 April 2014 to 31 March 2015"]),
        ("March 14 – June 14", ["1 March 2014 to 30 June 2014"]),
        (
            "By 31 March 15 for existing services\nOngoing for joining services.",
            ["due by 31 March 2015, for existing services", "ongoing for joining services"],
        ),
        ("Publish by May 2015", ["Publish: due by 31 May 2015"]),
        ("June 2014 (subject to funding)", ["June 2014, subject to funding"]),
        ("October 2015 (provisional date)", ["October 2015, provisional"]),
        ("Ongoing up to March 2016", ["ongoing until March 2016"]),
        ("Completed January 2015", ["complete, January 2015"]),
        ("after the next meeting", ["no date"]),
    ],
)
def test_a_screen_reader_hears_what_the_mark_means(words, spoken):
    assert [speak(segment) for segment in parse(words, PLAN).segments] == spoken


def test_every_kind_of_segment_has_words_or_none():
    for kind in Kind:
        assert isinstance(describe_segment(Segment(kind)), str)
        assert speak(Segment(kind, recurrence=Recurrence("monthly")))
