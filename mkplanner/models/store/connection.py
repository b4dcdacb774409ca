"""Opening SQLite: the file's own marks and numbers, careful settings, and the database's complaints in plain words.

Reading goes through the standard library alone, so that a plan is on the screen before SQLAlchemy is loaded; writing is in
`engine.py`.
"""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from mkplanner.errors import DamagedPlanError, PlannerError

APPLICATION_ID = 0x4D4B504C
"""The letters MKPL in the header of every plan file."""

FORMAT = 1
"""The format this program writes; see `meta` in `tables.py` for the least program that may read or write a file."""

HEADER = b"SQLite format 3\0"
PATIENCE = 15.0
"""Seconds to wait for another process of this computer that is writing to the same working copy."""

LONGEST_CELL = 8_000_000
LONGEST_READING = 60.0
_STEPS = 20_000

Content = bytes | memoryview
"""The bytes of a whole file; those of a large one lie in memory of their own."""

Query = Callable[..., Sequence[Sequence[Any]]]
"""Runs one SELECT with its parameters, if any, and returns all rows; the standard library and SQLAlchemy each give one."""


def query_of(connection: sqlite3.Connection) -> Query:
    """Return the function that runs a SELECT on a connection of the standard library."""

    def query(sql: str, parameters: Sequence[Any] = ()) -> Sequence[Sequence[Any]]:
        return connection.execute(sql, parameters).fetchall()

    return query


def prepare(connection: sqlite3.Connection, *, wait: float = PATIENCE) -> None:
    """Set what every connection to a plan has in common. `query_only` stays on except inside `engine.writing`."""
    connection.isolation_level = None
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        f"busy_timeout = {int(wait * 1000)}",
        "query_only = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def reading(path: Path, *, wait: float = PATIENCE) -> Iterator[Query]:
    """Read our own database in one transaction. Opened for writing, because a crash may have left work to roll back."""
    with plain_words(path), closing(sqlite3.connect(_uri(path), uri=True, check_same_thread=False)) as connection:
        prepare(connection, wait=wait)
        connection.execute("BEGIN")
        yield query_of(connection)


def _uri(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=rw"


@contextmanager
def reading_bytes(data: Content) -> Iterator[Query]:
    """Read a whole file from memory, with limits on time and size, so that nothing in it can hold us up."""
    if data[18:20] == b"\x02\x02":
        # Another tool has switched the file to a write-ahead log, which memory cannot have; the content is the same.
        data = b"".join((data[:18], b"\x01\x01", data[20:]))
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        connection.deserialize(data)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
        end = time.monotonic() + LONGEST_READING
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        prepare(connection)
        yield query_of(connection)


def bytes_of(path: Path) -> bytes:
    """Return our own database as it stands in one moment, complete and without a journal."""
    with plain_words(path), closing(sqlite3.connect(_uri(path), uri=True, check_same_thread=False)) as connection:
        prepare(connection)
        return connection.serialize()


@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the world into a `PlannerError`; our own mistakes pass through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error


@contextmanager
def own_folder() -> Iterator[None]:
    """Turn trouble with the folder that MK Planner keeps on this computer into a `PlannerError`."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        trouble = "is on a disk that is full" if full else "cannot be used"
        raise PlannerError(
            f"The folder that MK Planner keeps on this computer {trouble}.", "Nothing was changed.", repr(error)
        ) from error


def explained(error: BaseException, path: Path) -> Exception:
    """Return the sentence for a complaint of SQLite about a working copy, or the error itself where it is a bug of ours."""
    told = str(error).lower()
    for words, sentence, advice in _COMPLAINTS:
        if words in told:
            kind = DamagedPlanError if words in ("malformed", "not a database") else PlannerError
            return kind(sentence, advice, f"{path}: {error}")
    return error if isinstance(error, Exception) else RuntimeError(str(error))


_COMPLAINTS = (
    (
        "disk is full",
        "The disk of this computer is full, so the change was not kept.",
        "Free some space and try again.",
    ),
    ("disk i/o", "The disk of this computer refused to write, so the change was not kept.", "Try again."),
    ("readonly", "The folder for working copies on this computer is read-only.", "Ask for it to be made writable."),
    ("locked", "Another MK Planner is busy writing to this plan.", "Nothing was lost; try again in a moment."),
    (
        "unable to open",
        "The working copy of this plan on this computer cannot be opened.",
        "Close the plan and open it again.",
    ),
    ("malformed", "The working copy of this plan on this computer is damaged.", "Close the plan and open it again."),
    (
        "not a database",
        "The working copy of this plan on this computer is damaged.",
        "Close the plan and open it again.",
    ),
)
