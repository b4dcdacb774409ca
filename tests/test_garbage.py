import gc

import pytest

from mkplanner.garbage import (
    count_as_old,
    is_search_due,
    leave_out,
    search_all,
    search_now,
)


@pytest.fixture(autouse=True)
def searched():
    search_all()
    yield
    search_all()


def test_what_is_left_out_is_no_longer_looked_through_until_everything_is_again():
    made = [[number] for number in range(100)]
    leave_out()
    assert not any(each is made for each in gc.get_objects())
    search_all()
    assert any(each is made for each in gc.get_objects())


def test_what_counts_as_old_is_left_out_only_beside_what_is_left_out_already():
    made = [[number] for number in range(100)]
    count_as_old()
    assert any(each is made for each in gc.get_objects(generation=2))
    leave_out()
    more = [[number] for number in range(100)]
    count_as_old()
    assert not any(each is more for each in gc.get_objects())


def test_a_search_through_everything_is_due_until_it_is_made_and_leaves_out_what_stays():
    search_now()
    assert not is_search_due()
    made = [[number] for number in range(100)]
    leave_out()
    search_all()
    leave_out()  # as for the rows of the next plan
    assert is_search_due()
    search_now()
    assert not is_search_due()
    assert not any(each is made for each in gc.get_objects())
