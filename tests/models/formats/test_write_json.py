"""The plan as scripts see it."""

import json
from dataclasses import replace

from mkplanner.models.commands.baselines import SetBaseline
from mkplanner.models.commands.links import LinkItems
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.formats.write_json import plan_record, write_json
from mkplanner.models.lookback.conflict import Conflict, ConflictKind, conflict_record
from mkplanner.models.plan import Item, LinkType
from tests.builders import empty_plan, example_plan, titled, written

TOP = {
    "format", "id", "title", "start", "end", "settings", "items", "parties", "rasic", "dependencies", "bodies", "meetings",
    "decisions", "measures", "conflicts", "notices",
}  # fmt: skip
ITEM = {
    "id", "kind", "parent", "ref", "title", "by_when", "owners", "status", "rag", "percent", "outcomes", "tags", "updates",
    "notes",
}  # fmt: skip


def test_it_has_the_names_of_the_design_and_no_others() -> None:
    record = plan_record(example_plan())
    assert set(record) == TOP | {"baselines"}
    assert {frozenset(item) for item in record["items"]} == {frozenset(ITEM)}


def test_a_baseline_gives_the_parts_of_a_date_that_has_several() -> None:
    plan = written(SetBaseline("Board, 25 February"), plan=example_plan())
    (record,) = plan_record(plan)["baselines"]
    row = next(row for row in plan.items.values() if row.title.startswith("Put a collaboration"))

    assert record["dates"][row.id]["parts"] == [
        {"kind": "by-deadline", "start": None, "end": "2026-12-31", "label": "existing services"},
        {"kind": "ongoing", "start": None, "end": None, "label": "new services"},
    ]
    assert all(
        "parts" not in dates for id_, dates in record["dates"].items() if len(plan.items[id_].by_when.segments) == 1
    )


def test_rows_stand_in_the_order_of_the_outline_with_words_and_segments() -> None:
    plan = example_plan()
    record = json.loads(write_json(plan))
    agreement = next(row for row in record["items"] if row["title"].startswith("Put a collaboration"))
    assert record["items"][0]["kind"] == "theme"
    assert agreement["by_when"]["words"] == "By 31 December 2026 for existing services\nOngoing for new services"
    first, second = agreement["by_when"]["segments"]
    assert (first["kind"], first["end"], first["label"]) == ("by-deadline", "2026-12-31", "existing services")
    assert second["kind"] == "ongoing"
    assert agreement["rag"] == "green"
    assert [owner["name"] for owner in agreement["owners"]] == ["Head of Legal"]
    assert agreement["outcomes"][0]["items"] == [titled(plan, "Put a collaboration").id]


def test_an_empty_plan_is_whole_too() -> None:
    record = plan_record(empty_plan())
    assert record["items"] == record["rasic"] == []


def test_links_are_told_by_their_rows_sort_and_days_between() -> None:
    rows = (AddItem("Draft", id="a"), AddItem("Sign", id="b"))
    plan = written(*rows, LinkItems("a", "b", LinkType.FF, -3))
    assert plan_record(plan)["dependencies"] == [{"from": "a", "to": "b", "type": "FF", "lag_days": -3}]


def test_letters_of_a_party_that_is_in_no_plan_are_passed_over() -> None:
    """A file from elsewhere may say so; it must not stop anybody from reading the rest."""
    plan = example_plan()
    cell = replace(next(iter(plan.assignments.values())), id="strange", party="nobody")
    strange = replace(plan, assignments={**plan.assignments, cell.id: cell})
    assert plan_record(strange) == plan_record(plan)


def test_conflicts_stand_in_their_list_and_among_the_notices() -> None:
    plan = example_plan()
    row = next(iter(plan.items))
    conflict = Conflict("abc", ConflictKind.VALUE, Item, row, row, "title", (), "Two titles.")
    record = plan_record(plan, [conflict])
    assert record["conflicts"] == [conflict_record(conflict)]
    assert [each["item"] for each in record["notices"] if each["id"] == "conflict"] == [row]
