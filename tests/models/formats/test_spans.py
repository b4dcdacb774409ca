"""Cells over several rows."""

from mkplanner.models.formats.spans import SpanCell, SpanTable, grid_rows, plain_rows


def table(*rows: list[SpanCell]) -> SpanTable:
    return SpanTable(list(rows), list(range(1, len(rows) + 1)))


def heads(*names: str) -> list[SpanCell]:
    return [SpanCell(name, place) for place, name in enumerate(names)]


def test_an_outcome_is_said_in_each_of_its_rows() -> None:
    rows = grid_rows(
        table(
            heads("Key actions", "By when", "Outcomes"),
            [SpanCell("One", 0), SpanCell("May 2027", 1), SpanCell("Better", 2, rows=2)],
            [SpanCell("Two", 0), SpanCell("June 2027", 1)],
        )
    )
    assert [row.cells[2] for row in rows] == ["Outcomes", "Better", "Better"]


def test_a_date_over_actions_belongs_to_each_and_over_sub_actions_to_the_action() -> None:
    several = grid_rows(
        table(
            heads("Action", "Sub action", "Date"),
            [SpanCell("One", 0), SpanCell("a", 1), SpanCell("May 2027", 2, rows=2)],
            [SpanCell("Two", 0), SpanCell("b", 1)],
        )
    )
    assert [row.cells[2] for row in several[1:]] == ["May 2027", "May 2027"]
    one = grid_rows(
        table(
            heads("Action", "Sub action", "Date"),
            [SpanCell("One", 0, rows=2), SpanCell("a", 1), SpanCell("May 2027", 2, rows=2)],
            [SpanCell("b", 1)],
        )
    )
    assert [row.shared for row in one] == [frozenset(), frozenset({2}), frozenset()]
    assert one[2].cells == ("", "b", "")


def test_rows_are_as_wide_as_the_widest() -> None:
    assert plain_rows(table([SpanCell("Title", 0, columns=3)], [SpanCell("x", 1)])) == [
        ["Title", "", ""],
        ["", "x", ""],
    ]
