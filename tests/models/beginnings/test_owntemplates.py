"""Templates of one's own in the profile."""

import pytest

from mkplanner.errors import RefusedError
from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.models.beginnings.owntemplates import forget_template, keep_template, own_templates, read_template
from tests.builders import example_plan


def test_a_plan_is_kept_under_a_name_listed_read_and_deleted() -> None:
    assert own_templates() == ()
    plan = example_plan()
    path = keep_template(plan, " Joint:  working ", Keeping())
    keep_template(plan, "audit", Keeping(people=False))
    assert [each.stem for each in own_templates()] == ["audit", "Joint working"]
    found = read_template(path)
    assert [item.title for item in found.items.values()] == [item.title for item in plan.items.values()]
    assert found.info.id != plan.info.id
    assert found.parties
    forget_template(path)
    assert [each.stem for each in own_templates()] == ["audit"]


def test_one_of_the_same_name_gives_way() -> None:
    keep_template(example_plan(), "audit", Keeping())
    path = keep_template(example_plan(), "audit", Keeping(people=False))
    assert len(own_templates()) == 1
    assert not read_template(path).parties


def test_a_template_needs_a_name() -> None:
    with pytest.raises(RefusedError):
        keep_template(example_plan(), ' /"? ', Keeping())
