import gc

import pytest

from mkplanner.garbage import is_something_left_out, leave_out, search_all


@pytest.fixture(autouse=True)
def searched():
    search_all()
    yield
    search_all()


def test_what_is_left_out_is_no_longer_looked_through_until_everything_is_again():
    made = [[number] for number in range(100)]
    leave_out()
    assert is_something_left_out()
    assert not any(each is made for each in gc.get_objects())
    search_all()
    assert not is_something_left_out()
    assert any(each is made for each in gc.get_objects())
