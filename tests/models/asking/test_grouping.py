"""Groups of rows."""

import pytest

from mkplanner.models.asking.grouping import GROUPS, in_groups
from mkplanner.models.outline import outline
from mkplanner.models.status import STYLES
from tests.builders import example_plan


@pytest.mark.parametrize("group", GROUPS)
def test_every_row_is_in_some_group_and_sizes_are_told(group):
    plan = example_plan()
    rows = [entry for entry in outline(plan) if not entry.item.kind.is_heading]
    groups = in_groups(plan, rows, group)
    assert {entry.item.id for _, members in groups for entry in members} == {entry.item.id for entry in rows}
    assert all(heading.size == len(members) for heading, members in groups)
    keys = [heading.key for heading, _ in groups]
    assert len(set(keys)) == len(keys)


def test_groups_stand_in_a_sensible_order_with_those_that_have_none_last():
    plan = example_plan()
    words = [heading.title for heading, _ in in_groups(plan, outline(plan), "status")]
    known = [style.word for style in STYLES.values() if style.word in words]
    assert words == [*known, "No status"]


def test_themes_are_named_with_what_stands_above_them():
    plan = example_plan()
    rows = [entry for entry in outline(plan) if not entry.item.kind.is_heading]
    heads = [item.title for item in plan.items.values() if item.kind.is_heading]
    titles = [heading.title for heading, _ in in_groups(plan, rows, "theme")]
    assert all(any(head in title for title in titles) for head in heads)
