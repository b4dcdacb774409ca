"""Many rows and values at once come out as they do one by one."""

import gc
from dataclasses import FrozenInstanceError

import pytest

from mkplanner.garbage import search_all
from mkplanner.models.plan import Item, Place, Row
from mkplanner.models.store.bulk import (
    MANY,
    built,
    leave_out_of_searches,
    only,
    parsed,
    without_collecting,
)
from mkplanner.models.store.mapping import KIND_OF, KINDS
from tests.models.store.helping import sample_rows


def columns_of(row: Row) -> tuple[object, ...]:
    """The state table's columns of a row."""
    kind = KIND_OF[type(row)]
    return kind.to_columns(row.id, kind.texts(row), alive=True)


def test_rows_of_every_kind_come_out_of_a_table_as_they_went_in() -> None:
    for row_type, kind in KIND_OF.items():
        rows = [row for row in sample_rows() if type(row) is row_type]
        assert kind.to_rows([columns_of(row) for row in rows]) == rows


def test_rows_made_at_once_are_rows_like_any_other() -> None:
    made = built(Place, ["a", None], ["1", "2"])
    assert made == [Place("a", "1"), Place(None, "2")]
    assert [hash(place) for place in made] == [hash(Place("a", "1")), hash(Place(None, "2"))]
    with pytest.raises(FrozenInstanceError):
        made[0].order = "3"  # type: ignore[misc]


def test_a_column_too_few_is_an_error_and_not_a_row_without_a_field() -> None:
    with pytest.raises(ValueError, match="zip"):
        built(Place, ["a"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", None),
        ("title", b"Review"),
        ("kind", "wish"),
        ("place", None),
        ("place", "[]"),
        ("place", '{"order":1,"parent":null}'),
        ("place", '{"order":"1","parent":2}'),
        ("place", '{"order":"1"},{"order":"2"}'),
        ("place", "[" * 100_000),
        ("by_when", '{"words":7}'),
        ("percent", "half"),
        ("tags", '"legal"'),
    ],
)
def test_one_value_that_a_field_cannot_hold_is_found_among_many_that_it_can(name: str, value: object) -> None:
    kind = KINDS["item"]
    good = columns_of(Item("a", place=Place(None, "1"), title="Review"))
    bad = list(columns_of(Item("b", place=Place(None, "2"), title="Agree")))
    bad[kind.columns.index(name)] = value
    assert len(kind.to_rows([good, good])) == 2
    with pytest.raises(ValueError):
        kind.to_rows([good, bad])


def test_places_are_read_the_same_whether_they_are_plain_or_need_an_escape() -> None:
    kind = KINDS["item"]
    places = [
        Place(None, "1"),
        Place("a", ""),
        Place('quo"te', "V"),
        Place("back\\slash", "é"),
        Place("line\nbreak", "x"),
    ]
    for chosen in (places[:2], places):
        rows = [Item(f"row{number}", place=place) for number, place in enumerate(chosen)]
        assert kind.to_rows([columns_of(row) for row in rows]) == rows


def test_rows_with_the_same_date_share_it() -> None:
    rows = [row for row in sample_rows() if isinstance(row, Item) and row.by_when is not None][:1] * 2
    first, second = KINDS["item"].to_rows([columns_of(row) for row in rows])
    assert first.by_when is second.by_when


def test_texts_are_read_together_but_counted() -> None:
    assert parsed(["1", '"two"', "null"]) == [1, "two", None]
    with pytest.raises(ValueError, match="more than one"):
        parsed(["1,2", "3"])
    with pytest.raises(ValueError, match="int"):
        only({str}, ["a", 1])


def test_the_search_for_garbage_is_on_again_whatever_happens() -> None:
    with pytest.raises(KeyError), without_collecting():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_a_large_plan_is_left_out_of_later_searches_and_a_small_one_is_not() -> None:
    search_all()
    leave_out_of_searches(MANY)
    assert gc.get_freeze_count() == 0
    leave_out_of_searches(MANY + 1)
    assert gc.get_freeze_count() > 0
    search_all()
