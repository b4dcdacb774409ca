"""Rows and words as notices name them."""

from mkplanner.models.checks.saying import name_said, words_said
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.timeframes.timeframe import Timeframe
from tests.builders import written


def test_a_row_is_named_by_its_number_or_its_own_reference() -> None:
    plan = written(AddItem("Agree terms", id="a"), AddItem("Draft", id="b", parent="a", fields=(("ref", "RES01"),)))
    assert [name_said(plan, plan.items[id_]) for id_ in "ab"] == ["1", "RES01"]


def test_the_authors_words_stand_on_one_line() -> None:
    assert words_said(Timeframe("By May\n  or June")) == "“By May or June”"
