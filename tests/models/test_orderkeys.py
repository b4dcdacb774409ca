"""There is always room between two rows, and moving one touches one."""

from hypothesis import given
from hypothesis import strategies as st

from mkplanner.models.orderkeys import DIGITS, key_between, keys_after


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_keys_put_in_anywhere_keep_the_order_of_the_list(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else ""
        high = keys[at] if at < len(keys) else ""
        keys.insert(at, key_between(low, high))
    assert keys == sorted(keys, key=lambda key: key.encode())
    assert len(set(keys)) == len(keys)
    assert all(key and not key.endswith("0") and set(key) <= set(DIGITS) for key in keys)


def test_a_thousand_rows_added_at_the_end_keep_short_keys() -> None:
    key = ""
    for _ in range(1_000):
        following = key_between(key, "")
        assert following > key
        key = following
    assert len(key) <= 20


def test_equal_neighbours_get_a_key_after_both() -> None:
    assert key_between("V", "V") > "V"


@given(st.integers(1, 5_000), st.sampled_from(["", "V", "zz"]))
def test_a_block_of_keys_is_ordered_and_short(count: int, low: str) -> None:
    keys = list(keys_after(low, count))
    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert all(key > low and not key.endswith("0") for key in keys)
    assert max(len(key) for key in keys) <= len(low) + 3
