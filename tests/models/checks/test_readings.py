"""Dates that puzzle a reader are listed: no day, two readings, a wrong weekday."""

from mkplanner.models.checks.readings import doubtful_rows
from mkplanner.models.checks.registry import check
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.notice import Notice
from mkplanner.models.plan import Plan
from tests.builders import empty_plan, written


def plan_with(*words: str) -> Plan:
    return written(*(AddItem(text, id=f"r{place}", fields=(("by_when", text),)) for place, text in enumerate(words)))


def told(plan: Plan, id_: str) -> list[Notice]:
    return [notice for notice in check(plan) if notice.id == id_]


def test_words_without_a_date_are_listed_and_kept() -> None:
    plan = plan_with("Once the branding is agreed", "Ongoing", "Quarterly", "By May 2027")
    (notice,) = told(plan, "no-date")
    assert (notice.item, notice.field) == ("r0", "by_when")
    assert "“Once the branding is agreed”" in notice.sentence
    frame = plan.items["r0"].by_when
    assert frame is not None
    assert frame.words == "Once the branding is agreed"


def test_a_weekday_that_is_not_the_days_is_told_under_its_own_id() -> None:
    plan = plan_with("Friday 26 December 2026", "Saturday 26 December 2026")
    (notice,) = told(plan, "weekday-mismatch")
    assert notice.item == "r0"
    assert notice.sentence == "1: 26 December 2026 is a Saturday, not a Friday."
    assert told(plan, "date-remark") == []


def test_other_remarks_of_the_reader_are_passed_on() -> None:
    (notice,) = told(plan_with("31 June 2027"), "date-remark")
    assert "no such day" in notice.sentence


def test_an_end_before_its_start_is_told_once() -> None:
    plan = plan_with("31 March 2027 – 1 January 2027")
    frame = plan.items["r0"].by_when
    assert frame is not None
    assert frame.remarks
    assert [notice.id for notice in check(plan) if notice.field == "by_when"] == ["ends-before-start"]


def test_each_sort_of_doubt_is_asked_about_once() -> None:
    plan = plan_with("March 14", "Q2 2027", "April 15", "By Q4 2026", "June 16", "31 March 2027")
    found = told(plan, "ambiguous-date")
    assert [notice.item for notice in found] == ["r0", "r1"]
    assert "“March 14” and 2 more" in found[0].sentence
    assert "“Q2 2027” and 1 more" in found[1].sentence


def test_doubtful_rows_come_in_the_order_of_the_plan() -> None:
    rows = [
        [item.id for item in doubted] for doubted in doubtful_rows(plan_with("March 14", "May", "April 15")).values()
    ]
    assert ["r0", "r2"] in rows
    assert doubtful_rows(empty_plan()) == {}
