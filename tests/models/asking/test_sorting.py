"""Orders of rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkplanner.models.asking.facts import FACTS
from mkplanner.models.asking.sorting import in_order, natural
from mkplanner.models.fields import FIELDS
from mkplanner.models.outline import outline
from mkplanner.models.status import STYLES
from tests.builders import example_plan

EXAMPLE = example_plan()


def test_numbers_inside_words_count_as_numbers():
    assert sorted(["2.10", "2.9", "RES02", "res1"], key=natural) == ["2.9", "2.10", "res1", "RES02"]
    assert natural("") is None


def test_statuses_come_in_their_own_order():
    plan = example_plan()
    rows = in_order(plan, outline(plan), "status", backwards=False)
    known = [list(STYLES).index(entry.item.status) for entry in rows if entry.item.status]
    assert known == sorted(known)


def test_dates_come_in_the_order_of_days_and_words_without_a_day_after_them():
    plan = example_plan()
    frames = [entry.item.by_when for entry in in_order(plan, outline(plan), "by_when", backwards=False)]
    dated = [frame is not None and frame.last_day is not None for frame in frames]
    assert dated == sorted(dated, reverse=True)


@settings(deadline=None)
@given(st.sampled_from([*FIELDS, *FACTS]), st.booleans())
def test_any_column_sorts_every_row(key, backwards):
    plan = EXAMPLE
    rows = in_order(plan, outline(plan), key, backwards)
    assert sorted(entry.item.id for entry in rows) == sorted(plan.items)
