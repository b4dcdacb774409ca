"""Headings alone, actions with all below them."""

from __future__ import annotations

from mkplanner.charts.reports.groups import groups, named
from mkplanner.models.plan import ItemKind
from tests.charts.sample_plans import PlanMaker


def test_every_row_stands_in_exactly_one_group_in_reading_order() -> None:
    make = PlanMaker()
    theme = make.add("Theme", kind=ItemKind.THEME)
    action = make.add("Action", below=theme, ref="A1")
    part = make.add("Part", below=action)
    make.add("Part of the part", below=part)
    make.add("Next", below=theme)
    make.add("At the top")
    found = list(groups(make.plan()))
    assert [(named(group.top.item), len(group.parts)) for group in found] == [
        ("Theme", 0),
        ("A1 Action", 2),
        ("Next", 0),
        ("At the top", 0),
    ]
    assert [group.is_heading for group in found] == [True, False, False, False]
