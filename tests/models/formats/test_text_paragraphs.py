"""Tables whose cells have become paragraphs."""

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.parts import Record
from mkplanner.models.formats.text_paragraphs import paragraphs_of, read_paragraphs
from mkplanner.models.timeframes.timeframe import PlanContext


def records(*cells: str) -> list[tuple[str, ...]]:
    parts = read_paragraphs(lines_of("\n\n".join(cells)), PlanContext())
    return [part.cells for part in parts if isinstance(part, Record)]


def test_no_break_spaces_part_paragraphs_and_are_counted_as_gaps() -> None:
    found = paragraphs_of(lines_of("one\ntwo\n\n\u00a0\n\nthree"))
    assert [(paragraph.text, paragraph.line, paragraph.gap) for paragraph in found] == [
        ("one\ntwo", 1, 0),
        ("three", 6, 3),
    ]


def test_a_date_closes_a_row() -> None:
    assert records("Action", "Date", "Move", "May 2026", "Open", "June 2026") == [
        ("Move", "May 2026"),
        ("Open", "June 2026"),
    ]


def test_numbered_rows_with_cells_behind_the_date_keep_them() -> None:
    rows = records(
        "Recommendation",
        "Timetable",
        "Lead Officer",
        "a) Move",
        "Meeting held by",
        "28 May 2026",
        "Greta Holm",
        "b) Open",
        "Completed",
        "KL",
    )
    assert rows == [("a) Move", "Meeting held by 28 May 2026", "Greta Holm"), ("b) Open", "Completed", "KL")]


def test_headings_broken_in_two_are_joined() -> None:
    assert records("Action", "Cabinet", "Member", "Date", "Move", "Greta Holm", "May 2026") == [
        ("Move", "Greta Holm", "May 2026")
    ]


def test_without_headings_dates_still_end_rows() -> None:
    rows = records(
        "Joining timetable",
        "What happens?",
        "Ask people",
        "May 2026",
        "Stage two",
        "Read",
        "One month",
        "June 2026",
        "Decide",
        "1 July 2026",
    )
    assert rows == [
        ("", "Ask people", "", "May 2026"),
        ("Stage two", "Read", "One month", "June 2026"),
        ("", "Decide", "", "1 July 2026"),
    ]


def test_a_lost_title_still_gives_a_row() -> None:
    text = "Timetable\n\nMove\n\n1 May 2026\n\n\n2 June 2026\n\nOpen\n\n3 July 2026"
    parts = read_paragraphs(lines_of(text), PlanContext())
    assert [part.cells[1] for part in parts if isinstance(part, Record)] == ["Move", "", "Open"]
