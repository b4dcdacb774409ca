from pathlib import Path

from mkplanner.models.beginnings.emptied import Keeping
from mkplanner.models.beginnings.owntemplates import keep_template
from mkplanner.models.beginnings.templates import TEMPLATES
from mkplanner.ui.start.beginnings import beginnings
from tests.builders import example_plan


def test_layouts_come_first_then_mine_then_the_open_plan_then_a_file():
    plan = example_plan()
    keep_template(plan, "Joint working", Keeping())
    found = beginnings(plan, Path("/share/Waste contract.mkplan"))

    assert [each.key for each in found] == [
        *TEMPLATES,
        "own:Joint working",
        "this",
        "file:/share/Waste contract.mkplan",
    ]
    assert [each.is_own for each in found[-3:]] == [True, False, False]
    assert [each.is_plan for each in found] == [False] * len(TEMPLATES) + [True] * 3
    assert found[-1].proposed == "Waste contract (new)"
