"""Choices typed, kept in a plan, and found again."""

from __future__ import annotations

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.chosen import (
    OptionSet,
    from_record,
    last_record,
    read_options,
    set_named,
    sets_of,
    to_record,
)
from mkplanner.charts.reports.common_options import LEGEND, SORT
from mkplanner.charts.reports.registry import REPORTS
from mkplanner.errors import PlannerError
from mkplanner.models.commands.settings import SetSetting
from mkplanner.models.plan import Plan
from tests.builders import empty_plan, written
from tests.charts.sample_plans import TODAY

GANTT = REPORTS["gantt"]
PACK = OptionSet("Board pack", "gantt", {"paper": "A3", "legend": False}, ".pdf")


def keeping(*sets: OptionSet) -> Plan:
    commands = [SetSetting(f"export/{one.name}", one.record()) for one in sets]
    plan = empty_plan()
    for command in commands:
        plan = written(command, plan=plan)
    return plan


def test_typed_choices_stand_on_top_of_those_of_a_set() -> None:
    options = read_options(GANTT, ["legend=yes", "sort=by_when"], TODAY, PACK.options)
    assert (options.paper, options.of(LEGEND), options.of(SORT)) == ("A3", True, "by_when")


def test_choices_come_back_as_they_were_kept() -> None:
    options = ReportOptions("A4", "portrait", TODAY, 3, {"legend": False, "columns": ("lead",)})
    record = to_record(GANTT, options)
    assert record == {"paper": "A4", "orientation": "portrait", "tiles": 3, "legend": False, "columns": ["lead"]}
    assert from_record(GANTT, record, TODAY) == options


def test_only_what_differs_from_the_usual_is_kept() -> None:
    assert to_record(GANTT, ReportOptions(today=TODAY, values={"legend": True})) == {}


def test_kept_choices_that_mean_nothing_any_more_are_left_out() -> None:
    options = from_record(GANTT, {"paper": "A5", "gilding": "yes", "legend": "?", "tiles": 2}, TODAY)
    assert options == ReportOptions(today=TODAY, tiles=2)


@pytest.mark.parametrize("typed", ["gilding=yes", "legend", "legend=perhaps"])
def test_a_mistyped_choice_is_refused(typed: str) -> None:
    with pytest.raises(PlannerError):
        read_options(GANTT, [typed], TODAY)


def test_a_plan_keeps_sets_by_name_whatever_the_capitals() -> None:
    plan = keeping(PACK, OptionSet("All rows", "timetable"))
    assert [one.name for one in sets_of(plan)] == ["All rows", "Board pack"]
    assert set_named(plan, "board PACK") == PACK
    with pytest.raises(PlannerError, match="no set") as told:
        set_named(plan, "Packed lunch")
    assert "“All rows” and “Board pack”" in told.value.advice


def test_a_damaged_set_is_passed_over() -> None:
    plan = written(SetSetting("export/Odd", ["no", "report"]), plan=keeping(PACK))
    assert [one.name for one in sets_of(plan)] == ["Board pack"]


def test_the_last_choices_for_a_report_are_found() -> None:
    plan = written(SetSetting("paper/gantt", {"legend": False}), plan=empty_plan())
    assert last_record(plan, "gantt") == {"legend": False}
    assert last_record(plan, "rasic") == {}
