import pytest

from mkplanner.models.timeframes.parse import parse
from mkplanner.models.timeframes.timeframe import Timeframe
from mkplanner.ui.editors.marksample import sample
from mkplanner.ui.editors.partypicker import PartyEdit, party_names
from mkplanner.ui.editors.readingwords import reading_remark, reading_sentence
from tests.ui.saltway import bridge_of, saltway_plan

CONTEXT = bridge_of().plan.context("By when")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("By 31 Dec 25 for existing services", "Existing services: due Wed 31 December 2025"),
        ("18 September 2025", "Thu 18 September 2025"),
        ("Oct 25 – Jan 26", "1 October 2025 to 31 January 2026"),
        ("April 25 – June 25", "1 April to 30 June 2025"),
        ("Ongoing", "Ongoing, no end"),
        ("Spring 2026", "Spring 2026, 1 March to 31 May 2026"),
        ("Quarterly (from July 2025)", "Quarterly from July 2025"),
        ("Once the new branding is agreed", "Words only, no date"),
    ],
)
def test_readings_are_told_as_one_would_say_them(words, sentence):
    assert reading_sentence(parse(words, CONTEXT).segments) == sentence


def test_no_reading_is_words_only():
    assert reading_sentence(()) == "Words only, no date"


def test_the_remark_tells_length_and_weekday():
    assert reading_remark(parse("1 April 2026 to 30 April 2026", CONTEXT)) == "30 days. Ends on a Thursday."
    assert "stays on the list of notices" in reading_remark(Timeframe("one day"))


@pytest.mark.parametrize(
    "words",
    [
        "By March 2026",
        "May 2026",
        "Ongoing",
        "Oct 25 – Jan 26",
        "Quarterly",
        "Spring 2026 (subject to funds)",
        "from May 2026",
    ],
)
def test_every_kind_of_date_has_a_small_mark_without_words(words):
    for segment in parse(words, CONTEXT).segments:
        assert sample(segment)
        assert all(type(shape).__name__ != "Text" for shape in sample(segment))


def test_names_are_proposed_for_the_name_at_the_cursor(qtbot):
    plan = saltway_plan()
    edit = PartyEdit(plan)
    qtbot.addWidget(edit)

    assert "Head of Legal" in party_names(plan)
    assert edit.completer().splitPath("Audit Manager; head of") == ["head of"]
    edit.setText("Audit Manager; head of")
    index = edit.completer().completionModel().index(0, 0)
    assert edit.completer().pathFromIndex(index).startswith("Audit Manager; ")
