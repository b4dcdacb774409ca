"""Rows are linked, links changed and removed; what makes no sense is refused in a sentence."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.commands.links import ChangeLink, LinkItems, Unlink
from mkplanner.models.commands.rows import AddItem, DeleteItem
from mkplanner.models.plan import Dependency, LinkType, Plan
from tests.builders import session_of, written


def three_actions() -> Plan:
    """Actions a, b and c, with a part of a."""
    rows = [AddItem(f"Action {id_}", id=id_) for id_ in "abc"]
    return written(*rows, AddItem("Part", parent="a", id="part"))


def test_a_link_is_added_changed_and_removed_each_in_one_step() -> None:
    start = three_actions()
    session, _ = session_of(start)
    link = session.run(LinkItems("a", "b")).id
    assert link is not None
    assert session.plan.links == (Dependency(link, "a", "b"),)
    session.run(ChangeLink(link, LinkType.SS, 5))
    assert session.plan.links == (Dependency(link, "a", "b", LinkType.SS, 5),)
    session.run(Unlink(link))
    assert session.plan.links == ()
    assert [session.undo() for _ in range(3)] == ["Remove link", "Change link", "Link rows"]
    assert session.plan == start


def test_a_link_may_be_named_by_its_two_rows_where_they_have_only_one() -> None:
    session, _ = session_of(written(LinkItems("a", "b"), plan=three_actions()))
    session.run(ChangeLink(("a", "b"), lag_days=3))
    assert session.plan.links[0].lag_days == 3
    session.run(LinkItems("a", "b", LinkType.FF))
    with pytest.raises(RefusedError, match="more than one way"):
        session.run(Unlink(("a", "b")))
    session.run(Unlink(session.plan.links[0].id))
    session.run(Unlink(("a", "b")))
    assert session.plan.dependencies == {}


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("a", "a", "to itself"),
        ("a", "part", "1.1 is part of 1"),
        ("part", "a", "1.1 is part of 1"),
        ("a", "b", "2 is linked to 1 in this way already"),
        ("b", "a", "2 already follows 1, so 1 cannot follow it"),
        ("c", "a", "3 already follows 1"),
        ("a", "nowhere", "no longer in the plan"),
    ],
)
def test_a_link_that_makes_no_sense_is_refused(before: str, after: str, says: str) -> None:
    session, journal = session_of(written(LinkItems("a", "b"), LinkItems("b", "c"), plan=three_actions()))
    with pytest.raises(RefusedError, match=says):
        session.run(LinkItems(before, after))
    assert journal.steps == []


def test_a_change_that_would_make_a_loop_is_refused() -> None:
    session, _ = session_of(written(LinkItems("a", "b"), LinkItems("b", "a", LinkType.FF), plan=three_actions()))
    with pytest.raises(RefusedError, match="cannot follow it"):
        session.run(ChangeLink(("b", "a"), LinkType.FS))
    with pytest.raises(RefusedError, match="ten years"):
        session.run(ChangeLink(("b", "a"), lag_days=36_500))
    with pytest.raises(RefusedError, match="no such link"):
        session.run(Unlink(("c", "a")))


def test_two_people_who_link_the_same_rows_make_the_same_link() -> None:
    one, other = (written(LinkItems("a", "b"), plan=three_actions()).dependencies for _ in range(2))
    assert one == other


def test_a_link_whose_sort_was_changed_does_not_stand_in_the_way_of_the_first_sort() -> None:
    plan = written(LinkItems("a", "b"), ChangeLink(("a", "b"), LinkType.SS), LinkItems("a", "b"), plan=three_actions())
    assert {link.type for link in plan.links} == {LinkType.FS, LinkType.SS}


def test_deleting_a_row_takes_its_links_along_and_undo_brings_them_back() -> None:
    session, _ = session_of(written(LinkItems("part", "b"), LinkItems("b", "c"), plan=three_actions()))
    session.run(DeleteItem(("a",)))
    assert [(link.before, link.after) for link in session.plan.dependencies.values()] == [("b", "c")]
    session.undo()
    assert len(session.plan.dependencies) == 2
