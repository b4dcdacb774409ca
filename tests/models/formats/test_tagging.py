"""Capitals behind titles are tags where they come back."""

from mkplanner.models.formats.row_cells import Row
from mkplanner.models.formats.tagging import tag_rows
from mkplanner.models.plan import ItemKind


def tags(*titles: str) -> list[tuple[str, ...]]:
    rows = [Row(ItemKind.ACTION, title, None, 1) for title in titles]
    tag_rows(rows)
    return [row.tags for row in rows]


def test_capitals_that_come_back_are_tags() -> None:
    assert tags("Move (RES)", "Open.(RES & FIN)", "Close (FIN, RES)") == [("RES",), ("RES", "FIN"), ("FIN", "RES")]


def test_capitals_written_once_are_not() -> None:
    assert tags("Write to the ombudsman (LGO)", "Open") == [(), ()]


def test_an_abbreviation_of_the_words_before_is_not_a_tag() -> None:
    assert tags("Ask the Joint Saltway Board (JSB)", "Tell the Joint Saltway Board (JSB)") == [(), ()]
