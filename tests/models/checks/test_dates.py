"""Dates that contradict themselves, their row or their plan are told, and never moved."""

from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.checks.registry import check
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.plan import Item, Plan
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
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
    years = {"start": date(2026, 4, 1), "end": date(2028, 3, 31)}
    assert found(plan_with("By 30 April 2029", **years)) == {"outside-plan": "a"}
    assert found(plan_with("May 2025", **years)) == {"outside-plan": "a"}
    assert found(plan_with("By 31 March 2028", **years)) == {}


def test_an_end_before_its_start_is_an_error() -> None:
    assert found(plan_with("31 March 2027 – 1 January 2027")).get("ends-before-start") == "a"


def test_a_stretch_that_runs_on_after_the_plan_is_told_unless_it_is_only_a_year() -> None:
    years = {"start": date(2026, 4, 1), "end": date(2028, 3, 31)}
    assert found(plan_with("January 2028 – June 2028", **years)) == {"outside-plan": "a"}
    assert found(plan_with("2028", **years)) == {}
    assert found(plan_with("January 2026 – June 2026", **years)) == {}


def test_stretches_of_one_date_that_cross_are_told() -> None:
    assert found(plan_with("January – March 2027; February – May 2027")) == {"overlapping-dates": "a"}
    (notice,) = [n for n in check(plan_with("January – March 2027; February – May 2027")) if n.field == "by_when"]
    assert notice.sentence == "1 has two stretches of time that overlap from 1 February 2027 to 31 March 2027."


def test_stretches_with_labels_or_inside_one_another_may_overlap() -> None:
    assert found(plan_with("Phase 1: January – March 2027\nPhase 2: February – May 2027")) == {}
    assert found(plan_with("January – May 2027; February – March 2027")) == {}
    assert found(plan_with("January – March 2027; April – May 2027")) == {}


def test_a_deadline_before_the_start_beside_it_is_an_error() -> None:
    start = Segment(Kind.OPEN_ENDED_FROM, date(2027, 6, 1), None, Precision.DAY)
    due = Segment(Kind.BY_DEADLINE, None, date(2027, 3, 31), Precision.DAY)
    for segments in ((start, due), (due, start)):
        row = Item("a", by_when=Timeframe("x", segments))
        assert found(replace(empty_plan(), items={"a": row})) == {"due-before-start": "a"}
    apart = replace(due, label="historic services")
    assert found(replace(empty_plan(), items={"a": Item("a", by_when=Timeframe("x", (start, apart)))})) == {}


days = st.dates(date(2026, 1, 1), date(2026, 2, 28))
bars = st.builds(lambda start, end: Segment(Kind.RANGE, start, end, Precision.DAY), days, days)


@given(st.lists(bars, max_size=4))
def test_overlap_and_order_are_told_exactly_where_they_are(segments: list[Segment]) -> None:
    """Counted day by day: two bars cross where they share days and each has days of its own."""
    plan = replace(empty_plan(), items={"a": Item("a", by_when=Timeframe("x", tuple(segments)))})
    spans = [set(range(s.start.toordinal(), s.end.toordinal() + 1)) for s in segments if s.start and s.end]
    crossing = sum(bool(one & other and one - other and other - one) for one, other in combinations(spans, 2))
    assert sum(notice.id == "overlapping-dates" for notice in check(plan)) == crossing
    assert sum(notice.id == "ends-before-start" for notice in check(plan)) == sum(not span for span in spans)
