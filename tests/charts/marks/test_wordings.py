from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.charts.marks.metrics import SCREEN, RowGeometry
from mkplanner.charts.marks.places import places
from mkplanner.charts.marks.shapes import Cut, Look
from mkplanner.charts.marks.wordings import cut, short_date, wordings
from mkplanner.charts.timescale.timescale import Timescale
from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import PlanContext, Precision

SCALE = Timescale(date(2026, 1, 1), 1.0)


def beside(words, was=None):
    """What could stand beside the first mark of these words."""
    frame = parse(words, PlanContext(start=date(2026, 4, 1), end=date(2028, 3, 31), column="By when"))
    found, _ = places(frame, SCALE, RowGeometry(0, 30), Look(), SCREEN, Cut(0, 2000))
    return wordings(found[0], len(frame.segments) > 1, was)


def short(words, room):
    return cut(words, lambda text: len(text) <= room)


def test_a_condition_follows_its_date_after_a_comma():
    assert beside("End of March 2027 (subject to each Cabinet's approval)") == [
        "end Mar, subject to each Cabinet's approval",
        "subject to each Cabinet's approval",
        "end Mar",
    ]


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (date(2027, 3, 31), Precision.DAY, "31 Mar"),
        (date(2027, 3, 31), Precision.MONTH, "end Mar"),
        (date(2027, 3, 1), Precision.MONTH, "Mar"),
        (date(2018, 12, 31), Precision.YEAR, "end 2018"),
        (date(2015, 3, 31), Precision.YEAR, "31 Mar"),
        (date.max, Precision.YEAR, "end 9999"),
    ],
)
def test_a_deadline_by_a_month_or_a_year_is_told_by_its_end(day, precision, words):
    assert short_date(day, precision) == words


def test_what_fits_is_left_whole():
    assert short("By 31 March 2027", 16) == "By 31 March 2027"


@pytest.mark.parametrize(
    ("words", "room", "left"),
    [
        ("end Mar, subject to each Cabinet's approval", 27, "end Mar…"),
        ("Agree the terms by 31 March 2027 at the latest", 22, "Agree the terms…"),
        ("Agree the terms by 31 March 2027 at the latest", 28, "Agree the terms…"),
        ("Agree the terms by 31 March 2027 at the latest", 38, "Agree the terms by 31 March 2027…"),
        ("end Mar, subject to the Cabinet's approval", 36, "end Mar…"),
        ("existing services (and new ones)", 24, "existing services…"),
        ("to the Board and the Cabinets", 8, "to the…"),
    ],
)
def test_words_are_cut_before_a_date_and_never_after_a_word_that_leads_on(words, room, left):
    assert short(words, room) == left


@given(st.text(st.sampled_from("ab 3.(,"), min_size=1, max_size=40).filter(str.strip), st.integers(4, 30))
def test_what_is_cut_begins_like_the_words_and_says_that_there_is_more(words, room):
    left = short(words, room)
    assert left == words or (left.endswith("…") and " ".join(words.split()).startswith(left[:-1]))


def test_brackets_inside_a_condition_stay():
    assert beside("31 March 2027 (if agreed (by Cabinet))")[0].count("(") == beside(
        "31 March 2027 (if agreed (by Cabinet))"
    )[0].count(")")
