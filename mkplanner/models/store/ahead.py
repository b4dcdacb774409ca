"""The file of the plan that the program was started with, read on another processor while the window is still being loaded.

Only bytes are read, and nothing is believed of them: whoever opens the plan gets them where the file is still the same by
then, and reads it afresh otherwise.
"""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from mkplanner.models.store.wholefile import LARGEST_FILE, WholeFile, read_whole

Stamp = tuple[int, int, int, int]
"""What changes whenever a file is written or replaced."""


class _Reading:
    """One file being read; it gives no reason where it cannot be, since it will be read again then."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: Stamp | None = None
        self._whole: WholeFile | None = None
        self._thread = threading.Thread(target=self._read, name="reading ahead", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError, MemoryError, ValueError):
            self._stamp = _stamp(self.path)
            if self._stamp[1] <= LARGEST_FILE and self.path.is_file():
                self._whole = read_whole(self.path)

    def end(self, path: Path) -> WholeFile | None:
        """Return what was read where it is this very file, as it still stands; wait for the last byte, then."""
        with contextlib.suppress(OSError):
            if path.samefile(self.path):
                self._thread.join()
                return self._whole if _stamp(path) == self._stamp else None
        return None


_under_way: list[_Reading] = []


def read_ahead(path: Path) -> None:
    """Begin to read a file that somebody will open in a moment; returns at once."""
    _under_way[:] = [_Reading(path)]


def read_once(path: Path) -> WholeFile:
    """Return a file as it is now: as it was read ahead where that was begun, which serves once. Raises OSError."""
    found = _under_way.pop().end(path) if _under_way else None
    return read_whole(path) if found is None else found


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns
