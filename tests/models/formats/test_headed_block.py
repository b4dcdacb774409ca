"""Heads of a copied block of letters."""

from __future__ import annotations

import pytest

from mkplanner.models.formats.cell_block import read_text
from mkplanner.models.formats.headed_block import HeadedBlock, read_heads
from mkplanner.models.outline import outline
from mkplanner.models.rasic.lettersets import letter_set
from tests.builders import example_plan

PLAN = example_plan()
ENTRIES = outline(PLAN)
PARTIES = PLAN.ordered_parties
NUMBERS = [entry.number for entry in ENTRIES]


def read(text: str) -> HeadedBlock | None:
    return read_heads(read_text(text), ENTRIES, PARTIES, letter_set(PLAN))


@pytest.mark.parametrize("text", ["R\tA\nC\tI", "R", "", "Responsible\tC & S\n\tR (assist)", "nonsense\tR"])
def test_letters_alone_have_no_heads(text: str) -> None:
    assert read(text) is None


def test_names_above_and_references_at_the_left_are_found_in_any_order() -> None:
    second, first = PARTIES[3].name, PARTIES[1].name.upper()
    found = read(f"Ref\tAction\t{second}\t{first}\tChecks\n2.1\twhatever it says\tR\tA\tOne A\n1.1\t\tC\t\t")
    assert found == HeadedBlock([["R", "A"], ["C", ""]], [NUMBERS.index("2.1"), NUMBERS.index("1.1")], [3, 1])


def test_titles_do_where_references_are_missing() -> None:
    title = ENTRIES[4].item.title
    assert read(f"{title}\tR\tA") == HeadedBlock([["R", "A"]], [4], None)


def test_names_alone_leave_the_rows_to_the_cursor() -> None:
    assert read(f"{PARTIES[0].name}\t{PARTIES[2].name}\nR\tA") == HeadedBlock([["R", "A"]], None, [0, 2])


def test_organisations_may_stand_in_a_line_above() -> None:
    found = read(f"\tAldermere things\t\n\t{PARTIES[2].name}\t{PARTIES[5].name}\n1.1\tR\tI")
    assert found == HeadedBlock([["R", "I"]], [NUMBERS.index("1.1")], [2, 5])


def test_what_nobody_knows_has_no_place() -> None:
    found = read(f"\t{PARTIES[0].name}\tSomebody else\n1.1\tR\tA\n99.9\tC\tI")
    assert found == HeadedBlock([["R", "A"], ["C", "I"]], [NUMBERS.index("1.1"), None], [0, None])
