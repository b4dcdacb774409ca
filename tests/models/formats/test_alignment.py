"""Rows that lost empty cells find their columns again."""

from mkplanner.models.formats.alignment import Aligner
from mkplanner.models.formats.base import Column
from mkplanner.models.timeframes.timeframe import PlanContext

COLUMNS = [Column(name, name) for name in ("action", "date", "owner", "progress", "outcome")]
ROWS = [
    ["Review the policy", "By June 2021", "KL", "15/06/2021", "Reported with the letter"],
    ["Ask the staff", "By May 2021", "MN", "Ongoing", "Reported with the notes"],
]


def test_a_missing_progress_cell_leaves_the_outcome_where_it_belongs() -> None:
    cells = Aligner(COLUMNS, ROWS, PlanContext()).align(["Train members", "By 2023", "KL", "Reported with the pack"])
    assert cells == ["Train members", "By 2023", "KL", "", "Reported with the pack"]


def test_a_missing_date_leaves_the_owner_where_it_belongs() -> None:
    cells = Aligner(COLUMNS, ROWS, PlanContext()).align(["Train members", "MN", "Ongoing", "Reported with the pack"])
    assert cells == ["Train members", "", "MN", "Ongoing", "Reported with the pack"]


def test_cells_too_many_are_joined_and_not_lost() -> None:
    assert (
        Aligner(COLUMNS, ROWS, PlanContext()).align([*ROWS[0], "and more"])[-1] == "Reported with the letter / and more"
    )


def test_without_a_whole_row_the_last_columns_are_the_empty_ones() -> None:
    assert Aligner(COLUMNS, [], PlanContext()).align(["Train", "as soon as possible", "KL"])[3:] == ["", ""]
