"""Memory for whole files: asked of the system each time, and given back to it whole."""

from __future__ import annotations

import sys

LARGE = 8 * 1024 * 1024
"""Bytes from which a block of memory is given back at once: more than a picture of the window has, less than a large plan."""

_TRIM, _LARGEST_SHARED = -1, -3
"""The names by which the C library on Linux knows its two limits."""


def give_back_large_blocks() -> None:
    """Have the C library on Linux give back what a whole file took; elsewhere the system does so of itself.

    There each thread keeps room for the largest block it ever had: reading and saving a plan of 20 MB on three threads in
    turn would keep 60 MB for good.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    limit = getattr(ctypes.CDLL(None), "mallopt", None)  # Some C libraries have none.
    if limit is not None:
        limit(_LARGEST_SHARED, LARGE)
        limit(_TRIM, 2 * LARGE)
