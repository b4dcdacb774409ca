"""The worked example is a whole plan."""

from collections import Counter

from mkplanner.models.checks.registry import check
from mkplanner.models.notice import Severity
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import Kind
from tests.builders import example_plan


def test_it_has_the_size_of_a_real_plan() -> None:
    plan = example_plan()
    kinds = Counter(item.kind for item in plan.items.values())
    assert kinds[ItemKind.ACTION] == 12
    assert kinds[ItemKind.SUB_ACTION] + kinds[ItemKind.MILESTONE] == 38
    assert kinds[ItemKind.THEME] == 3
    assert len(plan.updates) >= 8
    assert len(plan.assignments) > 100


def test_its_dates_are_of_many_kinds_and_read_as_meant() -> None:
    plan = example_plan()
    kinds = {segment.kind for item in plan.items.values() if item.by_when for segment in item.by_when.segments}
    wanted = set(Kind) - {Kind.MULTIPLE, Kind.YEAR, Kind.ONGOING_UNTIL, Kind.UNPARSEABLE, Kind.HALF_YEAR}
    assert wanted <= kinds


def test_it_contradicts_itself_nowhere_but_on_purpose() -> None:
    grave = {notice.id for notice in check(example_plan()) if notice.severity is not Severity.INFO}
    assert grave == {"no-accountable", "out-of-order", "too-much-to-do"}


def test_its_links_show_a_row_out_of_order_and_a_date_that_hangs_on_another() -> None:
    plan = example_plan()
    found = {notice.id: plan.items[notice.item or ""].title for notice in check(plan) if notice.item}
    assert len(plan.links) == 4
    assert found["out-of-order"] == "Fit out the counter and the waiting area"
    assert found["can-be-dated"] == "Welcome and induction"
    assert Counter(notice.id for notice in check(plan))["out-of-order"] == 1
