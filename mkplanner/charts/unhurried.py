"""Long layouts without Python's search for garbage, which would look through a million live objects again and again.

Laying out 10,000 rows takes half the time so, and the window never waits a second for a search to end. What is garbage by
then is found by the next search afterwards.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from mkplanner.garbage import count_as_old

_lock = Lock()
_inside = 0
_was_on = False


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Put the search off until the last of those who asked for it, on whatever thread, is done."""
    global _inside, _was_on
    with _lock:
        if _inside == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0 and _was_on:
                count_as_old()  # or the first search would begin with all that has grown meanwhile
                gc.enable()
