"""Locks of the operating system on files of the local profile: gone the moment their process is, however it ended."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from mkplanner.errors import PlannerError

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_PAUSE = 0.01


def hold(path: Path) -> int | None:
    """Take a file for this process alone and return its descriptor, or None while another holds it.

    Close the descriptor to let go.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(path: Path) -> bool:
    """Tell whether a living process holds the file."""
    try:
        descriptor = hold(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextlib.contextmanager
def alone(path: Path, wait: float = 60.0) -> Iterator[None]:
    """Do the block while no other process of this computer does the same. Raises `PlannerError` after `wait` seconds."""
    end = time.monotonic() + wait
    while (descriptor := hold(path)) is None:
        if time.monotonic() > end:
            raise PlannerError(
                "Another MK Planner on this computer is busy.", "Nothing was changed; try again in a moment."
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        os.close(descriptor)


def is_running(process: int) -> bool:
    """Tell whether a process of this computer is alive."""
    if sys.platform == "win32":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    import ctypes

    query_limited, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(query_limited, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
