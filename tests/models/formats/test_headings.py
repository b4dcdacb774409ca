"""Headings of council tables are known by their words."""

import json

import pytest

from mkplanner.models.formats.headings import (
    field_of,
    glued_number,
    is_heading_row,
    label_of,
    leading_headings,
    numbered_group,
    opening_label,
    run_together,
)
from tests.models.formats.compare_expected import SHARED

SEEN = SHARED / "data" / "headings.json"
OTHER_NAME = {"consulted": {"consulted", None}, "duration": {"date", "duration"}, "response": {"progress"}}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("By when:", "date"),
        ("ACTION BY", "owner"),
        ("Action Completed by:", "date"),
        ("Lead Officer[v]", "owner"),
        ("Cabinet\nMember[ii]", "accountable"),
        ("Ref No.", "ref"),
        ("No*", "ref"),
        ("Progress at Oct 2031", "progress"),
        ("Planned work for 2031/32", "action"),
        ("Colour of the door", None),
        ("", None),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@pytest.mark.skipif(not SEEN.is_file(), reason="the list of real headings is not beside this checkout")
def test_nearly_every_heading_seen_in_public_plans_is_known() -> None:
    seen = json.loads(SEEN.read_text("utf-8"))
    several: dict[str, set[str | None]] = {}
    for field, headings in seen.items():
        for heading in headings:
            several.setdefault(heading, set()).update({field, *OTHER_NAME.get(field, set())})
    unknown = [heading for heading, fields in several.items() if field_of(heading) not in fields]
    assert len(unknown) <= 0.12 * len(several), unknown


def test_headings_on_one_line_are_parted_by_colons_or_by_what_is_known() -> None:
    line = "Action: Sub Action: Action by: Action Completed by: Progress:"
    assert [column.field for column in run_together(line)] == ["action", "sub_action", "owner", "date", "progress"]
    assert [column.field for column in run_together("Task Lead responsibility Timetable")] == [
        "action",
        "owner",
        "date",
    ]
    assert run_together("We agreed to move the office in May") == ()


def test_headings_in_front_of_running_words_are_found() -> None:
    columns, rest = leading_headings("Task Lead responsibility Timetable move the office")
    assert (len(columns), rest) == (3, "move the office")


def test_a_row_of_words_is_no_row_of_headings() -> None:
    assert is_heading_row(["Key actions", "By when", "Colour"])
    assert not is_heading_row(["Move the office", "May 2026", "KL"])
    assert not is_heading_row(["Action", "", ""])


def test_labels_say_something_about_a_group() -> None:
    assert label_of("Theme: People") == ("Theme", "theme", "People")
    assert label_of("Edith: please move") is None
    assert opening_label("Outcomes and success criteria Everyone can come") == (
        "Outcomes and success criteria",
        "outcome",
        "Everyone can come",
    )
    assert numbered_group("Priority 2: Join up") == "objective"
    assert numbered_group("Theme A – People") == "theme"


def test_a_number_glued_to_the_last_heading_is_parted() -> None:
    assert glued_number("COMPLETION DATE1") == ("COMPLETION DATE", "1")
    assert glued_number("Year 2") == ("Year 2", "")
