"""Plans as one line of text, and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.formats.exact import exact_record, pack, plan_of, unpack
from mkplanner.models.plan import Plan, PlanInfo
from tests.charts.outputs.every_report import example
from tests.charts.plan_maker import PlanMaker


def test_the_worked_example_comes_back_as_it_was() -> None:
    assert unpack(pack(example())) == example()
    assert pack(example()) == pack(example())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(), st.none() | st.text(min_size=1), st.text()), max_size=6))
def test_whatever_people_wrote_comes_back(rows: list[tuple[str, str | None, str]]) -> None:
    maker = PlanMaker(PlanInfo("p"))
    for title, when, notes in rows:
        item = maker.add(title, when, notes=notes, owners=[title])
        maker.say(item, notes)
        maker.expect(title, item)
    assert unpack(pack(maker.plan())) == maker.plan()


def test_a_line_may_be_broken_anywhere() -> None:
    line = pack(example())
    assert unpack("\n ".join(line[at : at + 76] for at in range(0, len(line), 76))) == example()


@pytest.mark.parametrize("line", ["", "x", "AAAA", pack(Plan(PlanInfo("p")))[:-8], "ä" * 10])
def test_a_damaged_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        unpack(line)


def test_what_a_later_version_adds_is_passed_over() -> None:
    record = exact_record(example())
    record["dreams"] = [{"id": "x"}]
    record["items"][0]["mood"] = "merry"
    assert plan_of(record) == example()


def test_a_row_without_what_it_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="without id"):
        plan_of({"plan": {"id": "p"}, "items": [{"title": "x"}]})
