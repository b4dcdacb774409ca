"""Ways out that are offered settle what was noticed, keep the author's words, and are taken back in one step."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.checks.registry import check
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.notice import Notice
from mkplanner.models.plan import Plan
from mkplanner.models.remedies import check_with_remedies, remedies_of
from tests.builders import empty_plan, example_plan, session_of, written
from tests.models.timeframes.movable import PHRASES

YEARS = {"start": date(2030, 4, 1), "end": date(2033, 3, 31)}


def plan_with(above: str, below: str | None = None, **info: object) -> Plan:
    rows = [AddItem("Action", id="a", fields=(("by_when", above),))]
    if below:
        rows.append(AddItem("Part", id="s", parent="a", fields=(("by_when", below),)))
    return written(*rows, plan=empty_plan(**(YEARS | info)))


def offered(plan: Plan, id_: str) -> list[str]:
    (notice,) = [notice for notice in check_with_remedies(plan) if notice.id == id_]
    return [remedy.title for remedy in notice.remedies]


def after(plan: Plan, notice: Notice, number: int) -> Plan:
    session, _ = session_of(plan)
    session.run(notice.remedies[number].command)
    assert session.undo() is not None
    assert session.plan == plan
    session.redo()
    return session.plan


@pytest.mark.parametrize(
    ("above", "below", "id_", "titles"),
    [
        (
            "31 March 2031 – 1 January 2031",
            None,
            "ends-before-start",
            ["Swap the ends: 1 January 2031 to 31 March 2031", "End on 1 January 2032"],
        ),
        (
            "June 2031 to March 2031",
            None,
            "ends-before-start",
            ["Swap the ends: 1 March 2031 to 30 June 2031", "End on 31 March 2032"],
        ),
        (
            "By 31 March 2031",
            "By 30 April 2031",
            "after-parent",
            ["Extend the action to 30 April 2031", "End this row on 31 March 2031"],
        ),
        ("By 31 March 2031", "May – June 2031", "after-parent", ["Extend the action to 30 June 2031"]),
        ("By 30 June 2033", None, "outside-plan", ["Extend the plan to 30 June 2033"]),
        ("March 2030", None, "outside-plan", ["Let the plan start on 1 March 2030"]),
        ("By 30 June 2073", None, "outside-plan", []),
        ("Friday 26 December 2030", None, "weekday-mismatch", ["Correct the weekday to Thursday"]),
        (
            "By 4 January 2031",
            None,
            "on-weekend",
            ["Move to Friday 3 January 2031", "Move to Monday 6 January 2031"],
        ),
        (
            "By 25 December 2030",
            None,
            "on-bank-holiday",
            ["Move to Tuesday 24 December 2030", "Move to Friday 27 December 2030"],
        ),
        (
            "By 30 April 2032",
            "By 25 April 2032",
            "on-weekend",
            ["Move to Friday 23 April 2032", "Move to Monday 26 April 2032"],
        ),
    ],
)
def test_each_remedy_is_offered_by_name_and_settles_its_notice(
    above: str, below: str | None, id_: str, titles: list[str]
) -> None:
    plan = plan_with(above, below)
    assert offered(plan, id_) == titles
    (notice,) = [notice for notice in check_with_remedies(plan) if notice.id == id_]
    for number in range(len(titles)):
        assert id_ not in {left.id for left in check(after(plan, notice, number)) if left.item == notice.item}


def test_a_later_day_that_the_action_does_not_hold_is_not_offered() -> None:
    plan = plan_with("By 25 April 2032", "By 25 April 2032")
    titles = {
        notice.item: [r.title for r in notice.remedies] for notice in check_with_remedies(plan) if notice.part == 0
    }
    assert titles["s"] == ["Move to Friday 23 April 2032"]


def test_a_date_moved_off_a_holiday_keeps_its_words_and_the_reason() -> None:
    plan = plan_with("Publish by 25th Dec 2030")
    (notice,) = [notice for notice in check_with_remedies(plan) if notice.id == "on-bank-holiday"]
    row = after(plan, notice, 1).items["a"]
    assert row.by_when is not None
    assert row.original is not None
    assert row.by_when.words == "Publish by 27th Dec 2030"
    assert row.original.words == "Publish by 25th Dec 2030"
    assert row.revised_reason == "Wednesday 25 December 2030 fell on a bank holiday"


def test_a_reading_can_be_chosen_for_all_rows_or_for_one() -> None:
    plan = plan_with("31 October", "1 November")
    assert offered(plan, "ambiguous-date") == [
        "Read as 31 October 2030, and all 2 rows alike",
        "Read as 31 October 2031, and all 2 rows alike",
        "Read as 31 October 2032, and all 2 rows alike",
        "Read as 31 October 2030 in this row only",
        "Read as 31 October 2031 in this row only",
        "Read as 31 October 2032 in this row only",
    ]
    (notice,) = [notice for notice in check_with_remedies(plan) if notice.id == "ambiguous-date"]
    settled = after(plan, notice, 1)
    assert [settled.items[id_].by_when.last_day.year for id_ in "as"] == [2031, 2031]  # type: ignore[union-attr]
    assert "ambiguous-date" not in {left.id for left in check(settled)}


def test_whose_quarters_are_meant_is_answered_for_the_plan() -> None:
    plan = plan_with("Q2 2031")
    assert offered(plan, "ambiguous-date")[:2] == [
        "Read as quarter July to September 2031, and quarters of the whole plan alike",
        "Read as quarter April to June 2031, and quarters of the whole plan alike",
    ]
    (notice,) = [notice for notice in check_with_remedies(plan) if notice.id == "ambiguous-date"]
    assert after(plan, notice, 1).info.quarters == "calendar"


def test_notices_are_the_same_with_and_without_remedies() -> None:
    plan = example_plan()
    assert [(n.id, n.item, n.sentence) for n in check_with_remedies(plan)] == [
        (n.id, n.item, n.sentence) for n in check(plan)
    ]
    assert all(notice.remedies == () for notice in check(plan))
    assert remedies_of(plan, Notice("after-parent", check(plan)[0].severity, "", "no such row")) == ()


@given(
    st.lists(st.sampled_from([*PHRASES, "31 March 2027 – 1 January 2027", "March 14", "Fri 2 May 2027"]), max_size=4)
)
def test_every_remedy_of_any_plan_can_be_carried_out_and_taken_back(words: list[str]) -> None:
    rows = [
        AddItem(text, id=f"r{n}", parent="r0" if n else None, fields=(("by_when", text),))
        for n, text in enumerate(words)
    ]
    plan = written(*rows, plan=empty_plan(start=date(2026, 4, 1), end=date(2027, 12, 31)))
    for notice in check_with_remedies(plan):
        for number in range(len(notice.remedies)):
            assert after(plan, notice, number) != plan
