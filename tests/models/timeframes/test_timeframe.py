"""What a timeframe tells about itself."""

from datetime import date

from mkplanner.models.timeframes.timeframe import Flags, Kind, Segment, Timeframe

MAY, JUNE = date(2014, 5, 31), date(2014, 6, 30)
DEADLINE = Segment(Kind.BY_DEADLINE, end=JUNE)
ONGOING = Segment(Kind.ONGOING, flags=Flags(ongoing=True))


def test_words_that_nobody_could_read_are_unparseable_and_kept():
    timeframe = Timeframe("see link")

    assert (timeframe.kind, timeframe.is_dated, timeframe.first_day, timeframe.last_day) == (
        Kind.UNPARSEABLE,
        False,
        None,
        None,
    )


def test_several_segments_are_multiple_unless_they_open_with_a_phased_programme():
    assert Timeframe("", (DEADLINE, ONGOING)).kind is Kind.MULTIPLE
    assert Timeframe("", (Segment(Kind.PHASED, end=JUNE), DEADLINE)).kind is Kind.PHASED


def test_the_outer_days_are_those_of_all_segments():
    timeframe = Timeframe("", (DEADLINE, Segment(Kind.POINT, MAY, MAY)))

    assert (timeframe.first_day, timeframe.last_day) == (MAY, JUNE)


def test_open_ended_is_what_runs_on():
    assert Timeframe("", (DEADLINE, ONGOING)).is_open_ended
    assert Timeframe("", (Segment(Kind.OPEN_ENDED_FROM, MAY),)).is_open_ended
    assert not Timeframe("", (DEADLINE,)).is_open_ended


def test_other_readings_make_it_ambiguous():
    assert Timeframe("", (DEADLINE,), ((ONGOING,),)).is_ambiguous
