"""What Python leaves out of its search for garbage: the program itself, and the rows of a large plan while that is open."""

from __future__ import annotations

import gc

_left_out = [False]
_due = [False]


def leave_out() -> None:
    """Have Python no longer look through anything there is now."""
    gc.freeze()
    _left_out[0] = True


def search_all() -> None:
    """Have Python look through everything again when it next searches, which is due now."""
    gc.unfreeze()
    _left_out[0] = False
    _due[0] = True


def is_search_due() -> bool:
    """Whether everything is to be looked through, and has not been yet."""
    return _due[0]


def search_now() -> None:
    """Look through everything; what stays is left out of later searches, until `search_all`."""
    gc.unfreeze()
    gc.collect()
    leave_out()
    _due[0] = False


def count_as_old() -> None:
    """Have what there is count as old; where what was there before is left out of searches, so is this."""
    gc.freeze()
    if not _left_out[0]:
        gc.unfreeze()
