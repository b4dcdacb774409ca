"""What a RASIC report shows of a plan."""

from __future__ import annotations

from mkplanner.charts.reports.rasic_rows import RasicRows
from mkplanner.models.asking.query import matching
from tests.builders import example_plan
from tests.charts.sample_plans import PlanMaker


def test_letters_count_once_for_each_row_that_is_printed() -> None:
    plan = example_plan()
    whole, part = RasicRows(plan), RasicRows(matching(plan, "telephone"))
    lead = next(holder.party for holder in whole.holders if holder.party.name == "Customer Services")
    assert whole.count(lead, "R") == sum(
        "R" in cell.letters for cell in plan.assignments.values() if cell.party == lead.id
    )
    assert 0 < part.count(lead, "R") < whole.count(lead, "R")
    assert part.idle == whole.idle == []


def test_parties_without_a_letter_are_no_columns_but_named_as_idle() -> None:
    make = PlanMaker()
    row = make.add("Agree")
    make.give(row, make.party("Lead"), "R")
    make.party("Property Manager")
    rows = RasicRows(make.plan())
    assert [holder.party.name for holder in rows.holders] == ["Lead"]
    assert rows.idle == ["Property Manager"]


def test_a_row_with_two_accountable_needs_a_look() -> None:
    make = PlanMaker()
    row = make.add("Agree")
    for name in ("Lead", "Deputy"):
        make.give(row, make.party(name), "AR")
    rows = RasicRows(make.plan())
    assert rows.remark(make.items[row])[1] == "Two Accountable"
    assert rows.remarks() == ["1 row needs a look; the Checks column says why."]
