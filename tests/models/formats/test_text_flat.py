"""A table that has become one running line."""

from mkplanner.models.formats.read_text import read_text
from mkplanner.models.formats.text_flat import SHORTEST

TEXT = (
    "A) Timetable for joining services Action Lead responsibility Timetable Write the first draft Head of Customer Care "
    "June – July 2031 Ask the people of Tidemouth Head of Customer Care August – November 2031 Review the plans for each "
    "office Heads of Service March 2032 Report to the members of both councils Head of Customer Care June 2032"
)


def test_rows_end_at_dates_and_owners_are_the_endings_that_come_back() -> None:
    assert len(TEXT) > SHORTEST
    draft = read_text(TEXT)
    assert [(item.title, [owner.name for owner in item.owners], item.date) for item in draft.items] == [
        ("Write the first draft", ["Head of Customer Care"], "June – July 2031"),
        ("Ask the people of Tidemouth", ["Head of Customer Care"], "August – November 2031"),
        ("Review the plans for each office", ["Heads of Service"], "March 2032"),
        ("Report to the members of both councils", ["Head of Customer Care"], "June 2032"),
    ]


def test_a_long_line_of_prose_is_no_table() -> None:
    assert not read_text("The members met in May 2031 and talked about the office and its rooms. " * 6).items
