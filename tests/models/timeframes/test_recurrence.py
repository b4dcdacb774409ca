"""Recurring dates fall on the days their words say, and on none that the words leave open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.periods import is_month_end
from mkplanner.models.timeframes.recurrence import MOST, occurrences, rule_of
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Precision, Recurrence, Segment

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
COUNCIL = PlanContext(FIRST, date(2029, 3, 31), "By when", 4, "financial")

days = st.dates(date(1990, 1, 1), date(2060, 1, 1))
frequencies = st.sampled_from(
    [
        "daily",
        "weekly",
        "fortnightly",
        "monthly",
        "every 2 months",
        "quarterly",
        "termly",
        "half-yearly",
        "annual",
        "every 6 weeks",
        "every 3 years",
        "every summer",
        "every autumn term",
        "three times a year",
        "twice a week",
        "every meeting",
    ]
)
months = st.lists(st.integers(1, 12), max_size=4, unique=True).map(tuple)
said_days = st.sampled_from(
    [None, "end", "1", "28", "30", "31", "1st Monday", "5th Friday", "last Friday", "Thursday", "x"]
)
segments = st.builds(
    Segment,
    st.sampled_from([Kind.RECURRING, Kind.BY_DEADLINE]),
    st.none() | days,
    st.none() | days,
    st.sampled_from([Precision.NONE, Precision.DAY, Precision.MONTH]),
    recurrence=st.builds(Recurrence, frequencies, months, said_days),
)


def fall(words: str, first: date = FIRST, last: date = LAST, context: PlanContext = COUNCIL) -> list[str]:
    (segment,) = parse(words, COUNCIL).segments
    return [f"{day:%d/%m/%y}" for day in occurrences(segment, first, last, context)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Quarterly", "30/06/26 30/09/26 31/12/26 31/03/27"),
        ("Half-yearly", "30/09/26 31/03/27"),
        ("Twice a year (June and November)", "15/06/26 15/11/26"),
        ("Annually", "31/03/27"),
        ("Annually (April)", "15/04/26"),
        ("annually by end of February", "28/02/27"),
        ("annually on 30 September", "30/09/26"),
        ("Annually, January to March", "15/02/27"),
        ("Every summer", "15/07/26"),
        ("Termly", "31/07/26 31/12/26 31/03/27"),
        ("Quarterly from July 2026", "15/07/26 15/10/26 15/01/27"),
        ("Quarterly from 31 May 2026", "31/05/26 31/08/26 30/11/26 28/02/27"),
        ("Monthly from 1 January 2027", "01/01/27 01/02/27 01/03/27"),
        ("Monthly until June 2026", "15/04/26 15/05/26 15/06/26"),
        ("End of each quarter", "30/06/26 30/09/26 31/12/26 31/03/27"),
        ("Last Friday of each quarter", "26/06/26 25/09/26 25/12/26 26/03/27"),
        ("1st Monday of each quarter", "06/04/26 06/07/26 05/10/26 04/01/27"),
        ("Three times a year", "31/07/26 30/11/26 31/03/27"),
        ("Every 4 years", ""),
        ("Twice a week", ""),
        ("Every meeting", ""),
    ],
)
def test_a_rhythm_falls_where_its_words_say(words: str, expected: str) -> None:
    assert fall(words) == expected.split()


def test_the_first_monday_of_the_month_is_one() -> None:
    found = fall("1st Monday of the month", date(2026, 4, 1), date(2026, 7, 31))
    assert found == ["06/04/26", "04/05/26", "01/06/26", "06/07/26"]


def test_weeks_keep_their_weekday_wherever_one_looks() -> None:
    assert fall("Every Thursday", date(2026, 4, 1), date(2026, 4, 20)) == ["02/04/26", "09/04/26", "16/04/26"]
    assert fall("Fortnightly from 8 May 2026", date(2026, 6, 1), date(2026, 6, 30)) == ["05/06/26", "19/06/26"]


def test_quarters_end_as_the_plan_counts_them() -> None:
    from_may = PlanContext(financial_month=5, quarters="financial")
    assert fall("Quarterly", context=from_may) == ["30/04/26", "31/07/26", "31/10/26", "31/01/27"]
    by_calendar = PlanContext(financial_month=5, quarters="calendar")
    assert fall("Quarterly", context=by_calendar) == ["30/06/26", "30/09/26", "31/12/26", "31/03/27"]
    assert fall("Annually", context=PlanContext(financial_month=1)) == ["31/12/26"]


def test_every_few_years_counts_from_its_start() -> None:
    segment = Segment(Kind.RECURRING, date(2024, 2, 29), None, Precision.DAY, recurrence=Recurrence("every 3 years"))
    found = occurrences(segment, date(2020, 1, 1), date(2034, 1, 1))
    assert found == (date(2024, 2, 29), date(2027, 2, 28), date(2030, 2, 28), date(2033, 2, 28))


def test_a_deadline_that_then_repeats_is_its_first_day() -> None:
    first = date(2026, 5, 31)
    segment = Segment(Kind.BY_DEADLINE, None, first, Precision.DAY, recurrence=Recurrence("half-yearly"))
    assert occurrences(segment, FIRST, LAST) == (first, date(2026, 11, 30))


def test_a_segment_that_does_not_recur_has_no_rule() -> None:
    assert rule_of(Segment(Kind.RECURRING), FIRST, LAST) is None
    assert occurrences(Segment(Kind.MONTH, FIRST, LAST), FIRST, LAST) == ()


@given(segments, days, st.integers(0, 2000))
def test_days_come_in_order_inside_the_stretch_and_the_segments_own_days(
    segment: Segment, first: date, long: int
) -> None:
    last = first + timedelta(long)
    found = occurrences(segment, first, last)
    assert list(found) == sorted(set(found))
    assert all(first <= day <= last for day in found)
    if segment.kind is Kind.RECURRING:
        assert all((segment.start or day) <= day <= (segment.end or day) for day in found)


@given(segments, days, st.integers(0, 800), st.integers(0, 800))
def test_where_one_looks_from_changes_nothing(segment: Segment, first: date, more: int, long: int) -> None:
    """Scrolling a chart shows other days of the same rhythm, never another rhythm."""
    wide = occurrences(segment, first, first + timedelta(more + long))
    near = occurrences(segment, first + timedelta(more), first + timedelta(more + long))
    assert near == tuple(day for day in wide if day >= first + timedelta(more))


@given(segments, st.sampled_from([date.min, date(9998, 6, 1), date(9999, 12, 1)]))
def test_the_ends_of_the_calendar_are_met_without_a_fall(segment: Segment, first: date) -> None:
    last = min(first.toordinal() + 400, date.max.toordinal())
    assert len(occurrences(segment, first, date.fromordinal(last))) <= MOST


@given(st.sampled_from(["monthly", "quarterly", "annual", "half-yearly"]), days)
def test_the_end_of_a_month_is_its_last_day(frequency: str, first: date) -> None:
    segment = Segment(Kind.RECURRING, recurrence=Recurrence(frequency, (), "end"))
    found = occurrences(segment, first, first + timedelta(750))
    assert found
    assert all(is_month_end(day) for day in found)
