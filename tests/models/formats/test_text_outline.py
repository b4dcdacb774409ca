"""Plain lists."""

import pytest

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.parts import Entry
from mkplanner.models.formats.text_outline import read_outline, split_date
from mkplanner.models.timeframes.timeframe import PlanContext


def entries(text: str) -> list[tuple[int, str, str, str | None]]:
    parts = read_outline(lines_of(text), PlanContext())
    return [(part.level, part.ref, part.text, part.date) for part in parts if isinstance(part, Entry)]


def test_numbers_bullets_and_letters_give_levels() -> None:
    assert entries("1. Move\n1.1 Pack\n  a) files\n2. Open") == [
        (0, "1", "Move", None),
        (1, "1.1", "Pack", None),
        (2, "a", "files", None),
        (0, "2", "Open", None),
    ]
    assert [level for level, *_ in entries("- Move\n   - Pack\n- Open")] == [0, 1, 0]


def test_a_line_without_a_mark_goes_on_with_the_entry_above() -> None:
    assert entries("1. Move the\nold files\n2. Open")[0][2] == "Move the old files"


@pytest.mark.parametrize(
    ("line", "title", "date"),
    [
        ("List the sites – by 31 March 2026", "List the sites", "by 31 March 2026"),
        ("Visit them (May 2026)", "Visit them", "May 2026"),
        ("Report by May 2026", "Report by May 2026", "by May 2026"),
        ("Report to the board", "Report to the board", None),
        ("May 2026", "May 2026", None),
    ],
)
def test_a_date_behind_an_entry_is_parted_only_where_a_sign_parts_it(line: str, title: str, date: str | None) -> None:
    assert split_date(line, PlanContext()) == (title, date)


def test_points_in_a_letter_are_no_list() -> None:
    assert not entries("Dear Ms Holm,\nThank you.\nWe met.\n1. Move\n2. Open\nYours")
    assert not entries(f"1. Move\n2. Open\n{'We talked about it at length. ' * 6}\n{'And then again. ' * 12}")
