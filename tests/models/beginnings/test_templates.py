import pytest

from mkplanner.models.beginnings.templates import TEMPLATES, first_command
from mkplanner.models.edit import Edit
from mkplanner.models.ids import new_id
from mkplanner.models.outline import outline
from mkplanner.models.plan import ItemKind, Plan, PlanInfo


def written(template):
    edit = Edit(Plan(PlanInfo(new_id())))
    command = first_command(template)
    if command is not None:
        command.apply(edit)
    return edit.plan


def test_a_blank_plan_is_blank():
    assert first_command(TEMPLATES["blank"]) is None


def told(lines, depth=0):
    for line in lines:
        yield depth, line.title
        yield from told(line.below, depth + 1)


@pytest.mark.parametrize("key", [key for key in TEMPLATES if key != "blank"])
def test_every_other_layout_begins_with_its_rows(key):
    template = TEMPLATES[key]
    plan = written(template)

    assert [(entry.depth, entry.item.title) for entry in outline(plan)] == list(told(template.rows))


def test_an_improvement_plan_has_priorities_and_outcomes():
    plan = written(TEMPLATES["improvement-plan"])
    kinds = [entry.item.kind for entry in outline(plan)]

    assert kinds[:3] == [ItemKind.THEME, ItemKind.PRIORITY, ItemKind.ACTION]
    assert plan.outcomes


def test_a_partnering_action_plan_has_sub_actions_and_partners():
    plan = written(TEMPLATES["action-plan"])

    assert [entry.item.kind for entry in outline(plan)][:2] == [ItemKind.ACTION, ItemKind.SUB_ACTION]
    assert "Environmental Health" in [party.name for party in plan.ordered_parties]


def test_a_gantt_timetable_groups_its_actions_by_theme():
    kinds = [entry.item.kind for entry in outline(written(TEMPLATES["gantt"]))]

    assert kinds[:2] == [ItemKind.THEME, ItemKind.ACTION]


def test_an_indicative_timetable_has_sub_actions():
    kinds = [entry.item.kind for entry in outline(written(TEMPLATES["timetable"]))]

    assert kinds[:2] == [ItemKind.ACTION, ItemKind.SUB_ACTION]


def test_a_rasic_table_opens_as_a_matrix_with_posts():
    template = TEMPLATES["rasic"]

    assert template.view == "rasic"
    assert [party.name for party in written(template).ordered_parties] == list(template.posts)


def test_no_layout_pretends_dates_that_nobody_agreed():
    assert all(item.by_when is None for template in TEMPLATES.values() for item in written(template).items.values())
