"""What is asked of dates is asked of each once, and answers for every row that has it."""

from mkplanner.models.checks.alike import dates_of, rows_dated
from mkplanner.models.plan import Item
from mkplanner.models.timeframes.timeframe import Timeframe
from tests.builders import empty_plan

MAY, JUNE = Timeframe("May"), Timeframe("June")
ROWS = {id_: Item(id_, by_when=when) for id_, when in (("a", JUNE), ("b", MAY), ("c", None), ("d", JUNE))}


def plan():
    return empty_plan().__class__(empty_plan().info, ROWS)


def test_a_date_that_several_rows_share_is_asked_once():
    asked = []

    def is_june(frame):
        asked.append(frame)
        return frame.words == "June"

    assert [item.id for item in rows_dated(plan(), is_june)] == ["a", "d"]
    assert sorted(frame.words for frame in asked) == ["June", "May"]


def test_rows_without_words_have_no_date():
    assert set(dates_of(plan()).values()) == {MAY, JUNE}
    assert [item.id for item in rows_dated(plan(), lambda _frame: True)] == ["a", "b", "d"]


def test_of_some_rows_only_those_are_asked():
    some = [ROWS["d"], ROWS["c"], ROWS["b"]]

    assert [item.id for item in rows_dated(plan(), lambda frame: frame.words == "June", some)] == ["d"]
