"""Questions in words."""

from mkplanner.models.asking.narrowing import Wanted
from mkplanner.models.asking.query import EVERYTHING, Query
from mkplanner.models.asking.words import pieces, value_words
from tests.builders import example_plan


def test_the_whole_plan_needs_no_words():
    assert pieces(example_plan(), EVERYTHING) == ()


def test_each_part_is_told_and_can_be_taken_away():
    plan = example_plan()
    party = plan.ordered_parties[0]
    query = Query("board", Wanted(("late", ""), (party.id,), when=("late", "none")), "by_when", True, "owner")

    found = pieces(plan, query)

    assert [piece.words for piece in found] == [
        "“board”",
        "Late or overdue or Without a date",
        "Status: Late or none",
        f"Owner: {party.name}",
        "Grouped by owner",
        "Sorted by when, last first",
    ]
    for piece in found:
        assert len(pieces(plan, piece.without)) == len(found) - 1


def test_a_party_that_has_gone_still_has_words():
    assert value_words(example_plan(), "owners", "gone") == "somebody who has gone"
