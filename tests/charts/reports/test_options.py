"""Choices about a report as typed values."""

from __future__ import annotations

from datetime import date

import pytest

from mkplanner.charts.reports.common_options import FILTER, FROM, GROUP, LEGEND, SORT, STATUS, TILES
from mkplanner.charts.reports.options import Option
from mkplanner.charts.reports.registry import REPORTS
from mkplanner.errors import PlannerError
from mkplanner.paths import resource

OPTIONS = {(report.id, option.key): option for report in REPORTS.values() for option in report.options}


@pytest.mark.parametrize(
    ("option", "typed", "value"),
    [
        (LEGEND, "No", False),
        (TILES, " 4", 4),
        (SORT, "BY_WHEN", "by_when"),
        (STATUS, "late, At-risk", ("at-risk", "late")),
        (STATUS, "none", ()),
        (FROM, "2026-04-01", date(2026, 4, 1)),
        (FROM, "", None),
        (FILTER, "  audit   team ", "audit team"),
    ],
)
def test_what_is_typed_becomes_a_value(option: Option[object], typed: str, value: object) -> None:
    assert option.read(typed) == value
    assert option.checked(option.record(value)) == value


@pytest.mark.parametrize(
    ("option", "typed", "advice"),
    [
        (LEGEND, "perhaps", "yes or no"),
        (TILES, "0", "1 to 24"),
        (GROUP, "colour", "plan or none or owner"),
        (STATUS, "late,purple", "with commas between"),
        (FROM, "soon", "1 April 2026"),
    ],
)
def test_what_cannot_be_chosen_is_refused_with_what_can(option: Option[object], typed: str, advice: str) -> None:
    with pytest.raises(PlannerError) as told:
        option.read(typed)
    assert advice in told.value.advice


@pytest.mark.parametrize("name", OPTIONS, ids="-".join)
def test_every_option_explains_itself_and_knows_its_own_default(name: tuple[str, str]) -> None:
    option = OPTIONS[name]
    assert option.words and option.help.endswith(".") and option.values
    if option.default not in ("", None):
        assert option.checked(option.record(option.default)) == option.default


@pytest.mark.parametrize("report", REPORTS)
def test_no_report_has_two_options_of_one_name(report: str) -> None:
    keys = [option.key for option in REPORTS[report].options]
    assert len(keys) == len(set(keys))


def test_shared_options_are_named_in_the_help() -> None:
    page = resource("help/export.md").read_text(encoding="utf-8")
    keys = {option.key for name in ("timetable", "gantt", "improvement-plan") for option in REPORTS[name].options}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []
