"""JSON of a whole plan, read back."""

import json

import pytest

from mkplanner.errors import PlannerError
from mkplanner.models.formats.read_json import read_json
from mkplanner.models.formats.write_json import write_json
from mkplanner.models.plan import Plan, PlanInfo
from tests.charts.outputs.every_report import example
from tests.models.formats.awkward import ID, awkward
from tests.models.formats.same_plan import brought_in, plain


@pytest.mark.parametrize("plan", [example(), awkward(), Plan(PlanInfo(ID))], ids=["example", "awkward", "empty"])
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    assert plain(brought_in(read_json(write_json(plan)))) == plain(plan)


def test_first_promises_roles_and_reasons_come_back() -> None:
    plan = brought_in(read_json(write_json(awkward())))
    item = next(item for item in plan.items.values() if item.ref == "X-7")
    assert item.original is not None
    assert (item.original.words, item.revised_reason) == ("May 2027", "Late; very")
    assert {party.full_name for party in plan.parties.values()} >= {"Ann Other (Clerk)"}
    assert plan.setting("view/Late") == {"a": 1}


def test_a_reading_that_somebody_chose_stays_chosen() -> None:
    record = json.loads(write_json(example()))
    row = next(row for row in record["items"] if row["by_when"]["segments"])
    row["by_when"]["segments"][0]["end"] = "2031-01-31"
    plan = brought_in(read_json(json.dumps(record)))
    ends = [
        part.end.isoformat()
        for item in plan.items.values()
        if item.by_when
        for part in item.by_when.segments
        if part.end
    ]
    assert "2031-01-31" in ends


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"items": 3}', '{"items": [{}]}', '{"items": [{"id": 1}]}', "[" * 100_000]
)
def test_other_json_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(PlannerError, match="does not hold a plan"):
        read_json(text)
