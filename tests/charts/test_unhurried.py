"""The search for garbage rests while somebody lays pages out, and comes back whatever happens."""

from __future__ import annotations

import gc

import pytest

from mkplanner.charts.reports.base import ReportOptions
from mkplanner.charts.reports.registry import build
from mkplanner.charts.unhurried import no_search_for_garbage
from mkplanner.progress import Cancelled, Progress
from tests.charts.sample_plans import TODAY, saltway


def test_it_rests_until_the_last_is_done() -> None:
    with no_search_for_garbage():
        with no_search_for_garbage():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with no_search_for_garbage():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_layout_that_is_stopped_brings_it_back() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        build("gantt", saltway(), ReportOptions(today=TODAY), progress)
    assert gc.isenabled()
