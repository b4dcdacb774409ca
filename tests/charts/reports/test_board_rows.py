"""Which rows a board sees."""

from __future__ import annotations

from datetime import date

from mkplanner.charts.reports.board_rows import BoardRows
from mkplanner.models.plan import Plan
from mkplanner.models.status import Rag, Status
from tests.charts.sample_plans import ONGOING, TODAY, TWO_TARGETS, PlanMaker, by, month, on, quarterly, span


def titles(plan: Plan, name: str) -> list[str]:
    return [entry.item.title for entry in getattr(BoardRows.of(plan, TODAY, 3), name)]


def test_what_falls_due_in_three_months_is_listed_in_order_of_days() -> None:
    make = PlanMaker()
    make.add("last day", by("By 11 February 2026", 2026, 2, 11))
    make.add("a day too late", by("By 12 February 2026", 2026, 2, 12))
    make.add("today", on("12 November 2025", 2025, 11, 12))
    make.add("a month", month("December 2025", date(2025, 12, 1), date(2025, 12, 31)))
    make.add("begins earlier", span("July – Jan", date(2025, 7, 1), date(2026, 1, 31)))
    make.add("done", by("By 1 December 2025", 2025, 12, 1), status=Status.COMPLETE)
    make.add("put aside", by("By 1 December 2025", 2025, 12, 1), status=Status.SUSPENDED)
    make.add("no date")
    make.add("every quarter", quarterly("Quarterly", date(2025, 7, 1)))
    make.add("two targets", TWO_TARGETS)
    make.add("ongoing", ONGOING)
    assert titles(make.plan(), "due")[0] == "today"
    assert set(titles(make.plan(), "due")) == {
        "today",
        "a month",
        "two targets",
        "begins earlier",
        "last day",
        "every quarter",
    }
    assert BoardRows.of(make.plan(), TODAY, 3).until == date(2026, 2, 11)


def test_a_row_is_past_its_date_the_day_after_unless_it_is_complete_or_has_no_end() -> None:
    make = PlanMaker()
    make.add("yesterday", by("By 11 November 2025", 2025, 11, 11))
    make.add("today", by("By 12 November 2025", 2025, 11, 12))
    make.add("finished", by("By 1 May 2025", 2025, 5, 1), percent=100)
    make.add("ongoing", ONGOING)
    make.add("every quarter", quarterly("Quarterly", date(2024, 7, 1)))
    assert titles(make.plan(), "overdue") == ["yesterday"]


def test_late_stands_before_at_risk_and_the_graver_of_status_and_update_counts() -> None:
    make = PlanMaker()
    amber = make.add("said amber", status=Status.ON_TRACK)
    make.say(amber, "Slipping", TODAY, Rag.AMBER)
    make.add("late", by("By 1 May 2025", 2025, 5, 1), status=Status.LATE)
    better = make.add("green again")
    make.say(better, "Trouble", date(2025, 9, 1), Rag.RED)
    make.say(better, "Solved", date(2025, 10, 1), Rag.GREEN)
    found = BoardRows.of(make.plan(), TODAY, 3)
    assert [(entry.item.title, status) for entry, status in found.exceptions] == [
        ("late", Status.LATE),
        ("said amber", Status.AT_RISK),
    ]
    assert found.overdue == []


def test_the_last_day_of_a_short_month_ends_three_months() -> None:
    assert BoardRows.of(PlanMaker().plan(), date(2025, 11, 30), 3).until == date(2026, 2, 27)
    assert BoardRows.of(PlanMaker().plan(), date(9999, 12, 1), 3).until <= date.max
