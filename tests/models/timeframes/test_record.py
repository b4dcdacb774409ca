"""A timeframe's record in the plan file: nothing lost, unknown keys passed over, nonsense refused."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.record import from_record, to_record
from mkplanner.models.timeframes.timeframe import Flags, Kind, Precision, Recurrence, Segment, Timeframe

texts = st.none() | st.text(max_size=12)
recurrences = st.builds(
    Recurrence,
    st.text(max_size=8),
    st.lists(st.integers(1, 12), max_size=4).map(tuple),
    st.none() | st.text(max_size=4),
)
segments = st.builds(
    Segment,
    kind=st.sampled_from(Kind),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    precision=st.sampled_from(Precision),
    flags=st.builds(Flags, *[st.booleans()] * 6),
    label=texts,
    condition=texts,
    status=texts,
    recurrence=st.none() | recurrences,
)
several = st.lists(segments, max_size=3).map(tuple)
timeframes = st.builds(
    Timeframe,
    words=st.text(max_size=20),
    segments=several,
    alternatives=st.lists(several, max_size=2).map(tuple),
    remarks=st.lists(st.text(max_size=10), max_size=2).map(tuple),
    typed=st.booleans(),
)


@given(timeframes)
def test_a_timeframe_comes_back_from_its_record_as_it_was(timeframe):
    assert from_record(json.loads(json.dumps(to_record(timeframe)))) == timeframe


def test_defaults_are_left_out():
    timeframe = Timeframe(
        "By 31 March 2014", (Segment(Kind.BY_DEADLINE, end=date(2014, 3, 31), precision=Precision.DAY),)
    )

    assert to_record(timeframe) == {
        "words": "By 31 March 2014",
        "segments": [{"kind": "by-deadline", "end": "2014-03-31", "precision": "day"}],
    }


def test_lone_surrogates_survive():
    assert from_record(json.loads(json.dumps(to_record(Timeframe("\ud800"))))) == Timeframe("\ud800")


def test_what_a_later_version_adds_is_passed_over():
    record = {"words": "June", "colour": 3, "segments": [{"kind": "month", "mood": "x", "flags": ["ongoing", "happy"]}]}

    assert from_record(record) == Timeframe("June", (Segment(Kind.MONTH, flags=Flags(ongoing=True)),))


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        [],
        "June",
        {},
        {"words": 7},
        {"words": "", "segments": "month"},
        {"words": "", "segments": [7]},
        {"words": "", "segments": [{"kind": "decade"}]},
        {"words": "", "segments": [{"kind": []}]},
        {"words": "", "segments": [{"kind": "month", "start": "tomorrow"}]},
        {"words": "", "segments": [{"kind": "month", "start": 20140301}]},
        {"words": "", "segments": [{"kind": "month", "precision": "hour"}]},
        {"words": "", "segments": [{"kind": "month", "flags": {"ongoing": True}}]},
        {"words": "", "segments": [{"kind": "recurring", "recurrence": "monthly"}]},
        {"words": "", "segments": [{"kind": "recurring", "recurrence": {"frequency": "annual", "months": [13]}}]},
        {"words": "", "segments": [{"kind": "recurring", "recurrence": {"frequency": "annual", "months": [True]}}]},
        {"words": "", "alternatives": [{"kind": "month"}]},
        {"words": "", "remarks": [None]},
        {"words": "", "typed": "yes"},
    ],
)
def test_nonsense_is_refused(nonsense):
    with pytest.raises(ValueError, match=r".+"):
        from_record(nonsense)
