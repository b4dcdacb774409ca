"""Notices about links: what is out of order, and what day a date that hangs on another row would be."""

from dataclasses import replace

from mkplanner.models.checks.links import check_links, check_loops, check_ties
from mkplanner.models.checks.registry import check
from mkplanner.models.commands.rows import AddItem
from mkplanner.models.notice import Notice, Severity
from mkplanner.models.plan import Dependency
from tests.builders import empty_plan, written
from tests.models.links.test_following import SPRING, linked


def test_a_row_out_of_order_is_a_warning_at_the_later_row() -> None:
    sentence = "2 starts on 1 March 2027, before 1, which it follows, ends on 31 March 2027."
    assert list(check_links(linked("Oct 26 – March 27", SPRING))) == [
        Notice("out-of-order", Severity.WARNING, sentence, "b", "by_when")
    ]


def test_rows_in_order_are_not_mentioned() -> None:
    plan = linked("By 26 February 2027", SPRING)
    assert [*check_links(plan), *check_ties(plan)] == []


def test_a_date_that_hangs_on_another_row_is_worth_knowing_and_no_warning() -> None:
    plan = linked("By 15 December 2026", "Within 3 months of appointment")
    (notice,) = check_ties(plan)
    assert "no-date" not in {other.id for other in check(plan)}
    assert (notice.id, notice.severity, notice.item) == ("can-be-dated", Severity.INFO, "b")


def test_a_plan_may_do_without_these_checks() -> None:
    plan = linked("Oct 26 – March 27", SPRING)
    quiet = replace(plan, info=replace(plan.info, checks_off=("out-of-order",)))
    assert "out-of-order" in {notice.id for notice in check(plan)}
    assert "out-of-order" not in {notice.id for notice in check(quiet)}


def test_one_row_can_be_asked_about_without_looking_at_all_others() -> None:
    plan = linked("Oct 26 – March 27", SPRING)
    assert list(check_links(plan, "b")) == list(check_links(plan))
    assert list(check_links(plan, "a")) == []
    tied = linked("By 15 December 2026", "Within 3 months of appointment")
    assert list(check_ties(tied, "b")) == list(check_ties(tied))
    assert list(check_ties(tied, "a")) == []
    assert [*check_links(plan, "unknown"), *check_ties(plan, "unknown")] == []


def test_rows_in_a_circle_are_told_once():
    plan = written(AddItem("a", id="a"), AddItem("b", id="b"), AddItem("c", id="c"), plan=empty_plan(title="Plan"))
    pairs = [("a", "b"), ("b", "c"), ("c", "a")]
    links = {f"l{at}": Dependency(f"l{at}", before, after) for at, (before, after) in enumerate(pairs)}
    circle = replace(plan, dependencies=links)

    assert [(notice.item, notice.sentence) for notice in check_loops(circle)] == [
        ("a", "1, 2 and 3 follow one another in a circle; remove one of their links.")
    ]
    assert list(check_loops(replace(plan, dependencies={"l0": links["l0"], "l1": links["l1"]}))) == []
