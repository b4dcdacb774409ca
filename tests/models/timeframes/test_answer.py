"""The reading as JSON: one flat record, its parts under it, other readings beside it."""

import json
from datetime import date

from mkplanner.models.timeframes.answer import answer, segment_record
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext, Timeframe

PLAN = PlanContext(date(2014, 4, 1), date(2016, 3, 31), "By when")
NO_FLAGS = dict.fromkeys(("ongoing", "recurring", "conditional", "inferred_year", "approximate", "provisional"), False)


def test_one_segment_is_answered_flat():
    assert answer(parse("By 31 March 2015 for Brackwell", PLAN)) == {
        "kind": "by-deadline",
        "start": None,
        "end": "2015-03-31",
        "precision": "day",
        "flags": NO_FLAGS,
        "qualifier": "Brackwell",
        "ambiguous": False,
        "notices": [],
    }


def test_several_segments_have_their_outer_days_and_all_their_flags_on_top():
    result = answer(parse("By 31 March 15 for Brackwell\nOngoing for Tidemouth", PLAN))

    assert (result["kind"], result["start"], result["end"], result["precision"]) == (
        "multiple",
        None,
        "2015-03-31",
        "mixed",
    )
    assert result["flags"] == NO_FLAGS | {"ongoing": True}
    assert [part["qualifier"] for part in result["segments"]] == ["Brackwell", "Tidemouth"]


def test_a_phased_programme_keeps_its_own_days_on_top():
    result = answer(parse("Phased from April 2014 to March 2016. Managers by June 2014", PLAN))

    assert (result["kind"], result["start"], result["end"]) == ("phased", "2014-04-01", "2016-03-31")
    assert len(result["segments"]) == 2


def test_a_condition_of_one_part_is_told_of_the_whole():
    result = answer(parse("31.7.14 and 31.1.15 (assuming the pilot goes on)", PLAN))

    assert result["condition"] == "assuming the pilot goes on"
    assert [part.get("condition") for part in result["segments"]] == [None, "assuming the pilot goes on"]


def test_recurrence_and_status_are_told_where_there_are_any():
    assert answer(parse("Annually (April)", PLAN))["recurring"] == {"frequency": "annual", "months": [4]}
    assert answer(parse("By end of March annually", PLAN))["recurring"]["day"] == "end"
    assert answer(parse("Complete", PLAN))["status"] == "complete"


def test_other_readings_are_given_in_the_same_shape():
    result = answer(parse("June 14 – Sept 14", PLAN))

    assert result["ambiguous"]
    assert (result["alternatives"][0]["start"], result["alternatives"][0]["end"]) == ("2014-06-14", "2014-09-14")


def test_words_that_were_not_understood_have_no_days():
    result = answer(Timeframe("see link"))

    assert (result["kind"], result["start"], result["end"], result["precision"]) == ("unparseable", None, None, "none")


def test_doubts_are_notices():
    assert answer(parse("Tuesday 1 October 2014", PLAN))["notices"] == ["1 October 2014 is a Wednesday, not a Tuesday."]


def test_a_segments_record_tells_label_and_flags_always_and_the_rest_where_it_is():
    record = segment_record(parse("June 2014 (subject to funding)", PLAN).segments[0])

    assert list(record) == ["kind", "start", "end", "precision", "label", "flags", "condition"]
    assert record["label"] is None


def test_every_answer_is_plain_json():
    for words in ("Annually (April)", "31.7.14 and 31.1.15", "\ud800", "March 14"):
        json.dumps(answer(parse(words, PLAN)))
