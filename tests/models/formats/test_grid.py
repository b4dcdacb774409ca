"""Rows of cells become parts of a document."""

from mkplanner.models.formats.grid import GridReader, GridRow, group_of, has_headings, split_ref
from mkplanner.models.formats.parts import Columns, Front, Group, Record, Remark
from mkplanner.models.plan import ItemKind


def rows(*lines: str) -> list[GridRow]:
    return [GridRow(tuple(line.split("|")), number, "|" in line) for number, line in enumerate(lines, start=1)]


def test_a_theme_written_below_its_priority_still_stands_above_it() -> None:
    parts = GridReader().read(rows("Priority: SAL01 Join up|", "Theme: People|", "Action|By when", "Move|May 2026"))
    groups = [part for part in parts if isinstance(part, Group)]
    assert [(group.kind, group.ref, group.title) for group in groups] == [
        (ItemKind.THEME, "", "People"),
        (ItemKind.PRIORITY, "SAL01", "Join up"),
    ]


def test_what_stands_before_headings_is_front_matter_and_after_them_rows() -> None:
    parts = GridReader().read(rows("Saltway plan", "Action|By when", "Move|May 2026"))
    assert [type(part) for part in parts] == [Front, Columns, Record]


def test_a_labelled_row_is_a_remark_about_the_group() -> None:
    parts = GridReader().read(
        rows("Priority: Join up|", "Outcomes and success criteria Everyone can come|", "Action|By when")
    )
    assert Remark("Everyone can come", 2, "Outcomes and success criteria", "outcome") in parts


def test_a_reference_is_parted_from_a_title() -> None:
    assert split_ref("SAL01 Join up") == ("SAL01", "Join up")
    assert split_ref("Join up") == ("", "Join up")


def test_only_headed_lines_are_groups() -> None:
    assert group_of("Key Objective 1: Join up", 1) is not None
    assert group_of("Note: join up", 1) is None
    assert has_headings(rows("Action|By when")) and not has_headings(rows("Move|May"))
