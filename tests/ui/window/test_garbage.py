import gc

import pytest

from mkplanner.garbage import leave_out, search_all
from mkplanner.ui.window.garbage import without_search


@pytest.fixture(autouse=True)
def unfrozen():
    yield
    search_all()


def test_what_is_made_meanwhile_counts_as_old_and_the_search_goes_on_afterwards():
    search_all()
    with without_search():
        assert not gc.isenabled()
        made = [[number] for number in range(2000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert any(each is made for each in gc.get_objects(generation=2))


def test_beside_what_is_left_out_of_searches_it_is_left_out_too():
    leave_out()
    before = gc.get_freeze_count()
    with without_search():
        made = [[number] for number in range(2000)]
    assert gc.get_freeze_count() >= before + len(made)


def test_a_search_that_was_off_stays_off():
    gc.disable()
    try:
        with without_search():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
