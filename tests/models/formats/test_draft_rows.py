"""Cells go to the rows they belong to."""

from mkplanner.models.formats.base import Column
from mkplanner.models.formats.draft_rows import RowBuilder
from mkplanner.models.formats.parts import Columns, Entry, Group, Record, Remark
from mkplanner.models.plan import ItemKind

THREE = Columns((Column("Action", "action"), Column("Sub action", "sub_action"), Column("By when", "date")), 1)


def built(*records: Record, columns: Columns = THREE) -> RowBuilder:
    builder = RowBuilder()
    builder.columns(columns)
    for record in records:
        builder.record(record)
    return builder


def test_date_and_owner_of_a_row_with_a_sub_action_are_the_sub_actions() -> None:
    rows = built(Record(("Move", "Pack", "May 2026"), 2)).rows
    assert [(row.title, row.date) for row in rows] == [("Move", None), ("Pack", "May 2026")]


def test_a_cell_merged_over_the_sub_actions_is_the_actions() -> None:
    rows = built(Record(("Move", "Pack", "May 2026"), 2, frozenset({2})), Record(("", "Load", ""), 3)).rows
    assert [(row.title, row.date, row.parent) for row in rows] == [
        ("Move", "May 2026", None),
        ("Pack", None, 0),
        ("Load", None, 0),
    ]


def test_an_empty_action_cell_goes_on_with_the_action_above() -> None:
    rows = built(Record(("Move", "", "May 2026"), 2), Record(("", "", "June 2026"), 3)).rows
    assert [row.date for row in rows] == ["May 2026\nJune 2026"]


def test_a_repeated_action_is_one_action() -> None:
    rows = built(Record(("Move", "Pack", ""), 2), Record(("Move", "Load", ""), 3)).rows
    assert [row.title for row in rows] == ["Move", "Pack", "Load"]


def test_a_shortened_heading_that_goes_on_finds_its_action() -> None:
    rows = built(
        Record(("Tell Everyone About It", "Write", ""), 2),
        Record(("Move", "Pack", ""), 3),
        Record(("Tell Everyone cont'd", "Send", ""), 4),
    ).rows
    assert rows[-1].parent == 0


def test_a_row_torn_by_a_page_is_joined_and_told() -> None:
    builder = built(Record(("Move the (old", "", "May 2026"), 2), Record(("blue) files", "", ""), 5, after_break=True))
    assert [row.title for row in builder.rows] == ["Move the (old blue) files"]
    assert [aside.id for aside in builder.asides] == ["import-title-joined"]


def test_a_theme_column_heads_the_rows_below() -> None:
    columns = Columns((Column("Theme", "theme"), Column("Task", "action")), 1)
    rows = built(Record(("People", "Train"), 2), Record(("", "Meet"), 3), columns=columns).rows
    assert [(row.kind, row.parent) for row in rows] == [
        (ItemKind.THEME, None),
        (ItemKind.ACTION, 0),
        (ItemKind.ACTION, 0),
    ]


def test_a_heading_repeated_on_the_next_page_is_one_heading() -> None:
    builder = RowBuilder()
    for line in (1, 9):
        builder.group(Group(ItemKind.PRIORITY, "Join up", line, "SAL01"))
    assert len(builder.rows) == 1


def test_prose_below_a_priority_is_its_note() -> None:
    builder = RowBuilder()
    builder.group(Group(ItemKind.PRIORITY, "Join up", 1))
    builder.remark(Remark("Absence fell.", 2))
    assert builder.rows[0].notes == ["Absence fell."]


def test_start_and_end_columns_make_one_date() -> None:
    columns = Columns((Column("Task", "action"), Column("Start", "start_date"), Column("End", "date")), 1)
    assert (
        built(Record(("Move", "1 May 2026", "3 May 2026"), 2), columns=columns).rows[0].date
        == "1 May 2026 – 3 May 2026"
    )


def test_entries_stand_below_one_another() -> None:
    builder = RowBuilder()
    kinds = (ItemKind.ACTION, ItemKind.SUB_ACTION)
    for level, title in ((0, "Move"), (1, "Pack"), (0, "Open")):
        builder.entry(Entry(level, "", title, 1), kinds)
    assert [row.parent for row in builder.rows] == [None, 0, None]
