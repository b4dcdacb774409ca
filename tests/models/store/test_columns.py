"""Columns come back from their bytes as they were, whatever is in them and however often."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.store.columns import BETWEEN, pack, unpack

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=9) | st.sampled_from(["", "on-track", BETWEEN])
values = st.none() | texts | st.integers(-(2**53), 2**53)


def back(column: Sequence[object]) -> list[object]:
    how, parts = pack(column)
    found, rest = unpack(how, memoryview(b"".join(parts) + b"what follows"))
    assert bytes(rest) == b"what follows"
    return list(found.spread(found.values))


@given(st.lists(texts) | st.lists(values) | st.lists(st.sampled_from(["a", "b", None]), min_size=20))
def test_a_column_comes_back_as_it_was(column: list[object]) -> None:
    assert back(column) == column
    assert list(map(type, back(column))) == list(map(type, column))


@pytest.mark.parametrize("different", [1, 2, 254, 255, 256, 257, 65_535, 65_536])
def test_it_does_so_with_any_number_of_different_values(different: int) -> None:
    column = [f"value {number}" for number in range(different)] * 2
    assert back(column) == column


def test_a_value_that_many_rows_share_is_kept_once() -> None:
    how, parts = pack(["Once the lease is signed"] * 1000)
    assert len(b"".join(parts)) < 1100
    found, _ = unpack(how, memoryview(b"".join(parts)))
    assert found.values == ["Once the lease is signed"]
    assert list(found.spread(["read once"])) == ["read once"] * 1000


@pytest.mark.parametrize("value", [True, 1.0, b"text", ["text"]])
def test_what_no_column_should_hold_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="belongs"):
        pack(["a", 1, value])
