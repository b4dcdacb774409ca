"""Where dates begin and end, as links ask it, against the plain words of the rule."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.ends import UNDATED, ends_of
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Flags, Kind, PlanContext, Segment, Timeframe

DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))
FLAGS = st.builds(Flags, st.booleans(), st.booleans())
SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(Kind), DAYS, DAYS, flags=FLAGS), max_size=3)


@given(SEGMENTS)
def test_rhythms_and_phases_do_not_count_and_an_open_end_is_no_end(segments):
    frame = Timeframe("x", tuple(segments))
    no_stretch = (Kind.RECURRING, Kind.PHASED, Kind.RELATIVE)
    binding = [s for s in segments if s.kind not in no_stretch and not s.flags.recurring]
    ends = ends_of(frame)
    days = [day for s in segments for day in (s.start, s.end) if day]
    is_open = any(s.end is None and (s.flags.ongoing or s.start) for s in segments)

    assert (ends.earliest, ends.latest) == (frame.first_day, frame.last_day)
    assert ends.end == (None if is_open or frame.kind in (Kind.ONGOING, Kind.RECURRING) else max(days, default=None))
    assert ends.first == min([s.start for s in binding if s.start], default=None)
    assert ends.begun_by == min([s.start or s.end for s in binding if s.start or s.end], default=None)
    if len(binding) < len(segments) or is_open:
        assert ends.last is None
    else:
        assert ends.last == max([day for s in binding for day in (s.start, s.end) if day], default=None)
    assert ends.is_one_day == all(s.start is None or s.start == s.end for s in segments)
    assert ends.is_deadline == all(s.start is None for s in segments)


def test_what_was_worked_out_is_kept_and_is_no_part_of_the_date():
    read = parse("By 31 March 2027", PlanContext())
    ends = ends_of(read)

    assert ends.begun_by == ends.last == date(2027, 3, 31)
    assert ends_of(read) is ends
    assert read == parse("By 31 March 2027", PlanContext())
    assert "ends" not in repr(read)


def test_a_row_without_words_binds_nobody():
    assert ends_of(None) is UNDATED
    assert (UNDATED.first, UNDATED.begun_by, UNDATED.last) == (None, None, None)
