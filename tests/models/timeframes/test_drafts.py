"""From pieces to statements: what belongs together, what is only a word beside a date, and what the words round it are."""

from datetime import date

import pytest

from mkplanner.models.timeframes.draft import Draft, Gap, begun
from mkplanner.models.timeframes.drafted import reading_of
from mkplanner.models.timeframes.drafts import drafts_of
from mkplanner.models.timeframes.joins import joined
from mkplanner.models.timeframes.labels import dress, label_of, surround
from mkplanner.models.timeframes.markers import Duration, Event, Ongoing, Phased, Status, read_marker
from mkplanner.models.timeframes.recurring import frequency_of, read_repeat
from mkplanner.models.timeframes.scan import scan
from mkplanner.models.timeframes.timeframe import Kind, PlanContext, Segment
from mkplanner.models.timeframes.tokens import tokenise

PLAN = PlanContext(date(2014, 4, 1), date(2016, 3, 31))


def drafts(text: str) -> list[Draft]:
    tokens = tokenise(text)
    return drafts_of(tokens, scan(tokens))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ongoing to March 2015", 1),
        ("April 2014 and annually thereafter", 1),
        ("Annual report March 2015", 1),
        ("By March 2015 and ongoing", 2),
        ("Draft June 2014 final July 2014", 2),
        ("Start: April 2014\nEnd: March 2015", 1),
        ("Within 3 months, by June 2014", 1),
        ("Review the budget with managers", 0),
    ],
)
def test_pieces_that_make_one_statement_are_put_together(text, count):
    assert len(drafts(text)) == count


def test_an_adjective_before_a_dated_noun_says_nothing_of_how_often():
    assert drafts("Annual report by March 2015")[0].repeat is None
    assert drafts("Annually by March")[0].repeat is not None


def test_a_piece_joins_only_over_light_words():
    tokens = tokenise("Ongoing review of everything March 2015")
    ongoing, dated = scan(tokens)
    draft = begun(ongoing)

    assert not joined(tokens, draft, dated, Gap(tokens, ongoing.last, dated.first))
    assert draft.dated is None


def test_a_moved_date_is_where_it_was_moved_to():
    draft = drafts("Slipped from March 2014 to June 2014")[0]

    assert reading_of(draft, PLAN).segments[0].start == date(2014, 6, 1)


def test_a_phased_programme_counts_its_years_back_from_the_end():
    reading = reading_of(drafts("Phased over two years to March 2016")[0], PLAN)

    assert (reading.segments[0].start, reading.segments[0].end) == (date(2014, 4, 1), date(2016, 3, 31))
    assert reading.others[0][0].start is None


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("rolling programme", Ongoing()),
        ("phased over 18 months", Phased(18)),
        ("on track", Status("on track", "on track")),
        ("within 12 working days", Duration(12, "day")),
        ("next meeting of the Board", Event()),
        ("as and when required", Ongoing()),
    ],
)
def test_words_about_time_that_name_no_date(text, marker):
    assert read_marker(tokenise(text), 0)[0] == marker


@pytest.mark.parametrize(
    ("text", "frequency", "day"),
    [
        ("3 monthly", "quarterly", None),
        ("every three years", "every 3 years", None),
        ("twice a year", "half-yearly", None),
        ("1st (Non Holiday) Monday of the Month", "monthly", "1st Monday"),
        ("end of each quarter", "quarterly", "end"),
        ("Thursdays", "weekly", "Thursday"),
        ("every other week", "fortnightly", None),
    ],
)
def test_how_often_is_read(text, frequency, day):
    repeat, _ = read_repeat(tokenise(text), 0)

    assert (repeat.recurrence.frequency, repeat.recurrence.day) == (frequency, day)


def test_steps_have_names_where_people_use_them():
    assert [frequency_of(n, "month") for n in (1, 3, 6, 12, 18)] == [
        "monthly",
        "quarterly",
        "half-yearly",
        "annual",
        "every 18 months",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" for existing services.", "existing services"),
        (" – All 1 st 2 nd and 3 rd tier officers ", "All 1st 2nd and 3rd tier officers"),
        (" (WCC lead)", "WCC lead"),
    ],
)
def test_labels_are_trimmed_of_what_tied_them_to_the_date(text, expected):
    assert surround(text).labels == (expected,)


def test_a_leading_label_loses_its_preposition():
    assert label_of("Report to Cabinet on ", leading=True) == "Report to Cabinet"


def test_conditions_and_provisional_dates_are_told_from_labels():
    segment = dress(Segment(Kind.MONTH), "If approved, ", " (provisional date) for Tidemouth")

    assert (segment.label, segment.condition) == ("Tidemouth", "If approved; provisional date")
    assert segment.flags.conditional
    assert segment.flags.provisional


@pytest.mark.parametrize("text", ["to be completed", "Target date:", "due for completion", "(approx)", " – "])
def test_words_that_say_only_that_there_is_a_date_are_no_label(text):
    assert surround(text).labels == ()
