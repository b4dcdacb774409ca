"""The plan as a collection: what hangs together is found, and what a merge left behind is not shown."""

from mkplanner.models.plan import Dependency, Item, LinkType, Place, Plan, PlanInfo
from tests.builders import PLAN_ID


def plan_of(*links: Dependency) -> Plan:
    items = {id_: Item(id_) for id_ in "abc"}
    return Plan(PlanInfo(PLAN_ID), items, dependencies={link.id: link for link in links})


def test_a_link_of_a_row_that_has_gone_is_not_shown() -> None:
    plan = plan_of(Dependency("1", "a", "gone"), Dependency("2", "gone", "b"), Dependency("3", "a", "b"))
    assert [link.id for link in plan.links] == ["3"]
    assert set(plan.links_of) == {"a", "b"}


def test_links_that_say_the_same_are_shown_once_and_nonsense_never() -> None:
    plan = plan_of(
        Dependency("2", "a", "b", lag_days=4),
        Dependency("1", "a", "b"),
        Dependency("3", "a", "b", LinkType.SS),
        Dependency("4", "c", "c"),
    )
    assert [link.id for link in plan.links] == ["1", "3"]


def test_a_link_is_found_from_either_row() -> None:
    plan = plan_of(Dependency("1", "a", "b"), Dependency("2", "b", "c"))
    assert {item: [link.id for link in links] for item, links in plan.links_of.items()} == {
        "a": ["1"],
        "b": ["1", "2"],
        "c": ["2"],
    }


def test_rows_stand_in_the_order_of_their_places_and_ids_whatever_order_they_came_in() -> None:
    places = {"d": "V", "b": "A", "c": "V", "a": "Z"}
    rows = [Item("top"), *(Item(id_, place=Place("top", order)) for id_, order in places.items())]
    stray = [Item("y", place=Place("gone", "B")), Item("x", place=Place("gone", "A"))]
    plan = Plan(PlanInfo(PLAN_ID), {item.id: item for item in (*rows, *stray)})
    assert {parent: [item.id for item in below] for parent, below in plan.children.items()} == {
        None: ["top", "x", "y"],
        "top": ["b", "c", "d", "a"],
    }
