"""The shared file as it was read once: trusted where this installation wrote it last, checked and replayed otherwise."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from weakref import WeakSet

from mkplanner.models.plan import Plan
from mkplanner.models.store.connection import Query, own_folder, reading_bytes
from mkplanner.models.store.intake import Received, read_file, receive
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.meeting import signature
from mkplanner.models.store.outlook import Shown
from mkplanner.models.store.published import fingerprint_beside, is_ours
from mkplanner.models.store.reading import has_our_tables, read_is_linear, read_log, read_meta, read_shown, read_vector
from mkplanner.paths import subfolder

LARGE = 4 * 1024 * 1024
"""Bytes from which a file is not kept in memory for long."""


class Source:
    """The shared file as it was read: trusted bytes of our own making, or the checked log of anybody else's.

    `meta` holds the file's own remarks; `is_linear` says that it is known to hold no conflict, see `reading.read_is_linear`.
    """

    def __init__(self, path: Path) -> None:
        self.signature = signature(path)
        data = read_file(path)
        self.received: Received | None = None
        self.meta: Mapping[str, str] = {}
        self._outlook: Shown | None = None
        self._vector: dict[str, int] = {}
        self.is_linear = False
        self._kept = _Kept(b"")
        self.mark = self._recognise(data)
        if self._outlook is None:
            self.received = receive(data, path.name)
            self.meta = self.received.meta
        else:
            self._kept = _Kept(data)

    def _recognise(self, data: bytes) -> str:
        """Return the file's fingerprint, and read the plan from its tables where it is one of our own.

        The file becomes a database in memory while its fingerprint is worked out, since the two take as long; nothing is
        asked of it before it is known to be ours. What is no database at all is left to those who read files of others.
        """
        mark = fingerprint_beside(data)
        with contextlib.suppress(sqlite3.DatabaseError, MemoryError), reading_bytes(data) as query:
            with own_folder():
                is_known = is_ours(mark())
            if is_known:
                self._read_tables(query)
        return mark()

    def _read_tables(self, query: Query) -> None:
        """Read the plan from the tables of a file of our own, unless another version of the program made them."""
        if has_our_tables(query):
            self.meta, self._outlook, self._vector = read_meta(query), read_shown(query), read_vector(query)
            self.is_linear = read_is_linear(query)

    def data(self) -> bytes:
        """Return the bytes of a file of our own, as they were when it was read."""
        return self._kept.data()

    def reading(self) -> AbstractContextManager[Query]:
        """Ask the tables of a file of our own, as they were when it was read."""
        return reading_bytes(self.data())

    def outlook(self) -> Shown:
        """Return the plan, and whether it was put right for the eye."""
        if self.received is not None:
            return self.received.outlook
        assert self._outlook is not None
        return self._outlook

    def plan(self) -> Plan:
        """Return the plan."""
        return self.outlook().plan

    def vector(self) -> dict[str, int]:
        """Return what the file knows."""
        return self._vector if self.received is None else self.received.vector

    def log(self) -> Sequence[Changeset]:
        """Return the file's log."""
        if self.received is not None:
            return self.received.changesets
        with self.reading() as query:
            return read_log(query)


class _Kept:
    """The bytes of a file, in memory at first; a large one moves to a file of this computer that has no name and no trace.

    A large plan would take as much memory again as its rows, only for the moment in which it is first edited.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: IO[bytes] | None = None
        self._moving = threading.Lock()
        if len(data) > LARGE:
            _LARGE_ONES.add(self)

    def put_aside(self) -> None:
        """Move them out of memory."""
        with self._moving, contextlib.suppress(OSError):  # A full disk, perhaps; then they stay where they are.
            if self._file is None:
                file = TemporaryFile(dir=subfolder("working"))  # noqa: SIM115  (kept as long as the source is)
                file.write(self._data)
                file.flush()
                self._file, self._data = file, b""

    def data(self) -> bytes:
        """Return them."""
        with self._moving:
            if self._file is None:
                return self._data
            self._file.seek(0)
            return self._file.read()


_LARGE_ONES: WeakSet[_Kept] = WeakSet()


def put_aside() -> None:
    """Take what was read of large files out of memory; for a background thread, once a plan is on the screen."""
    for kept in tuple(_LARGE_ONES):
        kept.put_aside()
