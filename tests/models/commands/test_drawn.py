from datetime import date

import pytest

from mkplanner.charts.marks.held import drawn, moved_by
from mkplanner.charts.timescale.snap import Step
from mkplanner.errors import RefusedError
from mkplanner.models.commands.dates import ReviseDate
from mkplanner.models.commands.drawn import DrawDates
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.edit import Edit
from tests.builders import empty_plan, written


@pytest.fixture
def plan():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    return written(
        AddItem("Agree", id="a", fields=(("by_when", "By 31 March 2026"),)),
        AddItem("Sign", id="b", fields=(("by_when", "May 2026"),)),
        AddItem("Publish", id="c"),
        plan=start,
    )


def applied(plan, command):
    edit = Edit(plan)
    command.apply(edit)
    return edit.plan.items


def later(plan, row, months=1):
    return row, moved_by(plan.items[row].by_when.segments, Step(months=months))


def test_words_that_were_typed_become_the_original_with_the_reason(plan):
    row = applied(plan, DrawDates((later(plan, "a"),), "Board moved"))["a"]

    assert (row.by_when.words, row.by_when.typed) == ("By 30 April 2026", False)
    assert row.original == plan.items["a"].by_when
    assert row.revised_reason == "Board moved"


def test_a_drawing_that_rewrites_keeps_no_original(plan):
    row = applied(plan, DrawDates((later(plan, "a"),), rewrites=True))["a"]

    assert (row.by_when.words, row.original, row.revised_reason) == ("By 30 April 2026", None, "")


def test_a_row_without_a_date_gets_its_first_in_plain_words(plan):
    row = applied(plan, DrawDates((("c", (drawn(date(2026, 5, 4), date(2026, 6, 19)),)),)))["c"]

    assert row.by_when.words == "4 May 2026 to 19 June 2026"
    assert row.original is None


def test_several_rows_are_drawn_at_once(plan):
    rows = applied(plan, DrawDates((later(plan, "a"), later(plan, "b")), rewrites=True))

    assert [rows[id_].by_when.words for id_ in "ab"] == ["By 30 April 2026", "June 2026"]


def test_a_date_revised_before_needs_a_reason_and_nothing_drawn_is_refused(plan):
    edit = Edit(plan)
    ReviseDate("a", "By 30 June 2026", "Late bids").apply(edit)
    revised = edit.plan
    with pytest.raises(RefusedError, match="needs a reason"):
        applied(revised, DrawDates((later(revised, "a"),)))
    with pytest.raises(RefusedError, match="No date was drawn"):
        applied(plan, DrawDates(()))
    row = applied(revised, DrawDates((later(revised, "a"),), "Later still"))["a"]
    assert row.original == plan.items["a"].by_when
