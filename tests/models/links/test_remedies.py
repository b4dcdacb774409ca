"""A broken link offers to move the later row, alone or with what hangs on it; nothing moves before it is asked for."""

from dataclasses import replace

from mkplanner.models.commands.dates import ShiftDates
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem, DeleteItem, SetField
from mkplanner.models.commands.together import Together
from mkplanner.models.edit import Edit
from mkplanner.models.links.following import broken_links
from mkplanner.models.links.remedies import preview
from mkplanner.models.notice import Remedy
from mkplanner.models.plan import Dependency, Item, Plan
from mkplanner.models.remedies import check_with_remedies
from tests.builders import session_of, written
from tests.models.links.test_following import SPRING, linked


def remedies(plan: Plan) -> tuple[Remedy, ...]:
    (notice,) = [notice for notice in check_with_remedies(plan) if notice.id == "out-of-order"]
    return notice.remedies


def test_moving_the_later_row_mends_the_link_and_keeps_its_words_as_the_original() -> None:
    plan = linked("Oct 26 – March 27", "Spring 2027")
    (remedy,) = remedies(plan)
    assert remedy.title == "Move 2 to start on 1 April 2027"
    session, _ = session_of(plan)
    session.run(remedy.command)
    row = session.plan.items["b"]
    assert row.by_when is not None
    assert row.original is not None
    assert (row.by_when.words, row.original.words) == ("April 2027 to June 2027", "Spring 2027")
    assert row.revised_reason == "1 ends on 31 March 2027"
    assert broken_links(session.plan) == {}
    session.undo()
    assert session.plan == plan


def test_all_that_follows_can_be_moved_by_as_much() -> None:
    plan = written(
        AddItem("Third", id="c", fields=(("by_when", "June 2027"),)),
        AddItem("Part of the third", id="p", parent="c", fields=(("by_when", "By 15 June 2027"),)),
        AddItem("Fourth", id="d", fields=(("by_when", "Ongoing"),)),
        LinkItems("b", "c"),
        LinkItems("c", "d"),
        plan=linked("Oct 26 – March 27", SPRING),
    )
    alone, everything = remedies(plan)
    assert (alone.title, everything.title) == (
        "Move 2 to start on 1 April 2027",
        "Move 2 and the 2 rows that follow it",
    )
    session, _ = session_of(plan)
    session.run(everything.command)
    words = [item.by_when.words for item in session.plan.items.values() if item.by_when]
    assert words == ["Oct 26 – March 27", "1 April 2027 to 30 June 2027", "July 2027", "By 15 July 2027", "Ongoing"]


def test_a_row_that_is_too_early_twice_moves_far_enough_for_both() -> None:
    plan = written(
        AddItem("Another", id="c", fields=(("by_when", "By 14 May 2027"),)),
        LinkItems("c", "b"),
        plan=linked("Oct 26 – March 27", SPRING),
    )
    first, second = [notice for notice in check_with_remedies(plan) if notice.id == "out-of-order"]
    assert [remedy.title for remedy in first.remedies] == ["Move 2 to start on 15 May 2027"]
    session, _ = session_of(plan)
    session.run(second.remedies[0].command)
    assert broken_links(session.plan) == {}


def test_a_deadline_moves_to_a_day_and_an_end_to_an_end() -> None:
    assert remedies(linked("Oct 26 – March 27", "By 15 March 2027"))[0].title == "Move 2 to 1 April 2027"
    assert remedies(linked("March 2027", "February 2027", "FF"))[0].title == "Move 2 to end on 31 March 2027"


def test_what_would_move_can_be_seen_before_it_does() -> None:
    plan = linked("Oct 26 – March 27", "Spring 2027")
    assert preview(plan, remedies(plan)[0].command) == ["2: Spring 2027 → April 2027 to June 2027"]
    assert preview(plan, LinkItems("a", "a")) == ["A row cannot be linked to itself. Nothing was changed."]


def test_a_preview_names_each_row_that_moves_once_and_in_the_order_in_which_they_do() -> None:
    plan = linked("Oct 26 – March 27", "Spring 2027")
    moves = ShiftDates(("b", "a"), 0, 1, "later")
    again = Together(
        "Twice", (moves, SetField("b", "title", "Other words"), AddItem("New", id="n"), DeleteItem(("a",)))
    )

    assert preview(plan, moves) == [
        "2: Spring 2027 → April 2027 to June 2027",
        "1: Oct 26 – March 27 → November 2026 – April 2027",
    ]
    assert preview(plan, again) == ["2: Spring 2027 → April 2027 to June 2027"]


def test_what_an_edit_has_touched_is_known_before_it_is_finished() -> None:
    edit = Edit(linked("Oct 26 – March 27", "Spring 2027"))
    assert edit.touched(Item) == ()
    for id_ in ("b", "a", "b"):
        edit.put(replace(edit.item(id_), title="Other words"))

    assert edit.touched(Item) == ("b", "a")
    assert edit.touched(Dependency) == ()
