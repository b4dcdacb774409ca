"""A whole file read into memory, and its fingerprint worked out on another processor while the rest is still coming.

A plan of 50,000 rows has a hundred megabytes; to read it first and work out its fingerprint after that takes twice as long.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import threading
from io import FileIO
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from mkplanner.models.store.connection import Content
from mkplanner.models.store.published import fingerprint

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes beyond which a file is no plan, and is not read."""

AT_ONCE = 1024 * 1024
"""Bytes that are read at a time, and the size up to which a file is not worth a second thread."""


class WholeFile(NamedTuple):
    """The bytes of a file as it was read, and their fingerprint."""

    data: Content
    mark: str


def read_whole(path: Path) -> WholeFile:
    """Read a file. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if size > AT_ONCE:
            room = memoryview(_room(size))
            marking = _Marking()
            try:
                is_full = _fill(room, file, marking)
            finally:
                mark = marking.end()
            if is_full and not file.read(1):
                return WholeFile(room, mark)
    data = path.read_bytes()  # Also where the size was not what had been said: somebody is writing to it.
    return WholeFile(data, fingerprint(data))


def _fill(room: memoryview, file: FileIO, marking: _Marking) -> bool:
    """Read until the room is full, and hand each part on; False where the file ends before."""
    got = 0
    while got < len(room):
        part = room[got : got + AT_ONCE]
        count = file.readinto(part)
        if not count:
            return False
        marking.add(part[:count])
        got += count
    return True


def _room(size: int) -> mmap.mmap:
    """Return memory that nothing was written to yet; Python's own would be filled with noughts before it is filled."""
    if os.name == "nt":
        return mmap.mmap(-1, size)
    return mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


class _Marking:
    """Works out the fingerprint of parts as they come, on a thread of its own."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self._parts: SimpleQueue[memoryview | None] = SimpleQueue()
        self._worker = threading.Thread(target=self._work, name="fingerprint")
        self._worker.start()
        self.add = self._parts.put

    def _work(self) -> None:
        while (part := self._parts.get()) is not None:
            self._sum.update(part)

    def end(self) -> str:
        """Wait for the last part, and return the fingerprint of all."""
        self._parts.put(None)
        self._worker.join()
        return self._sum.hexdigest()
