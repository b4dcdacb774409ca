"""How many rows stand how."""

from __future__ import annotations

from datetime import date

from mkplanner.models.status import Rag, Status
from mkplanner.models.tally import Tally, status_of
from tests.charts.sample_plans import PlanMaker


def test_a_status_may_come_from_the_percentage_or_the_newest_light() -> None:
    make = PlanMaker()
    done, lit, silent = make.add("Done", percent=100), make.add("Lit"), make.add("Silent", percent=40)
    make.say(lit, "Well", date(2025, 9, 1), Rag.GREEN)
    make.say(lit, "Badly", date(2025, 10, 1), Rag.AMBER)
    plan = make.plan()

    assert [status_of(plan, plan.items[id_]) for id_ in (done, lit, silent)] == [Status.COMPLETE, Status.AT_RISK, None]


def test_the_statuses_that_occur_stand_in_their_order_and_all_rows_are_counted() -> None:
    make = PlanMaker()
    row = make.add("Move the telephones")
    make.say(row, "The supplier is late", rag=Rag.RED)
    make.add("Refresh the terms", percent=100)
    tally = Tally.of(make.plan())

    assert tally.used == [Status.COMPLETE, Status.LATE]
    assert (tally.total, tally.one, tally.many) == (2, "action", "actions")


def test_parts_are_counted_where_only_they_have_a_status() -> None:
    make = PlanMaker()
    action = make.add("Build a scorecard")
    make.add("Simplify the vision", below=action, status=Status.COMPLETE)
    make.add("Carry out a survey", below=action)

    assert Tally.of(make.plan()).many == "sub-actions"
