"""A row of running words is parted into its cells."""

import pytest

from mkplanner.models.formats.name_book import NameBook
from mkplanner.models.formats.page_cells import EMPTY, PageLine, date_end, read_cells
from mkplanner.models.timeframes.timeframe import PlanContext

FIELDS = ["action", "sub_action", "owner", "date", "progress"]


@pytest.fixture
def book() -> NameBook:
    names = NameBook()
    names.learn_roles("Edith Marlow (Programme Manager)")
    names.learn_line("Staff Forum")
    return names


def cells(book: NameBook, *lines: str) -> tuple[str, str, str, str]:
    """Title, owner, date, progress of a row; an empty line is a gap."""
    found, gap = [], 0
    for line in lines:
        if line:
            found.append(PageLine(line, gap))
        gap = 0 if line else gap + 1
    read = read_cells(found, FIELDS, book, PlanContext())
    return read["sub_action"], read["owner"], read["date"], read["progress"]


def test_everything_on_one_line_is_parted(book: NameBook) -> None:
    row = cells(book, "run the survey Edith Marlow Complete by July 2023 Reported to members")
    assert row == ("run the survey", "Edith Marlow", "Complete by July 2023", "Reported to members")


def test_a_title_that_names_an_owner_is_not_cut_there(book: NameBook) -> None:
    assert cells(book, "ask Staff Forum about it Edith Marlow May 2023")[0] == "ask Staff Forum about it"


def test_an_empty_owner_or_date_leaves_the_others_in_place(book: NameBook) -> None:
    assert cells(book, f"send it {EMPTY} June 2023 {EMPTY}") == ("send it", "", "June 2023", "")
    assert cells(book, f"see others Edith Marlow {EMPTY} Complete") == ("see others", "Edith Marlow", "", "Complete")


def test_lines_of_a_date_are_kept_with_their_gaps(book: NameBook) -> None:
    row = cells(book, "write it Edith Marlow Agreement by Staff Forum", "", "May 2023", "", "Publish by June 2023")
    assert row[2] == "Agreement by Staff Forum\n\nMay 2023\n\nPublish by June 2023"


def test_what_stands_behind_the_last_date_is_progress(book: NameBook) -> None:
    assert cells(book, "bring it Edith Marlow By 20 April", "", "Two replies to come")[2:] == (
        "By 20 April",
        "Two replies to come",
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("June 2023 Outline agreed", "June 2023"),
        ("Shown at 28 April meeting Complete", "Shown at 28 April meeting"),
        ("Paper out by 14 March Complete", "Paper out by 14 March"),
        ("Ongoing Sessions held", "Ongoing"),
        ("Some replies outstanding", None),
    ],
)
def test_a_date_ends_before_the_next_cell(text: str, date: str | None) -> None:
    end = date_end(text, PlanContext())
    assert (text[:end] if end is not None else None) == date
