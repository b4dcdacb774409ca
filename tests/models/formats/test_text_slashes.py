"""Tables whose cells stand between slashes."""

from mkplanner.models.formats.cleaning import lines_of
from mkplanner.models.formats.parts import Aside, Columns, Record
from mkplanner.models.formats.text_slashes import read_slashes
from mkplanner.models.timeframes.timeframe import PlanContext
from tests.models.formats import samples


def parts(text: str) -> list:
    return read_slashes(lines_of(text), PlanContext())


def test_a_slash_inside_a_cell_does_not_part_it() -> None:
    rows = [part.cells for part in parts(samples.SLASHES) if isinstance(part, Record)]
    assert rows[0][2:4] == ("KL/MN", "15/06/2021")


def test_headings_over_several_lines_are_read_whole() -> None:
    text = "Actions / Lead / Finance,\nResources\n& Training / Status\nRAG\n1.1 Move / KL / none / Green\n1.2 Open / MN"
    columns = next(part.columns for part in parts(text) if isinstance(part, Columns))
    assert [column.field for column in columns] == ["action", "owner", "resources", "rag"]


def test_a_row_glued_to_the_headings_is_not_lost() -> None:
    text = "No. / ISSUE / COMPLETION DATE1 / Move / 9.2.31\n2 / Open / 16.2.31"
    assert [part.cells for part in parts(text) if isinstance(part, Record)] == [
        ("1", "Move", "9.2.31"),
        ("2", "Open", "16.2.31"),
    ]


def test_lines_that_explain_the_columns_are_told_and_make_no_row() -> None:
    text = "No / Action / Lead\nSay what you are going to do / name one person\n1 / Move / KL\n2 / Open / MN"
    found = parts(text)
    assert [part.id for part in found if isinstance(part, Aside)] == ["import-guidance"]
    assert sum(isinstance(part, Record) for part in found) == 2
