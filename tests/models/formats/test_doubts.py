"""Doubts become one list of sentences."""

from mkplanner.models.formats.base import DraftItem, DraftOutcome
from mkplanner.models.formats.doubts import date_doubts, notices_of, outcome_doubts
from mkplanner.models.formats.parts import Aside
from mkplanner.models.plan import ItemKind
from mkplanner.models.timeframes.timeframe import PlanContext


def action(date: str | None = None, line: int = 1) -> DraftItem:
    return DraftItem(ItemKind.ACTION, "Move", date=date, line=line)


def test_an_unreadable_date_is_named_with_its_line() -> None:
    found = list(date_doubts([action("?!", 7)], PlanContext()))
    assert next((notice.id, notice.line) for notice in found) == ("import-date-unread", 7)


def test_an_ambiguous_date_is_asked_about_once_for_the_plan() -> None:
    rows = [action("March 14", 3), action("June 14", 4), action("March 14", 5)]
    found = [notice for notice in date_doubts(rows, PlanContext()) if notice.id == "import-date-ambiguous"]
    assert [notice.line for notice in found] == [3]
    assert "2 more" in found[0].sentence


def test_rows_without_an_outcome_below_one_with_are_told_once() -> None:
    found = list(outcome_doubts([action(), action(), action()], [DraftOutcome("Fewer visits", (0,))]))
    assert [notice.id for notice in found] == ["import-outcome-blank"]
    assert found[0].sentence.startswith("2 rows have")
    assert not list(outcome_doubts([action(), action()], []))


def test_notices_stand_in_the_order_of_the_source() -> None:
    asides = [Aside("import-left-out", "Not brought in", "tail", 9), Aside("import-furniture", "Left out", "Page 1", 2)]
    assert [notice.line for notice in notices_of(asides, [])] == [2, 9]
