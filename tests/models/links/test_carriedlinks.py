"""Links that are handed on from plan to plan are what would be found afresh."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.errors import PlannerError
from mkplanner.models.commands.links import LinkItems, Unlink
from mkplanner.models.commands.rows import DeleteItem, SetField
from mkplanner.models.edit import Edit
from mkplanner.models.links.following import broken_links
from mkplanner.models.plan import TABLES, Dependency, LinkType, Plan
from tests.builders import session_of
from tests.ui.saltway import saltway_plan

NAMES = ("links", "links_of", "_broken_links")
ROWS = st.integers(0, 12)


def worked_out(plan: Plan) -> tuple[object, ...]:
    return plan.links, plan.links_of, broken_links(plan)


def afresh(plan: Plan) -> Plan:
    return Plan(plan.info, **{name: dict(getattr(plan, name)) for name in TABLES.values()})


def order(kind: str, one: str, other: str, plan: Plan):  # type: ignore[no-untyped-def]
    if kind == "x" and plan.links:
        return Unlink(plan.links[len(one + other) % len(plan.links)].id)
    if kind == "d":
        return DeleteItem((one,))
    if kind == "b":
        return SetField(one, "by_when", other[-1] + " March 2026")
    return LinkItems(one, other, LinkType.SS if kind == "s" else LinkType.FS)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.sampled_from("lllsxdbu"), ROWS, ROWS), max_size=20))
def test_after_links_and_rows_came_went_and_changed(story) -> None:  # type: ignore[no-untyped-def]
    session, _ = session_of(saltway_plan())
    worked_out(session.plan)
    for kind, one, other in story:
        ids = list(session.plan.items)
        if not ids:
            return
        try:
            if kind == "u":
                session.undo()
            else:
                session.run(order(kind, ids[one % len(ids)], ids[other % len(ids)], session.plan))
        except PlannerError:
            continue
        assert all(name in session.plan.__dict__ for name in NAMES)
        assert worked_out(session.plan) == worked_out(afresh(session.plan))


def test_a_link_that_says_the_same_as_another_comes_to_light_when_that_goes() -> None:
    edit = Edit(saltway_plan())
    for name in ("one", "two"):
        edit.put(Dependency(name, "a11", "a12"))
    plan = edit.plan
    worked_out(plan)
    edit = Edit(plan)
    edit.remove(plan.dependencies["one"])

    assert [link.id for link in edit.plan.links] == ["two"]


def test_a_link_that_says_what_another_does_is_not_shown() -> None:
    edit = Edit(saltway_plan())
    edit.put(Dependency("one", "a11", "a12"))
    plan = edit.plan
    worked_out(plan)
    edit = Edit(plan)
    edit.put(Dependency("two", "a11", "a12"))
    edit.put(Dependency("lost", "a11", "nowhere"))

    assert [link.id for link in edit.plan.links] == ["one"]
