"""Dates that contradict themselves, their row or their plan are told, and never moved."""

from mkplanner.models.checks.registry import check
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.plan import Plan
from tests.builders import empty_plan, written


def plan_with(above: str | None, below: str | None = None, **info: object) -> Plan:
    fields = (("by_when", above),) if above else ()
    parts = (("by_when", below),) if below else ()
    return written(
        AddItem("Action", id="a", fields=fields),
        AddItem("Part", id="s", parent="a", fields=parts),
        plan=empty_plan(**info),
    )


def found(plan: Plan) -> dict[str, str | None]:
    return {notice.id: notice.item for notice in check(plan) if notice.field == "by_when"}


def test_a_part_that_ends_after_its_action_is_told() -> None:
    assert found(plan_with("By 31 March 2027", "By 30 April 2027")) == {"after-parent": "s"}
    assert found(plan_with("By 31 March 2027", "By 31 March 2027")) == {}


def test_an_open_end_binds_nobody() -> None:
    assert found(plan_with("Ongoing", "By 30 April 2027")) == {}


def test_a_date_outside_the_plan_is_told() -> None:
    from datetime import date

    years = {"start": date(2026, 4, 1), "end": date(2028, 3, 31)}
    assert found(plan_with("By 30 April 2029", **years)) == {"outside-plan": "a"}
    assert found(plan_with("May 2025", **years)) == {"outside-plan": "a"}
    assert found(plan_with("By 31 March 2028", **years)) == {}


def test_an_end_before_its_start_is_an_error() -> None:
    assert found(plan_with("31 March 2027 – 1 January 2027")).get("ends-before-start") == "a"


def test_words_without_a_date_are_listed_and_kept() -> None:
    plan = plan_with("Once the branding is agreed")
    assert found(plan) == {"no-date": "a"}
    frame = plan.items["a"].by_when
    assert frame is not None
    assert frame.words == "Once the branding is agreed"


def test_a_doubtful_date_is_asked_about_once_for_the_plan() -> None:
    plan = plan_with("March 14", "April 15")
    assert sum(notice.id == "ambiguous-date" for notice in check(plan)) == 1
