import pytest

from mkplanner.models.commands.paste import BringIn
from mkplanner.models.status import Status
from mkplanner.ui.plantable.rowpaste import rows_from_text
from tests.builders import session_of
from tests.ui.saltway import saltway_plan


def pasted(text, current="a21"):
    session, _ = session_of(saltway_plan())
    session.run(rows_from_text(session.plan, text, current))
    return session.plan


@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_a_blank_text_is_no_rows(text):
    assert rows_from_text(saltway_plan(), text, None) is None


def test_cells_fill_the_columns_and_numbers_are_left_out():
    rows = pasted("7.1\tBook the hall\tMay 2026\tHead of Bins\tAt risk").children["t2"]

    assert rows[1].title == "Book the hall"
    assert rows[1].by_when.words == "May 2026"
    assert rows[1].status is Status.AT_RISK


def test_words_that_are_no_status_are_kept_in_the_notes():
    row = pasted("Book the hall\tMay 2026\tHead of Bins\tnearly there\tand more").children["t2"][1]

    assert row.status is None
    assert row.notes == "nearly there\nand more"


def test_lines_pasted_on_a_theme_come_last_in_it_and_elsewhere_at_the_end():
    assert [row.title for row in pasted("One\nTwo", "t1").children["t1"]][-2:] == ["One", "Two"]
    assert [row.title for row in pasted("One", None).children["t2"]][-1] == "One"


def test_a_table_with_known_headings_is_read_as_one():
    text = "Action\tBy when\nWrite it\tMay 2026\n"

    assert isinstance(rows_from_text(saltway_plan(), text, "a21"), BringIn)
