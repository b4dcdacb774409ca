"""Letters by party, by quarter and by organisation."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.people import PartyKind
from mkplanner.models.plan import Plan, PlanInfo
from mkplanner.models.rasic.workload import NOWHERE, Counting, Workload, ranked
from mkplanner.models.status import Status
from mkplanner.models.timeframes.parse import parse
from tests.builders import empty_plan, example_plan
from tests.charts.plan_maker import PlanMaker
from tests.charts.sample_plans import crowd

YEAR = PlanInfo("plan", start=date(2026, 4, 1), end=date(2027, 3, 31))


def small() -> tuple[Plan, dict[str, str]]:
    make = PlanMaker(YEAR)
    council = make.party("Aldermere Council", kind=PartyKind.ORGANISATION)
    lead, finance, legal = make.party("Lead"), make.party("Finance", council), make.party("Legal", council)
    budget = make.add("Join the budgets", parse("May 2026 to November 2026"))
    make.give(budget, finance, "AR")
    make.give(budget, lead, "C")
    part = make.add("Agree the formula", below=budget)
    make.give(part, finance, "R")
    done = make.add("Write the terms", parse("By 31 January 2027"), status=Status.COMPLETE)
    make.give(done, legal, "R")
    soon = make.add("Publish", "TBC")
    make.give(soon, legal, "AI")
    return make.plan(), {"lead": lead, "finance": finance, "legal": legal, "part": part, "soon": soon, "done": done}


def quarters(plan: Plan, party: str, counting: Counting = Counting.TOUCHED) -> list[int]:
    load = next(load for load in Workload(plan, counting).parties if load.id == party)
    return [load.to_do_in(at) for at in range(4)] + [load.to_do_in(NOWHERE)]


def test_letters_are_counted_by_party_and_kind_in_the_order_of_the_matrix() -> None:
    plan, _ = small()
    found = [(load.name, load.home, dict(load.letters), load.to_do, load.total) for load in Workload(plan).parties]
    assert found == [
        ("Lead", "", {"C": 1}, 0, 1),
        ("Finance", "Aldermere Council", {"A": 1, "R": 2}, 3, 3),
        ("Legal", "Aldermere Council", {"R": 1, "A": 1, "I": 1}, 2, 3),
    ]
    assert Workload(plan).letters == ("A", "R", "I", "C")


def test_a_row_counts_in_every_quarter_it_touches_or_only_where_it_is_due() -> None:
    plan, ids = small()
    assert quarters(plan, ids["finance"]) == [3, 3, 3, 0, 0]
    assert quarters(plan, ids["finance"], Counting.DUE) == [0, 0, 3, 0, 0]
    assert quarters(plan, ids["legal"]) == [0, 0, 0, 1, 1]


def test_organisations_are_the_sums_of_their_parties() -> None:
    plan, _ = small()
    assert [(load.name, load.to_do) for load in Workload(plan).organisations] == [("", 0), ("Aldermere Council", 5)]


def test_what_is_done_can_be_left_out() -> None:
    plan, ids = small()
    legal = next(load for load in Workload(plan, only_open=True).parties if load.id == ids["legal"])
    assert dict(legal.letters) == {"A": 1, "I": 1}


def test_the_rows_behind_a_number_are_named() -> None:
    plan, ids = small()
    work = Workload(plan)
    assert work.rows_of(ids["finance"], "R", 1) == ("i00000", ids["part"])
    assert work.rows_of(ids["legal"], "AR", NOWHERE) == (ids["soon"],)
    assert work.rows_of(ids["legal"]) == (ids["done"], ids["soon"])
    assert work.rows_of(ids["lead"], "R") == ()


@pytest.mark.parametrize(
    ("by", "rising", "names"),
    [
        ("to_do", False, ["Finance", "Legal", "Lead"]),
        ("to_do", True, ["Lead", "Legal", "Finance"]),
        ("name", False, ["Finance", "Lead", "Legal"]),
        ("home", True, ["Finance", "Legal", "Lead"]),
        ("I", False, ["Legal", "Lead", "Finance"]),
        ("3", False, ["Legal", "Lead", "Finance"]),
        ("-1", False, ["Legal", "Lead", "Finance"]),
    ],
)
def test_loads_are_ranked_by_name_by_number_or_by_quarter(by: str, rising: bool, names: list[str]) -> None:
    plan, _ = small()
    assert [load.name for load in ranked(Workload(plan).parties, by, rising=rising)] == names


def test_inherited_letters_do_not_count() -> None:
    plan = example_plan()
    counted: Counter[str] = Counter()
    for load in Workload(plan).parties:
        counted.update(load.letters)
    assert counted == Counter("".join(cell.letters for cell in plan.assignments.values()))


def test_a_plan_without_letters_has_nobody_at_work() -> None:
    work = Workload(empty_plan())
    assert (work.parties, work.organisations, work.letters, work.periods) == ((), (), (), ())


@given(st.integers(1, 20), st.integers(1, 12), st.sampled_from(list(Counting)))
def test_periods_and_organisations_agree_with_a_plain_count(parties: int, rows: int, counting: Counting) -> None:
    plan = crowd(parties, rows)
    work = Workload(plan, counting)
    for load in work.parties:
        held = [cell.letters for cell in plan.assignments.values() if cell.party == load.id]
        assert load.letters == Counter("".join(held))
        for at in (*range(len(work.periods)), NOWHERE):
            assert load.to_do_in(at) == sum(
                len(set("AR") & set(cell.letters))
                for cell in plan.assignments.values()
                if cell.party == load.id and cell.item in work.rows_of(load.id, "", at)
            )
    assert sum(load.total for load in work.organisations) == sum(load.total for load in work.parties)
    counts = [load.to_do for load in ranked(work.parties)]
    assert all(one >= two for one, two in pairwise(counts))
