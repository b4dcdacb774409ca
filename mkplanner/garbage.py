"""What Python leaves out of its search for garbage: the program itself, and the rows of a large plan while that is open."""

from __future__ import annotations

import gc

_left_out = [False]


def leave_out() -> None:
    """Have Python no longer look through anything there is now."""
    gc.freeze()
    _left_out[0] = True


def search_all() -> None:
    """Have Python look through everything again."""
    gc.unfreeze()
    _left_out[0] = False


def is_something_left_out() -> bool:
    """Whether Python passes over something; known here, because counting it takes Python as long as looking through it."""
    return _left_out[0]
