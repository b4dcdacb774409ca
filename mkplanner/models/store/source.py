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
from mkplanner.models.store import pictures
from mkplanner.models.store.ahead import read_once
from mkplanner.models.store.connection import Content, Query, own_folder, reading_bytes
from mkplanner.models.store.intake import Received, read_by, receive
from mkplanner.models.store.log import Changeset
from mkplanner.models.store.meeting import signature
from mkplanner.models.store.outlook import Shown
from mkplanner.models.store.published import is_ours
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
        data, self.mark = read_by(read_once, path)
        self.received: Received | None = None
        self.meta: Mapping[str, str] = {}
        self._outlook: Shown | None = None
        self._vector: dict[str, int] = {}
        self.is_linear = False
        self._kept = _Kept(b"")
        self._recognise(path, data)
        if self._outlook is None:
            self.received = receive(data, path.name)
            self.meta = self.received.meta
        else:
            self._kept = _Kept(data)

    def _recognise(self, path: Path, data: Content) -> None:
        """Read the plan from the picture or the tables of a file of our own.

        Nothing is asked of a file before it is known to be ours; what is no database at all is left to those who read files of
        others.
        """
        with own_folder():
            is_known = is_ours(self.mark)
        if is_known and not self._read_picture(path):
            with contextlib.suppress(sqlite3.DatabaseError, MemoryError), reading_bytes(data) as query:
                self._read_tables(query)

    def _read_picture(self, path: Path) -> bool:
        """Read the plan as it was when this computer published it, and closed it after that; False where it did not."""
        with own_folder():
            picture = pictures.find(path, self.mark)
        if picture is not None:
            self.meta, self._outlook, self._vector = picture.meta, picture.shown, picture.vector
            self.is_linear = picture.is_linear
        return picture is not None

    def _read_tables(self, query: Query) -> None:
        """Read the plan from the tables of a file of our own, unless another version of the program made them."""
        if has_our_tables(query):
            self.meta, self._outlook, self._vector = read_meta(query), read_shown(query), read_vector(query)
            self.is_linear = read_is_linear(query)

    def data(self) -> Content:
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

    def __init__(self, data: Content) -> None:
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

    def data(self) -> Content:
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
