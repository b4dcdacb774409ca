"""Reading dates in council words: several hundred phrases of our own, the shared real ones, and what must never happen."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Flags, Kind, PlanContext, Precision, Segment

PLAN = PlanContext(date(2014, 4, 1), date(2016, 3, 31), "By when")
PHRASES = Path(__file__).with_name("phrases.txt")
FLAGS = tuple(Flags.__dataclass_fields__)
# Words that plans are made of, to be thrown together by Hypothesis.
PARTS = (
    "by from until ongoing March 14 2014 2014/15 14/15 Q2 w/c – - / & and or annually every quarter phased over 3 years to the "
    "end of spring term TBC 31.3.15 1st 11 th (if approved) complete Mon , . ; ? * \n \xa0 early mid before within 30/2/14 99"
).split(" ")


def cases() -> list[tuple[str, str]]:
    lines = [line for line in PHRASES.read_text("utf-8").splitlines() if "  =>  " in line and not line.startswith("#")]
    return [tuple(line.split("  =>  ")) for line in lines]


def told(segment: Segment) -> str:
    """A segment in the short writing of the list of phrases."""
    text = f"{segment.kind} {segment.start or ''}..{segment.end or ''} {segment.precision}"
    text += f" {flags}" if (flags := "+".join(name for name in FLAGS if getattr(segment.flags, name))) else ""
    if segment.recurrence:
        months = ",".join(map(str, segment.recurrence.months))
        said = [segment.recurrence.frequency, months and f"months {months}"]
        said.append(f"day {segment.recurrence.day}" if segment.recurrence.day else "")
        text += f" {{{' '.join(filter(None, said))}}}"
    text += f" [{segment.label}]" if segment.label else ""
    text += f" ({segment.condition})" if segment.condition else ""
    return text + (f" ={segment.status}" if segment.status else "")


@pytest.mark.parametrize(("words", "expected"), cases(), ids=lambda value: value[:40])
def test_a_phrase_is_read_as_a_careful_planner_reads_it(words, expected):
    timeframe = parse(words.replace("\\n", "\n"), PLAN)

    read = " | ".join(told(segment) for segment in timeframe.segments) or "unparseable"
    read += f"  ?{len(timeframe.alternatives)}" if timeframe.alternatives else ""
    assert read == expected


def test_every_kind_is_among_the_phrases():
    kinds = {parse(words.replace("\\n", "\n"), PLAN).kind for words, _ in cases()}

    assert kinds == set(Kind)


def test_the_words_are_kept_exactly_as_given():
    words = " \xa0By 31  March 15 –\n\nfor historic services\t"

    assert parse(words, PLAN).words == words


def plan_of(row: dict) -> PlanContext:
    context = row["plan_context"] or {}
    days = [date.fromisoformat(context[key]) if context.get(key) else None for key in ("start", "end")]
    return PlanContext(*days, context.get("column"))


def essence(record: dict) -> tuple:
    return record["kind"], record["start"], record["end"], tuple(record["flags"].items())


def of_segment(segment: Segment) -> tuple:
    days = [day.isoformat() if day else None for day in (segment.start, segment.end)]
    return segment.kind.value, *days, tuple((name, getattr(segment.flags, name)) for name in FLAGS)


def is_right(row: dict) -> bool:
    timeframe, expected = parse(row["text"], plan_of(row)), row["expect"]
    parts = expected.get("segments")
    if parts:
        return [of_segment(s) for s in timeframe.segments] == [essence(part) for part in parts]
    if not timeframe.segments:
        return expected["kind"] == "unparseable"
    return len(timeframe.segments) == 1 and of_segment(timeframe.segments[0]) == essence(expected)


def test_real_phrases_of_public_plans_are_read_right(shared):
    rows = [json.loads(line) for line in (shared / "data" / "dates.jsonl").read_text("utf-8").splitlines()]
    clear = [row for row in rows if not row["ambiguous"]]
    wrong = [row["text"] for row in clear if not is_right(row)]

    assert [row["text"] for row in rows if "seed" in row["source_name"] and not is_right(row)] == []
    assert len(wrong) <= 0.02 * len(clear), wrong


def test_real_phrases_with_two_meanings_are_read_right_or_asked_about(shared):
    rows = [json.loads(line) for line in (shared / "data" / "dates.jsonl").read_text("utf-8").splitlines()]
    doubtful = [row for row in rows if row["ambiguous"]]

    assert doubtful
    assert [r["text"] for r in doubtful if not is_right(r) and not parse(r["text"], plan_of(r)).is_ambiguous] == []


def test_month_and_number_is_a_year_where_the_plan_holds_it_and_asked_about():
    timeframe = parse("March 15", PLAN)

    assert timeframe.segments == (Segment(Kind.MONTH, date(2015, 3, 1), date(2015, 3, 31), Precision.MONTH),)
    assert timeframe.alternatives[0][0].start == date(2015, 3, 15)


def test_month_and_number_is_a_day_in_a_plan_of_other_years():
    timeframe = parse("March 15", PlanContext(date(2021, 1, 1), date(2021, 12, 31)))

    assert timeframe.segments[0].start == timeframe.segments[0].end == date(2021, 3, 15)
    assert timeframe.segments[0].flags.inferred_year


def test_without_a_plan_month_and_number_is_asked_about():
    assert parse("March 15").is_ambiguous


def test_without_a_plan_a_missing_year_stays_missing():
    timeframe = parse("2nd December")

    assert timeframe.kind is Kind.POINT
    assert not timeframe.is_dated
    assert timeframe.remarks == ("No year is written, and the plan gives none.",)


def test_under_a_heading_of_frequency_a_day_without_year_comes_round():
    timeframe = parse("28th February", PlanContext(column="Frequency"))

    assert timeframe.kind is Kind.RECURRING
    assert (timeframe.segments[0].recurrence.months, timeframe.segments[0].recurrence.day) == ((2,), "28")


def test_the_headings_year_goes_before_the_plans():
    context = PlanContext(date(2012, 1, 1), date(2018, 12, 31), "Milestones 2014/15")

    assert parse("Sep", context).first_day == date(2014, 9, 1)
    assert not parse("Sep", context).is_ambiguous


def test_a_missing_year_that_fits_twice_is_asked_about():
    timeframe = parse("by 25 February", PLAN)

    assert [timeframe.last_day, timeframe.alternatives[0][0].end] == [date(2015, 2, 25), date(2016, 2, 25)]


def test_a_weekday_chooses_among_the_years():
    assert parse("Tuesday 6 October", PLAN).first_day == date(2015, 10, 6)


def test_a_weekday_that_does_not_match_keeps_the_date_and_warns():
    timeframe = parse("Tuesday 1 October 2014", PLAN)

    assert timeframe.first_day == date(2014, 10, 1)
    assert timeframe.remarks == ("1 October 2014 is a Wednesday, not a Tuesday.",)


def test_an_end_before_its_start_keeps_the_digits_and_warns():
    timeframe = parse("30 June 2015 to 1 May 2015", PLAN)

    assert (timeframe.segments[0].start, timeframe.segments[0].end) == (date(2015, 6, 30), date(2015, 5, 1))
    assert timeframe.remarks


def test_a_day_that_does_not_exist_is_no_date_and_is_told():
    timeframe = parse("31 June 2014", PLAN)

    assert not timeframe.is_dated
    assert timeframe.remarks == ("There is no such day as the one written.",)


@pytest.mark.parametrize(("setting", "first"), [("financial", date(2014, 7, 1)), ("calendar", date(2014, 4, 1))])
def test_the_plans_quarters_settle_what_q2_means(setting, first):
    timeframe = parse("Q2 2014", PlanContext(PLAN.start, PLAN.end, quarters=setting))

    assert (timeframe.first_day, timeframe.is_ambiguous) == (first, False)


def test_quarters_of_a_plain_year_are_asked_about_until_the_plan_says():
    assert parse("Q2 2014", PLAN).is_ambiguous
    assert not parse("Q2 2014/15", PLAN).is_ambiguous


def test_a_financial_year_may_begin_in_another_month():
    timeframe = parse("2014/15", PlanContext(financial_month=1))

    assert (timeframe.first_day, timeframe.last_day) == (date(2014, 1, 1), date(2014, 12, 31))


def test_completed_with_a_date_is_a_status_with_its_date_but_completed_by_is_a_deadline():
    assert parse("Completed January 2016", PLAN).kind is Kind.STATUS_LIKE
    assert parse("Completed by January 2016", PLAN).kind is Kind.BY_DEADLINE


def test_a_long_text_is_read_in_its_beginning_and_says_so():
    timeframe = parse("By March 2015. " + "and then some more " * 500, PLAN)

    assert timeframe.segments[0].end == date(2015, 3, 31)
    assert timeframe.remarks == ("The text is long: only its beginning was read for dates.",)


@given(st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join))
def test_no_text_raises_and_none_loses_its_words(text):
    for context in (PlanContext(), PLAN):
        assert parse(text, context).words == text


@given(st.text(st.characters(categories=["Cs", "Nd", "No", "Zs", "Pd", "Po"]), max_size=30))
def test_lone_surrogates_and_strange_digits_are_only_words(text):
    assert parse(text, PLAN).words == text


@given(st.lists(st.sampled_from(PARTS), max_size=10).map(" ".join))
def test_every_year_in_a_reading_stands_in_the_words_or_the_plan(text):
    """A year beside a written one may come from a winter, a financial year or a range over new year."""
    written = {int(y) for y in re.findall(r"[0-9]{4}", text)} | {2000 + int(y) for y in re.findall(r"[0-9]{2}", text)}
    backed = {near for year in written | {2014, 2015, 2016} for near in (year - 3, year - 1, year, year + 1, year + 3)}
    timeframe = parse(text, PLAN)
    days = [day for segment in timeframe.segments for day in (segment.start, segment.end) if day]

    assert {day.year for day in days} <= backed


@given(st.text(st.characters(categories=["Ll", "Lu", "Zs", "Po"], max_codepoint=127), max_size=60))
def test_text_without_a_digit_never_has_a_date_of_its_own(text):
    assert not parse(text).is_dated


@pytest.mark.parametrize("junk", [" ", "7", "7 ", "and ", "(", "()", "a'", "1.", "\ud800", "1-2-", "end of ", "early "])
def test_a_hundred_thousand_characters_of_junk_are_answered(junk):
    assert parse(junk * (100_000 // len(junk)), PLAN).segments in ((), parse("1.", PLAN).segments)
