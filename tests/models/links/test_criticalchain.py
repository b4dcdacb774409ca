from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.commands.links import LinkItems
from mkplanner.models.links.criticalchain import critical_chain, gap
from mkplanner.models.plan import Dependency, Item, LinkType, Plan
from mkplanner.models.timeframes.timeframe import Kind, Precision, Segment, Timeframe
from tests.builders import dated_row as row
from tests.builders import empty_plan, written


@pytest.fixture
def plan():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    return written(
        row("a", "April 2026 to May 2026"),
        row("b", "June 2026 to August 2026"),
        row("c", "September 2026"),
        row("side", "1 June 2026 to 20 June 2026"),
        row("alone", "December 2027"),
        row("open", "Ongoing"),
        LinkItems("a", "b"),
        LinkItems("b", "c"),
        LinkItems("a", "side"),
        LinkItems("side", "c"),
        LinkItems("open", "c"),
        plan=start,
    )


def test_rows_that_follow_one_another_without_a_gap_up_to_the_end_are_the_chain(plan):
    chain = critical_chain(plan)

    assert chain.rows == {"a", "b", "c"}
    assert {(plan.dependencies[id_].before, plan.dependencies[id_].after) for id_ in chain.links} == {
        ("a", "b"),
        ("b", "c"),
    }
    assert chain.slack == {"a": 0, "b": 0, "c": 0, "side": 72}


def test_a_row_that_ends_late_but_hangs_on_nothing_is_not_on_it(plan):
    assert "alone" not in critical_chain(plan).rows
    assert "open" not in critical_chain(plan).rows


def test_days_between_count_as_needed(plan):
    (link,) = [link for link in plan.links if (link.before, link.after) == ("a", "side")]
    wait = Dependency("x", "a", "side", LinkType.FS, 3)

    assert gap(link, plan.items["a"], plan.items["side"]) == 0
    assert gap(wait, plan.items["a"], plan.items["side"]) == -3


def test_where_rows_stand_apart_the_least_gap_carries_the_chain():
    start = empty_plan(title="Plan", start=date(2025, 4, 1), end=date(2028, 3, 31))
    plan = written(
        row("a", "April 2026"),
        row("near", "May 2026"),
        row("b", "July 2026"),
        LinkItems("a", "b"),
        LinkItems("near", "b"),
        plan=start,
    )
    chain = critical_chain(plan)

    assert chain.rows == {"near", "b"}
    assert chain.slack == {"a": 61, "near": 30, "b": 0}


def test_a_plan_without_links_has_none():
    assert critical_chain(written(row("a", "April 2026"), plan=empty_plan(title="Plan"))).rows == frozenset()


days = st.integers(0, 400)


@given(st.lists(st.tuples(days, st.integers(0, 60)), min_size=2, max_size=8), st.data())
def test_slack_is_never_more_than_to_the_end_and_circles_come_to_an_end(spans, data):
    base = date(2026, 1, 1).toordinal()
    items = {}
    for at, (first, long) in enumerate(spans):
        ends = date.fromordinal(base + first), date.fromordinal(base + first + long)
        frame = Timeframe("x", (Segment(Kind.RANGE, *ends, Precision.DAY),))
        items[f"r{at}"] = Item(f"r{at}", by_when=frame)
    names = st.sampled_from(sorted(items))
    pairs = data.draw(st.lists(st.tuples(names, names), max_size=12))
    links = {f"l{at}": Dependency(f"l{at}", one, other) for at, (one, other) in enumerate(pairs)}
    chain = critical_chain(Plan(empty_plan(title="Plan").info, items, dependencies=links))

    assert set(chain.slack or {}) <= set(items)
    assert chain.rows <= set(chain.slack or {})
    assert bool(chain.rows) == bool(chain.links)
