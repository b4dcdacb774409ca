"""Which rows a report shows, in which order and under which headings."""

from __future__ import annotations

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import REPORTS, build
from mkplanner.charts.reports.rows import chosen_rows
from mkplanner.models.outline import outline
from mkplanner.models.plan import Plan
from tests.charts.sample_plans import TODAY, saltway


def shown(plan: Plan, **values: object) -> list[tuple[int, str, str]]:
    made = chosen_rows(plan, ReportOptions(today=TODAY, values=values))
    return [(entry.depth, entry.number, entry.item.title) for entry in outline(made)]


def test_without_a_wish_the_plan_is_the_very_same() -> None:
    plan = saltway()
    assert chosen_rows(plan, ReportOptions(today=TODAY)) is plan


def test_rows_of_a_status_come_with_their_headings_and_their_own_numbers() -> None:
    assert shown(saltway(), status=["late"]) == [
        (0, "2", "Money and people"),
        (1, "2.2", "Appoint the Head of Shared Legal Services"),
    ]


def test_days_choose_rows_that_touch_them_and_what_goes_on() -> None:
    titles = [title for _, _, title in shown(saltway(), **{"from": "2026-03-01", "to": "2026-03-31"})]
    assert "Agree how the shared audit service will run" in titles
    assert (
        "Put a collaboration agreement in place for every service, with a service level agreement beneath it" in titles
    )
    assert "Refresh the terms of reference of the three service boards and circulate them" not in titles


def headings(plan: Plan, **values: object) -> list[str]:
    return [title for _, number, title in shown(plan, **values) if not number]


def test_groups_are_those_of_the_screen() -> None:
    assert headings(saltway(), group="status") == ["On track", "At risk", "Late", "Complete", "Not started"]
    assert headings(saltway(), group="owner")[-1] == "Nobody yet"
    assert headings(saltway(), group="quarter")[-1] == "Without a date"


def test_without_groups_only_actions_are_left() -> None:
    rows = shown(saltway(), group="none", sort="title")
    titles = [title for _, _, title in rows]
    assert titles == sorted(titles, key=str.casefold)
    assert "Money and people" not in titles


def test_sorted_by_date_rows_stay_under_their_themes() -> None:
    rows = shown(saltway(), sort="by_when")
    tops = [number for _, number, _ in rows if number.isdigit()]
    assert len(tops) == len(set(tops)) > 1
    assert all(number.startswith(tops[0]) for _, number, _ in rows[: [n for _, n, _ in rows].index(tops[1])])
    assert rows[1][2] == "Refresh the terms of reference of the three service boards and circulate them"


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("group", ["none", "owner", "organisation", "status", "quarter"])
def test_every_report_can_be_laid_out_in_every_grouping(report: str, group: str) -> None:
    assert build(report, saltway(), ReportOptions(today=TODAY, values={"group": group, "sort": "status"})).pages
