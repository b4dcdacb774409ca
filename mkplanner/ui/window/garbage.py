"""Python's search for garbage while a plan is put on the screen: it would look through every row, and find nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from mkplanner.garbage import count_as_old


@contextmanager
def without_search() -> Iterator[None]:
    """Put the search off while much is made and little thrown away; what was made counts as old in later searches.

    Else the next search would look through all of it. Where a large plan's rows are left out of searches altogether, so is
    what was made for them, until `search_all` when the plan is put away.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        count_as_old()
        if was_on:
            gc.enable()
