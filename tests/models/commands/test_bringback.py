"""Whole plans brought into others."""

from mkplanner.models.commands.paste import BringIn
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.edit import Edit
from mkplanner.models.formats.exact import exact_record
from mkplanner.models.formats.plan_draft import draft_of
from mkplanner.models.ids import new_id
from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan, PlanInfo
from tests.charts.outputs.every_report import example


def bring(plan: Plan, *, below: str | None = None) -> Plan:
    edit = Edit(plan)
    BringIn(draft_of(example()), below).apply(edit)
    return edit.plan


def shown(plan: Plan) -> list[tuple[object, ...]]:
    return [(entry.depth, entry.item.kind, entry.item.title, entry.item.by_when) for entry in outline(plan)]


def test_an_empty_plan_becomes_the_other_one() -> None:
    found, wanted = exact_record(bring(Plan(PlanInfo(new_id())))), exact_record(example())
    for record in (found, wanted):
        record["plan"].pop("id")
        record["dependencies"] = sorted([{**link, "id": ""} for link in record["dependencies"]], key=str)
        for cell in record["assignments"]:
            cell.pop("id")
        record["assignments"].sort(key=lambda cell: (cell["item"], cell["party"]))
        for setting in record.get("settings", ()):
            setting.pop("id")
    assert found == wanted


def test_cells_have_the_identity_that_this_plan_gives_them() -> None:
    one, two = bring(Plan(PlanInfo(new_id()))), bring(Plan(PlanInfo(new_id())))
    assert set(one.assignments).isdisjoint(two.assignments)
    assert len(one.assignments) == len(example().assignments)


def test_a_plan_with_rows_keeps_them_and_its_facts() -> None:
    edit = Edit(Plan(PlanInfo(new_id(), "Our own")))
    AddItem("First", None, None).apply(edit)
    plan = bring(edit.plan)
    assert plan.info.title == "Our own"
    assert [row[2] for row in shown(plan)] == ["First", *(row[2] for row in shown(example()))]


def test_twice_is_twice_with_one_set_of_parties() -> None:
    plan = bring(bring(Plan(PlanInfo(new_id()))))
    assert shown(plan) == shown(example()) * 2
    assert len(plan.parties) == len(example().parties)
    assert len(plan.dependencies) == 2 * len(example().links)
    assert len(plan.updates) == 2 * len(example().updates)


def test_below_a_row_everything_stands_one_level_deeper() -> None:
    edit = Edit(Plan(PlanInfo(new_id())))
    top = AddItem("Top", None, None).apply(edit)
    plan = bring(edit.plan, below=top)
    assert [row[0] for row in shown(plan)][1:] == [row[0] + 1 for row in shown(example())]
