"""The blocks of an improvement plan."""

from __future__ import annotations

from mkplanner.charts.reports.sections import sections
from mkplanner.models.plan import ItemKind
from tests.charts.sample_plans import PlanMaker, awkward, many, saltway


def test_an_action_beside_priorities_has_a_block_under_its_theme() -> None:
    make = PlanMaker()
    theme = make.add("Theme", kind=ItemKind.THEME)
    priority = make.add("Priority", below=theme, kind=ItemKind.PRIORITY, ref="P1")
    make.add("In the priority", below=priority)
    make.add("Beside it", below=theme)
    stray = make.add("At the top")
    make.add("With a part", below=stray)
    found = sections(make.plan())
    assert [section.lines for section in found] == [
        ["Theme: Theme", "P1 Priority"],
        ["Theme: Theme"],
        ["At the top"],
    ]
    assert [[entry.item.title for entry in section.rows] for section in found] == [
        ["In the priority"],
        ["Beside it"],
        ["With a part"],
    ]


def test_no_row_is_lost_whatever_the_shape_of_the_plan() -> None:
    for plan in (saltway(), awkward(), many(40)):
        found = sections(plan)
        shown = [entry.item.id for section in found for entry in section.rows]
        heads = {entry.item.id for section in found for entry in (*section.above, section.top) if entry}
        assert len(shown) == len(set(shown))
        assert set(shown) | heads == set(plan.items)
